import { checkNumber, checkOneOf } from "./column.js";
import { addMonths } from "./epoch-day.js";
import { invalid } from "./errors.js";
import { withDefaults } from "./options.js";
import { checkPeriod, formatPeriod, type Period } from "./period.js";
import { LOCAL_TIME_POLICY, type LocalTimePolicy, type ZoneRules, zoneRules } from "./zone.js";
import { checkInstant } from "./zone-rules.js";

/** How a period is added: how many times, and the policy for clock times that are skipped or shown twice. */
export interface PeriodOptions extends LocalTimePolicy {
  /**
   * How many times the period is added at once, from the anchor: 31 January plus two times `P1M`
   * is 31 March, while one month after another would drift to 29 March.
   */
  readonly count: number;
}

/** The options as a caller writes them. */
export type PeriodOptionsInput = {
  readonly [K in keyof PeriodOptions]?: PeriodOptions[K] | undefined;
};

const PERIOD_DEFAULTS: PeriodOptions = { count: 1, ...LOCAL_TIME_POLICY };

const MS_PER_DAY = 86_400_000;
const LONGEST_MONTH_MS = 31 * MS_PER_DAY;
const MEAN_MONTH_DAYS = 365.2425 / 12;
/** The reach of a JavaScript Date, less a year for what offsets and clamping may add. */
const FARTHEST_MS = (100_000_000 - 366) * MS_PER_DAY;

/**
 * The instant a period later on the clock and calendar of a zone. Years and months move the local
 * date, clamped to the end of a shorter month; weeks and days move it on, at the same wall-clock
 * time; hours, minutes and seconds are then added as exact time.
 *
 * @param atMs - epoch milliseconds
 * @param period - from `parsePeriod`
 * @param zone - IANA time zone
 * @param options - `count` (default 1), `gap` (default `later`) and `overlap` (default `earlier`)
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION, UNKNOWN_TIME_ZONE; OUT_OF_RANGE beyond the year 270,000
 * @example addPeriod(Date.UTC(2024, 0, 31), parsePeriod("P1M"), "UTC") //=> Date.UTC(2024, 1, 29)
 */
export function addPeriod(
  atMs: number,
  period: Period,
  zone: string,
  options?: PeriodOptionsInput,
): number {
  return move(atMs, period, zone, 1, options);
}

/**
 * The instant a period earlier: the same steps as {@link addPeriod}, each backwards.
 *
 * @throws ClienteleError as {@link addPeriod}
 */
export function subtractPeriod(
  atMs: number,
  period: Period,
  zone: string,
  options?: PeriodOptionsInput,
): number {
  return move(atMs, period, zone, -1, options);
}

/**
 * The number of whole periods from one instant to another: the largest `n`, negative if need be,
 * for which `fromMs` plus `n` periods is not after `toMs`. Full years of age, months as a customer
 * and the index of a repeating window are counts of this kind.
 *
 * @throws ClienteleError INVALID_ARGUMENT, also for a period of no length; UNKNOWN_TIME_ZONE; OUT_OF_RANGE
 * @example countPeriods(Date.UTC(2024, 0, 31), Date.UTC(2024, 1, 29), parsePeriod("P1M"), "UTC") //=> 1
 */
export function countPeriods(
  fromMs: number,
  toMs: number,
  period: Period,
  zone: string,
  policy: LocalTimePolicy = LOCAL_TIME_POLICY,
): number {
  const rules = zoneRules(zone);
  checkInstant(fromMs, "fromMs");
  checkInstant(toMs, "toMs");
  checkPeriod(period);
  checkPolicy(policy, "policy");
  const meanMs = meanLengthMs(period);
  if (meanMs === 0) throw invalid("period", "longer than nothing", formatPeriod(period));
  const isReached = (count: number): boolean => {
    const atMs = shift(fromMs, period, count, rules, policy);
    return atMs === undefined ? count < 0 : atMs <= toMs;
  };
  // The mean length is a period or two off at most: calendar months differ from it by days.
  let count = Math.floor((toMs - fromMs) / meanMs);
  while (!isReached(count)) count--;
  while (isReached(count + 1)) count++;
  return count;
}

/** The local days from one instant to another: 0 on the same day, 1 from 23:59 to 00:01, negative backwards. */
export function daysBetween(fromMs: number, toMs: number, zone: string): number {
  const rules = zoneRules(zone);
  return rules.toEpochDay(toMs) - rules.toEpochDay(fromMs);
}

function move(
  atMs: number,
  period: Period,
  zone: string,
  direction: 1 | -1,
  options: PeriodOptionsInput | undefined,
): number {
  checkInstant(atMs, "atMs");
  checkPeriod(period);
  const settings = options === undefined ? PERIOD_DEFAULTS : completeOptions(options);
  const moved = shift(atMs, period, direction * settings.count, zoneRules(zone), settings);
  if (moved !== undefined) return moved;
  throw invalid("period", "short enough to stay within the calendar", formatPeriod(period), {
    code: "OUT_OF_RANGE",
  });
}

function completeOptions(options: PeriodOptionsInput): PeriodOptions {
  const settings = withDefaults(PERIOD_DEFAULTS, options);
  checkNumber(settings.count, "options.count", "count");
  checkPolicy(settings, "options");
  return settings;
}

function checkPolicy(policy: LocalTimePolicy, where: string): void {
  checkOneOf(policy.gap, `${where}.gap`, ["later", "earlier"]);
  checkOneOf(policy.overlap, `${where}.overlap`, ["earlier", "later"]);
}

/** The instant `count` periods on, backwards if negative; `undefined` beyond the calendar. */
function shift(
  atMs: number,
  period: Period,
  count: number,
  rules: ZoneRules,
  policy: LocalTimePolicy,
): number | undefined {
  const months = (period.years * 12 + period.months) * count;
  const days = (period.weeks * 7 + period.days) * count;
  const exactMs = ((period.hours * 60 + period.minutes) * 60 + period.seconds) * 1000 * count;
  const reachMs = Math.abs(months) * LONGEST_MONTH_MS + Math.abs(days) * MS_PER_DAY;
  if (Math.abs(atMs) + reachMs + Math.abs(exactMs) > FARTHEST_MS) return undefined;
  // An exact time alone never passes through the wall clock, which may show it twice.
  if (months === 0 && days === 0) return atMs + exactMs;
  const localMs = rules.toLocalMs(atMs);
  const day = Math.floor(localMs / MS_PER_DAY);
  const movedDay = (months === 0 ? day : addMonths(day, months)) + days;
  const movedMs = localMs + (movedDay - day) * MS_PER_DAY;
  return rules.toInstant(movedMs, policy) + exactMs;
}

function meanLengthMs(period: Period): number {
  const days =
    (period.years * 12 + period.months) * MEAN_MONTH_DAYS + period.weeks * 7 + period.days;
  const seconds = (period.hours * 60 + period.minutes) * 60 + period.seconds;
  return days * MS_PER_DAY + seconds * 1000;
}
