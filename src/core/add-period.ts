import { checkNumber } from "./column.js";
import { invalid } from "./errors.js";
import { withDefaults } from "./options.js";
import { checkPeriod, formatPeriod, type Period } from "./period.js";
import { checkPolicy, checkWithinCalendar, shiftInstant } from "./shift-instant.js";
import { LOCAL_TIME_POLICY, type LocalTimePolicy, zoneRules } from "./zone.js";

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
 * @example
 * addPeriod(Date.UTC(2024, 0, 31), parsePeriod("P1M"), "UTC") //=> Date.UTC(2024, 1, 29)
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

function move(
  atMs: number,
  period: Period,
  zone: string,
  direction: 1 | -1,
  options: PeriodOptionsInput | undefined,
): number {
  checkWithinCalendar(atMs, "atMs");
  checkPeriod(period);
  const settings = options === undefined ? PERIOD_DEFAULTS : completeOptions(options);
  const moved = shiftInstant(atMs, period, direction * settings.count, zoneRules(zone), settings);
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
