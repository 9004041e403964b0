import { checkColumn, checkOneOf, type NumberColumn } from "../core/column.js";
import { withDefaults } from "../core/options.js";
import { TIER_DEFAULTS, type TierOptionsInput } from "./options.js";
import { checkShares, countToShare, type RankedValues, rankValues } from "./rank-values.js";
import { tierOf } from "./thresholds.js";
import { tierByThreshold } from "./tier-by-threshold.js";

/**
 * Sorts customers into ABC tiers by cumulative share of value, best first: a customer is in A as
 * long as all better customers together have less than 80 % of the value. So the customer who
 * crosses 80 % belongs to A, and A has somebody wherever anybody has value.
 *
 * Values of zero and below are in the last tier and have no part in the total; where nobody has
 * value, everybody is in the last tier.
 *
 * @param values - one finite number per customer, in any unit
 * @param options - `cuts` (default 0.8 and 0.95) and `ties` (default `together`: customers of equal
 *   value are in the same tier, the better one of those they would be spread over)
 * @returns the number of each customer's tier: 0 = A, 1 = B, 2 = C; empty for no customers
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION; OUT_OF_RANGE for values too large to be added
 * @example
 * tierByShare([900, 50, 30, 20]) //=> Uint8Array [0, 1, 2, 2]
 */
export function tierByShare(values: NumberColumn, options: TierOptionsInput = {}): Uint8Array {
  const { cuts, ties } = withDefaults(TIER_DEFAULTS, options);
  checkOneOf(ties, "options.ties", ["together", "rowOrder"]);
  checkShares(cuts, "options.cuts");
  checkColumn(values, "values");
  const ranked = rankPositive(values);
  if (ranked.total === 0) return new Uint8Array(values.length).fill(cuts.length);
  const counts = countCustomers(ranked, cuts);
  return ties === "together"
    ? tierByThreshold(values, thresholdsAt(ranked, counts))
    : tierByRank(values, ranked, counts);
}

/**
 * The least value of each tier but the last under {@link tierByShare}, to put other or later
 * customers into the same tiers with `tierByThreshold`, or to review them with `reviewTiers`.
 *
 * @param values - one finite number per customer
 * @param options - `cuts`; customers of equal value are together
 * @returns thresholds, best tier first; `undefined` where nobody has value
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION; OUT_OF_RANGE for values too large to be added
 * @example
 * thresholdsByShare([900, 50, 30, 20]) //=> [900, 50]
 */
export function thresholdsByShare(
  values: NumberColumn,
  options: Pick<TierOptionsInput, "cuts"> = {},
): number[] | undefined {
  const { cuts } = withDefaults({ cuts: TIER_DEFAULTS.cuts }, options);
  checkShares(cuts, "options.cuts");
  checkColumn(values, "values");
  const ranked = rankPositive(values);
  return ranked.total === 0 ? undefined : thresholdsAt(ranked, countCustomers(ranked, cuts));
}

/** Ranks the positive values; the others have no part in a total. */
function rankPositive(values: NumberColumn): RankedValues {
  const positive = new Float64Array(values.length);
  let count = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    if (value > 0) positive[count++] = value;
  }
  return rankValues(positive.subarray(0, count));
}

/** For each cut, the customers down to it. */
function countCustomers(ranked: RankedValues, cuts: NumberColumn): number[] {
  return Array.from(cuts, (cut) => countToShare(ranked, cut));
}

function thresholdsAt({ descending }: RankedValues, counts: readonly number[]): number[] {
  return counts.map((count) => descending[count - 1] as number);
}

/** Tiers of exactly `counts` customers; among equal values at a threshold, earlier rows rank better. */
function tierByRank(
  values: NumberColumn,
  ranked: RankedValues,
  counts: readonly number[],
): Uint8Array {
  const thresholds = thresholdsAt(ranked, counts);
  const nextRank = new Map(
    thresholds.map((threshold) => [threshold, ranked.descending.indexOf(threshold)]),
  );
  const tiers = new Uint8Array(values.length);
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    let tier = tierOf(value, thresholds);
    const rank = nextRank.get(value);
    if (rank !== undefined) {
      while (tier < counts.length && rank >= (counts[tier] as number)) tier++;
      nextRank.set(value, rank + 1);
    }
    tiers[index] = tier;
  }
  return tiers;
}
