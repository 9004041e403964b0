import { checkColumn, type NumberColumn } from "../core/column.js";
import { checkThresholds, tierOf } from "./thresholds.js";

/**
 * Puts each customer into the first tier whose threshold the value reaches: tier 0 for
 * `value >= thresholds[0]`, and so on; the last tier takes the rest. Intervals are half-open, so
 * that every value has exactly one tier, on old data and on new.
 *
 * @param values - one finite number per customer
 * @param thresholds - the least value of each tier but the last, best tier first: descending; two
 *   equal ones enclose a tier that nobody is in
 * @returns the number of each customer's tier, from the best, 0
 * @throws ClienteleError INVALID_ARGUMENT
 * @example
 * tierByThreshold([1200, 1000, 40], [1000, 100]) //=> Uint8Array [0, 0, 2]
 */
export function tierByThreshold(values: NumberColumn, thresholds: NumberColumn): Uint8Array {
  checkColumn(values, "values");
  checkThresholds(thresholds, "thresholds");
  const tiers = new Uint8Array(values.length);
  for (let index = 0; index < values.length; index++) {
    tiers[index] = tierOf(values[index] as number, thresholds);
  }
  return tiers;
}
