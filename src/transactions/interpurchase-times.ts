import { checkColumn } from "../core/column.js";
import { invalid } from "../core/errors.js";
import { withDefaults } from "../core/options.js";
import { checkPolicies } from "./check-options.js";
import { openOrders } from "./open-orders.js";
import { INTERPURCHASE_DEFAULTS, type InterpurchaseOptionsInput } from "./options.js";
import type { PartitionedOrders } from "./partition-orders.js";
import type { InterpurchaseTimes, TransactionLog } from "./types.js";
import { NONE, visitBlocks } from "./visit-blocks.js";

const PROBABILITIES = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

/**
 * The distribution of the gaps between successive purchases of the same customer, in local days.
 * The gap from a customer's last purchase to `asOf` is not complete and not among them.
 *
 * @param log - orders in any order
 * @param options - `asOf` (required), `bins` (where the bins of the histogram begin, ascending
 *   from 0; default 0, 7, 14, 30, 60, 90, 180, 365), `sameDay` (default `merge`: no gap of 0 days),
 *   `refunds` (default `net`)
 * @returns mean and quantiles (R type 7), `undefined` or none where no customer purchased twice
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION, LENGTH_MISMATCH, INVALID_DATA,
 *   UNKNOWN_TIME_ZONE, UNKNOWN_CURRENCY
 * @example
 * interpurchaseTimes(log, { asOf: "1998-06-30" }).medianDays
 */
export function interpurchaseTimes(
  log: TransactionLog,
  options: InterpurchaseOptionsInput,
): InterpurchaseTimes {
  const { asOf, bins, ...policies } = withDefaults(INTERPURCHASE_DEFAULTS, options);
  checkPolicies(policies);
  checkBins(bins);
  const { orders } = openOrders(log, asOf, undefined, policies.refunds);
  const gaps = findGaps(orders, log, policies.sameDay === "keep").sort();
  const quantiles = PROBABILITIES.flatMap((probability) => {
    const days = quantile(gaps, probability);
    return days === undefined ? [] : [{ probability, days }];
  });
  return {
    count: gaps.length,
    meanDays: gaps.length === 0 ? undefined : gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
    medianDays: quantile(gaps, 0.5),
    quantiles,
    histogram: bins.map((fromDays, bin) => {
      const toDays = bins[bin + 1] ?? Infinity;
      return { fromDays, toDays, count: countBelow(gaps, toDays) - countBelow(gaps, fromDays) };
    }),
  };
}

function findGaps(orders: PartitionedOrders, log: TransactionLog, keepsDays: boolean): Int32Array {
  const gaps = new Int32Array(orders.count);
  const lastDay = new Int32Array(log.customerIds.length).fill(NONE);
  let count = 0;
  visitBlocks(orders, log.zone, ({ purchases: { customerIndex, firstDay, ends } }) => {
    let row = 0;
    for (let index = 0; index < ends.length; index++) {
      const today = firstDay + index;
      for (; row < ends[index]!; row++) {
        const customer = customerIndex[row]!;
        const before = lastDay[customer]!;
        lastDay[customer] = today;
        if (before !== NONE && (keepsDays || today > before)) gaps[count++] = today - before;
      }
    }
  });
  return gaps.slice(0, count);
}

/** R type 7: linear between the two nearest of n - 1 equal steps (R. Hyndman and Y. Fan, 1996). */
function quantile(sorted: Int32Array, probability: number): number | undefined {
  if (sorted.length === 0) return undefined;
  const position = (sorted.length - 1) * probability;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (position - below) * (high - low);
}

/** How many values are less than the limit. */
function countBelow(sorted: Int32Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function checkBins(bins: readonly number[]): void {
  checkColumn(bins, "options.bins", "nonNegative");
  if (bins[0] !== 0) throw invalid("options.bins[0]", "0, so that no gap is left out", bins[0]);
  for (let bin = 1; bin < bins.length; bin++) {
    if (bins[bin]! <= bins[bin - 1]!) {
      throw invalid(`options.bins[${bin}]`, `more than ${bins[bin - 1]}`, bins[bin]);
    }
  }
}
