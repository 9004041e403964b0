import { UNIT_SCALES } from "../core/calendar-unit.js";
import { formatIsoDate } from "../core/epoch-day.js";
import { ClienteleError } from "../core/errors.js";
import { withDefaults } from "../core/options.js";
import { checkGrain, checkRefundPolicy } from "./check-options.js";
import { countTrend } from "./count-trend.js";
import { openOrders } from "./open-orders.js";
import { TREND_DEFAULTS, type TrendOptionsInput } from "./options.js";
import { earliestPeriod, lastCompletePeriod } from "./period-scale.js";
import type { TransactionLog, TrendPeriod } from "./types.js";

/**
 * Orders, spend and customers by calendar period, from the first entry of the log to `asOf`,
 * without gaps. Every order counts, several on one day too. A customer is new in the period of the
 * first purchase and returning in every later period with a purchase. A refund that is tied to no
 * order lowers the spend of the period in which it happened.
 *
 * @param log - orders in any order
 * @param options - `asOf` (required), `grain` (default `month`), `refunds` (default `net`)
 * @returns the periods in ascending order; none where the log has no entry up to `asOf`
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION, LENGTH_MISMATCH, INVALID_DATA,
 *   UNKNOWN_TIME_ZONE, UNKNOWN_CURRENCY, UNSAFE_INTEGER; LIMIT_EXCEEDED for over a million periods
 * @example
 * orderTrend(log, { asOf: "1998-06-30", grain: "week" })
 */
export function orderTrend(log: TransactionLog, options: TrendOptionsInput): TrendPeriod[] {
  const { asOf, grain, refunds } = withDefaults(TREND_DEFAULTS, options);
  checkGrain(grain);
  checkRefundPolicy(refunds);
  const { orders, asOfDay, endMs } = openOrders(log, asOf, undefined, refunds);
  if (orders.count === 0) return [];

  const { zone, minorDigits } = log;
  const scale = UNIT_SCALES[grain];
  const first = earliestPeriod(scale, orders.atMs, zone);
  const periods = scale.indexOf(asOfDay) - first + 1;
  checkSize(periods);
  const frame = { first, periods, scale, zone, netsRefunds: refunds === "net" };
  const counts = countTrend(orders, log.customerIds.length, frame);
  const opening = scale.indexOf(counts.firstDay) - first;
  const startsComplete = counts.firstDay === scale.startOf(first + opening);
  const complete = lastCompletePeriod(scale, asOfDay, endMs, zone) - first;
  return Array.from({ length: periods - opening }, (_, index): TrendPeriod => {
    const period = opening + index;
    return {
      from: formatIsoDate(scale.startOf(first + period)),
      orders: counts.orders[period]!,
      spend: counts.spend.toMajor(period, minorDigits),
      newCustomers: counts.newCustomers[period]!,
      returningCustomers: counts.returningCustomers[period]!,
      returningOrders: counts.returningOrders[period]!,
      returningSpend: counts.returningSpend.toMajor(period, minorDigits),
      complete: period <= complete && (index > 0 || startsComplete),
    };
  });
}

const MOST_PERIODS = 1_000_000;

function checkSize(periods: number): void {
  if (periods <= MOST_PERIODS) return;
  throw new ClienteleError(
    "LIMIT_EXCEEDED",
    `the trend would have ${periods} periods, more than ${MOST_PERIODS}; choose a coarser grain or an earlier asOf`,
    { where: "options.asOf", expected: `at most ${MOST_PERIODS} periods` },
  );
}
