import {
  checkZone,
  invalid,
  parseIsoDate,
  parsePeriod,
  parseTimestamp,
  toEpochMs,
  type ZoneRules,
} from "../../core/index.js";
import type { Moment } from "../types.js";

/** True for an ISO 8601 period. */
export function isPeriodText(text: string): boolean {
  return succeeds(() => parsePeriod(text));
}

/** True for a date or a timestamp with its offset. */
export function isDayOrTimestamp(text: string): boolean {
  return parseIsoDate(text) !== undefined || parseTimestamp(text) !== undefined;
}

/** True for the name of a time zone. */
export function isZone(zone: string): boolean {
  return succeeds(() => checkZone(zone));
}

/** The first instant of a date in a zone, or the instant of a timestamp. */
export function readDayOrTimestamp(text: string, rules: ZoneRules, where: string): number {
  const day = parseIsoDate(text);
  if (day !== undefined) return rules.startOfDay(day);
  const atMs = parseTimestamp(text);
  if (atMs !== undefined) return atMs;
  throw invalid(where, "a date, or a time with its offset from UTC", text);
}

/** The epoch milliseconds of a moment of a command. */
export function readMoment(moment: Moment, where: string): number {
  if (typeof moment !== "string") return toEpochMs(moment, where);
  const atMs = parseTimestamp(moment);
  if (atMs !== undefined) return atMs;
  throw invalid(where, "a time with its offset from UTC", moment, {
    remedy: "Write it as 2026-03-31T18:00:00+08:00",
  });
}

function succeeds(call: () => unknown): boolean {
  try {
    call();
    return true;
  } catch {
    return false;
  }
}
