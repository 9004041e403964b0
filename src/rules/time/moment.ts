import { type ZoneRules, zoneRules } from "../../core/zone.js";
import { readEpochDay, writeEpochDay } from "../values/read-date.js";
import { readInstantMs } from "../values/read-instant.js";

/** The clock and calendar of a rule's zone. */
export interface Clock {
  readonly zone: string;
  readonly rules: ZoneRules;
}

/** The clock of a zone. */
export function clockOf(zone: string): Clock {
  return { zone, rules: zoneRules(zone) };
}

/** Whether a moment is a local date and not an instant. */
export function isDateText(moment: unknown): moment is string {
  return typeof moment === "string" && moment.length === 10;
}

/**
 * The instant of a moment; a local date begins at the start of its day. NaN when it is no moment,
 * or a date without a clock.
 */
export function momentMs(moment: unknown, clock: Clock | undefined): number {
  if (!isDateText(moment)) return readInstantMs(moment);
  const day = readEpochDay(moment);
  return clock === undefined || Number.isNaN(day) ? Number.NaN : clock.rules.startOfDay(day);
}

/** An instant written as the example is: a number, a local date, or else an ISO 8601 text. */
export function momentLike(atMs: number, example: unknown, clock: Clock | undefined): unknown {
  if (typeof example === "number") return atMs;
  if (!isDateText(example) || clock === undefined) return new Date(atMs).toISOString();
  return writeEpochDay(clock.rules.toEpochDay(atMs));
}
