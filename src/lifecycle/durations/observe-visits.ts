import { MS_PER_DAY, toEpochMs } from "../../core/calendar.js";
import { invalid } from "../../core/errors.js";
import { asOfToMs } from "../../rules/as-of.js";
import { checkVisits } from "./check-visits.js";
import type { ObservationOptions } from "./options.js";
import type { StageVisit } from "./types.js";

/** The span that was watched, both ends included. */
export interface Observation {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** What was seen of one visit, in days of 24 hours since its entry. */
export interface ObservedVisit {
  readonly visit: StageVisit;
  /** Since when it was watched: 0, or later for a visit that began before histories were kept. */
  readonly fromDays: number;
  /** Up to when. */
  readonly untilDays: number;
  /** How it was seen to end: with a move, cut off by a correction or migration, or not at all. */
  readonly end: "left" | "cutOff" | "open";
}

/**
 * Reads what was watched, apart from the other options.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function splitOptions<Options extends ObservationOptions>(
  options: Options,
): { readonly span: Observation; readonly others: Omit<Options, keyof ObservationOptions> } {
  if (typeof options !== "object" || options === null) {
    throw invalid("options", "an object with `asOf`", options);
  }
  const { asOf, zone, observedFrom, ...others } = options;
  const untilMs = asOfToMs(asOf, zone);
  const fromMs =
    observedFrom === undefined ? -Infinity : toEpochMs(observedFrom, "options.observedFrom");
  if (fromMs > untilMs) throw invalid("options.observedFrom", "not after asOf", fromMs);
  return { span: { fromMs, untilMs }, others };
}

/**
 * What was seen of each visit; visits that ended before the span or began after it are left out.
 *
 * @throws ClienteleError INVALID_ARGUMENT, INVALID_DATA
 */
export function observeVisits(visits: readonly StageVisit[], span: Observation): ObservedVisit[] {
  checkVisits(visits);
  const observed: ObservedVisit[] = [];
  for (const visit of visits) {
    const days = daysWatched(visit.enteredMs, visit.leftMs, span);
    if (days === undefined) continue;
    observed.push({ visit, ...days, end: days.isOver ? endOf(visit) : "open" });
  }
  return observed;
}

/** From when to when something was watched that began and perhaps ended, in days since it began. */
export function daysWatched(
  beganMs: number,
  endedMs: number | undefined,
  { fromMs, untilMs }: Observation,
): { readonly fromDays: number; readonly untilDays: number; readonly isOver: boolean } | undefined {
  if (beganMs > untilMs) return undefined;
  const isOver = endedMs !== undefined && endedMs <= untilMs;
  const endMs = isOver ? endedMs : untilMs;
  // What began within the span counts though it took no time.
  if (beganMs < fromMs && endMs <= fromMs) return undefined;
  return {
    fromDays: Math.max(0, fromMs - beganMs) / MS_PER_DAY,
    untilDays: (endMs - beganMs) / MS_PER_DAY,
    isOver,
  };
}

function endOf({ kind }: StageVisit): "left" | "cutOff" {
  return kind === "correct" || kind === "migrate" ? "cutOff" : "left";
}
