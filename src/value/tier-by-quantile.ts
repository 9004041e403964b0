import { checkColumn, type NumberColumn } from "../core/column.js";
import { withDefaults } from "../core/options.js";
import { quantiles } from "../core/stats.js";
import { QUANTILE_TIER_DEFAULTS, type QuantileTierOptionsInput } from "./options.js";
import { checkShares } from "./rank-values.js";
import { tierByThreshold } from "./tier-by-threshold.js";

/**
 * Sorts customers into tiers by their number: by default the best fifth, the next three tenths and
 * the other half, at the quantiles of {@link thresholdsByQuantile}. Equal values are in the same
 * tier, so that tiers may be larger than their share where many customers have one value.
 *
 * @param values - one finite number per customer, in any unit; negative ones count like all others
 * @param options - `cuts` (default 0.2 and 0.5): shares of the customers, best first
 * @returns the number of each customer's tier, from the best, 0; empty for no customers
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION
 * @example
 * tierByQuantile([5, 4, 3, 2, 1], { cuts: [0.5] }) //=> Uint8Array [0, 0, 0, 1, 1]
 */
export function tierByQuantile(
  values: NumberColumn,
  options: QuantileTierOptionsInput = {},
): Uint8Array {
  const thresholds = thresholdsByQuantile(values, options);
  return thresholds === undefined ? new Uint8Array(0) : tierByThreshold(values, thresholds);
}

/**
 * The least value of each tier but the last under {@link tierByQuantile}, to put other or later
 * customers into the same tiers with `tierByThreshold`: the quantiles at 1 - cut, type 7 of Hyndman
 * and Fan (1996), which is the default of R.
 *
 * @param values - one finite number per customer
 * @param options - `cuts` (default 0.2 and 0.5): shares of the customers, best first
 * @returns thresholds, best tier first; `undefined` for no customers
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION
 * @example
 * thresholdsByQuantile([1, 2, 3, 4], { cuts: [0.25] }) //=> [3.25]
 */
export function thresholdsByQuantile(
  values: NumberColumn,
  options: QuantileTierOptionsInput = {},
): number[] | undefined {
  const { cuts } = withDefaults(QUANTILE_TIER_DEFAULTS, options);
  checkColumn(values, "values");
  checkShares(cuts, "options.cuts");
  // Counted from the top, as the quantiles of the values turned round: 1 - cut would be rounded.
  const turned = quantiles(
    Float64Array.from(values, (value) => -value),
    cuts,
  );
  return turned && Array.from(turned, (value) => 0 - value);
}
