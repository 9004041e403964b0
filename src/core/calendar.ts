import { parseIsoDate } from "./epoch-day.js";
import { invalid } from "./errors.js";
import { parseTimestamp } from "./timestamp.js";
import { zoneRules } from "./zone.js";
import { checkInstant } from "./zone-rules.js";

export {
  addPeriod,
  type PeriodOptions,
  type PeriodOptionsInput,
  subtractPeriod,
} from "./add-period.js";
export { countPeriods, daysBetween } from "./count-periods.js";
export { DAYS_PER_UNIT, MS_PER_DAY, type TimeUnit } from "./time-unit.js";

/** A point in time: epoch milliseconds, a Date, or a Temporal object. */
export type Instant = number | Date | { readonly epochMilliseconds: number };

/**
 * Up to when: an {@link Instant} (that very millisecond still counts), an ISO 8601 timestamp with
 * `Z` or an offset, or a date `YYYY-MM-DD`, which means through the end of that local day.
 */
export type AsOf = Instant | string;

/** An {@link AsOf} made definite in a zone. */
export interface ResolvedAsOf {
  /** The last local day that counts, wholly or in part. */
  readonly epochDay: number;
  /** What happened before this instant counts; exclusive. */
  readonly endMs: number;
}

/**
 * The epoch milliseconds of an instant.
 *
 * @throws ClienteleError INVALID_ARGUMENT for an invalid Date, a fraction of a millisecond or another type
 */
export function toEpochMs(instant: Instant, where = "instant"): number {
  const atMs = readInstant(instant);
  if (atMs === undefined) throw invalid(where, "epoch milliseconds, a Date or an instant", instant);
  checkInstant(atMs, where);
  if (!Number.isInteger(atMs)) throw invalid(where, "a whole number of epoch milliseconds", atMs);
  return atMs;
}

function readInstant(instant: Instant): number | undefined {
  if (typeof instant === "number") return instant;
  if (typeof instant !== "object" || instant === null) return undefined;
  return instant instanceof Date ? Date.prototype.getTime.call(instant) : instant.epochMilliseconds;
}

/**
 * Makes an `asOf` definite: the last local day that counts and the end of what counts.
 *
 * @param asOf - a date counts to the end of that local day; an instant counts itself
 * @param zone - IANA zone in which days are counted
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_TIME_ZONE
 * @example
 * resolveAsOf("2024-03-31", "UTC").endMs //=> Date.UTC(2024, 3, 1)
 */
export function resolveAsOf(asOf: AsOf, zone: string, where = "asOf"): ResolvedAsOf {
  const rules = zoneRules(zone);
  const date = typeof asOf === "string" ? parseIsoDate(asOf) : undefined;
  if (date !== undefined) return { epochDay: date, endMs: rules.startOfDay(date + 1) };
  const atMs = typeof asOf === "string" ? readTimestamp(asOf, where) : toEpochMs(asOf, where);
  return { epochDay: rules.toEpochDay(atMs), endMs: atMs + 1 };
}

function readTimestamp(text: string, where: string): number {
  const atMs = parseTimestamp(text);
  if (atMs !== undefined) return atMs;
  throw invalid(where, "a date, or a time with its offset from UTC", text, {
    remedy: "Write it as 2024-03-31 or as 2024-03-31T18:00:00+08:00",
  });
}
