import { checkOneOf } from "./column.js";
import { addMonths } from "./epoch-day.js";
import { invalid } from "./errors.js";
import type { Period } from "./period.js";
import { DAYS_PER_UNIT, MS_PER_DAY } from "./time-unit.js";
import type { LocalTimePolicy, ZoneRules } from "./zone.js";
import { checkInstant } from "./zone-rules.js";

const MEAN_MONTH_MS = DAYS_PER_UNIT.month * MS_PER_DAY;
/** The reach of a JavaScript Date, less a year for what offsets and clamping may add. */
const FARTHEST_MS = (100_000_000 - 366) * MS_PER_DAY;

/** The instant `count` periods on, backwards if negative; `undefined` beyond the calendar. */
export function shiftInstant(
  atMs: number,
  period: Period,
  count: number,
  rules: ZoneRules,
  policy: LocalTimePolicy,
): number | undefined {
  const months = (period.years * 12 + period.months) * count;
  const days = (period.weeks * 7 + period.days) * count;
  const exactMs = ((period.hours * 60 + period.minutes) * 60 + period.seconds) * 1000 * count;
  const aboutMs = atMs + months * MEAN_MONTH_MS + days * MS_PER_DAY + exactMs;
  if (!isWithinCalendar(aboutMs)) return undefined;
  // An exact time alone never passes through the wall clock, which may show it twice.
  if (months === 0 && days === 0) return atMs + exactMs;
  const localMs = rules.toLocalMs(atMs);
  const day = Math.floor(localMs / MS_PER_DAY);
  const movedDay = (months === 0 ? day : addMonths(day, months)) + days;
  const movedMs = localMs + (movedDay - day) * MS_PER_DAY;
  return rules.toInstant(movedMs, policy) + exactMs;
}

/** The mean length of a period in milliseconds, by the mean Gregorian month. */
export function meanLengthMs(period: Period): number {
  const dateMs =
    (period.years * 12 + period.months) * MEAN_MONTH_MS +
    (period.weeks * 7 + period.days) * MS_PER_DAY;
  return dateMs + ((period.hours * 60 + period.minutes) * 60 + period.seconds) * 1000;
}

/**
 * Refuses what is no instant, and an instant too near to the end of the calendar to move.
 *
 * @throws ClienteleError INVALID_ARGUMENT, OUT_OF_RANGE
 */
export function checkWithinCalendar(atMs: number, where: string): void {
  checkInstant(atMs, where);
  if (!isWithinCalendar(atMs)) {
    throw invalid(where, "at least a year within the range of Date", atMs, {
      code: "OUT_OF_RANGE",
    });
  }
}

/**
 * Refuses a policy with other words than its own.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function checkPolicy(policy: LocalTimePolicy, where: string): void {
  checkOneOf(policy.gap, `${where}.gap`, ["later", "earlier"]);
  checkOneOf(policy.overlap, `${where}.overlap`, ["earlier", "later"]);
}

function isWithinCalendar(atMs: number): boolean {
  return Math.abs(atMs) <= FARTHEST_MS;
}
