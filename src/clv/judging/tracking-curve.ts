import { resolveAsOf } from "../../core/calendar.js";
import { addMonths, formatIsoDate, parseIsoDate } from "../../core/epoch-day.js";
import { ClienteleError, invalid } from "../../core/errors.js";
import { withDefaults } from "../../core/options.js";
import { parsePeriod } from "../../core/period.js";
import type { TransactionLog } from "../../transactions/types.js";
import { seasonClock } from "../season/season-clock.js";
import { unitRatio } from "../time/duration.js";
import type { PurchaseModel } from "../types.js";
import { countCohortDays } from "./count-cohort-days.js";
import { newcomerOf } from "./newcomer.js";
import { TRACKING_DEFAULTS, type TrackingOptions } from "./options.js";
import type { TrackingCurve, TrackingPeriod } from "./types.js";

/**
 * Repeat purchases period by period over the calendar, beside those that a model expects of customers
 * of whom it knows nothing but the day of their first purchase (Fader, Hardie and Lee, 2005): tracked
 * are the customers who came up to the end of the calibration.
 *
 * @param model - fitted to the calibration, or written down with parameters
 * @param log - orders in any order
 * @param options - `calibrationEnd`, `to`; `from` (default the first purchase), `step` (default `P1W`),
 * `zone`, `sameDay`, `refunds` as in `summarizeTransactions`; `season` of a model in seasonal time
 * @returns whole periods only: what is left of the last one is not shown
 * @throws ClienteleError EMPTY_INPUT where nobody came up to the end of the calibration;
 * INVALID_ARGUMENT, INVALID_DATA, LENGTH_MISMATCH, UNKNOWN_OPTION, UNKNOWN_TIME_ZONE,
 * UNKNOWN_CURRENCY, UNSUPPORTED_VERSION
 * @example
 * trackingCurve(model, log, { calibrationEnd: "1997-09-30", to: "1998-06-30", step: "P1M" }).periods;
 */
export function trackingCurve(
  model: PurchaseModel,
  log: TransactionLog,
  options: TrackingOptions,
): TrackingCurve {
  const settings = readOptions(options);
  const { alive, future } = newcomerOf(model);
  const cohort = countCohortDays(log, settings);
  if (cohort.customers === 0) throw noCustomers();
  const zone = settings.zone ?? log.zone;
  const calibrationDay = resolveAsOf(settings.calibrationEnd, zone).epochDay;
  const start = readFrom(settings.from) ?? cohort.firstDay;
  const ends = periodEnds(start, cohort.lastDay, settings.step);

  const perDay = unitRatio("day", model.timeUnit);
  const clock = settings.season === undefined ? undefined : seasonClock(settings.season);
  const known = new Map<number, number>();
  const expectedAfter = (days: number): number => {
    const value = known.get(days) ?? alive * future.expectedCount(days * perDay);
    known.set(days, value);
    return value;
  };
  const expectedUntil = (day: number): number => {
    let sum = 0;
    for (const [first, newcomers] of cohort.newcomers) {
      if (first >= day) continue;
      const days = clock === undefined ? day - first : clock(day) - clock(first);
      sum += newcomers * expectedAfter(days);
    }
    return sum;
  };

  const actualBefore = cohort.repeatsUntil(start - 1);
  const expectedBefore = expectedUntil(start - 1);
  const periods: TrackingPeriod[] = [];
  let [first, actual, expected] = [start, actualBefore, expectedBefore];
  for (const last of ends) {
    const [actualNow, expectedNow] = [cohort.repeatsUntil(last), expectedUntil(last)];
    periods.push({
      from: formatIsoDate(first),
      to: formatIsoDate(last),
      isHoldout: first > calibrationDay,
      actual: actualNow - actual,
      expected: expectedNow - expected,
      cumulativeActual: actualNow - actualBefore,
      cumulativeExpected: expectedNow - expectedBefore,
    });
    [first, actual, expected] = [last + 1, actualNow, expectedNow];
  }
  return { customers: cohort.customers, actualBefore, expectedBefore, periods };
}

type TrackingSettings = TrackingOptions & Required<Pick<Filled, "sameDay" | "refunds" | "step">>;
type Filled = { readonly [Key in keyof TrackingOptions]-?: NonNullable<TrackingOptions[Key]> };

function readOptions(options: TrackingOptions): TrackingSettings {
  type Draft = { readonly [Key in keyof TrackingOptions]-?: TrackingOptions[Key] | undefined };
  return withDefaults<Draft>(TRACKING_DEFAULTS, options) as TrackingSettings;
}

function readFrom(from: string | undefined): number | undefined {
  if (from === undefined) return undefined;
  const day = parseIsoDate(from);
  if (day === undefined) throw invalid("options.from", "a date such as 1997-01-01", from);
  return day;
}

/** The last days of all whole periods; each is counted from the start, so that month ends do not drift. */
function periodEnds(start: number, lastDay: number, step: string): number[] {
  const { years, months, weeks, days, hours, minutes, seconds } = parsePeriod(step, "options.step");
  const monthStep = 12 * years + months;
  const dayStep = 7 * weeks + days;
  if (hours + minutes + seconds > 0 || monthStep + dayStep === 0) {
    throw invalid("options.step", "a period of whole days, weeks, months or years", step);
  }
  const ends: number[] = [];
  for (;;) {
    const count = ends.length + 1;
    const end = addMonths(start, count * monthStep) + count * dayStep - 1;
    if (end > lastDay) return ends;
    ends.push(end);
  }
}

function noCustomers(): ClienteleError {
  return new ClienteleError(
    "EMPTY_INPUT",
    "No customer has a purchase up to the end of the calibration, so there is nobody to track",
    { where: "options.calibrationEnd" },
  );
}
