import { checkColumn, type NumberColumn } from "../core/column.js";
import { ClienteleError, invalid } from "../core/errors.js";

/** Values that are not negative, best first, and what they come to. */
export interface RankedValues {
  readonly descending: Float64Array;
  /** The best 0, 1, 2, … values together. */
  readonly cumulative: Float64Array;
  /** All values together. */
  readonly total: number;
}

/**
 * Ranks values that are not negative; sorts them in place.
 *
 * @throws ClienteleError OUT_OF_RANGE when they are too large to be added up
 */
export function rankValues(values: Float64Array): RankedValues {
  const descending = values.sort().reverse();
  const cumulative = new Float64Array(descending.length + 1);
  let sum = 0;
  let lost = 0;
  for (let index = 0; index < descending.length; index++) {
    // What each addition loses is kept (Dekker, 1971): no value exceeds the sum of those before it.
    const value = descending[index] as number;
    const next = sum + value;
    lost += sum - next + value;
    sum = next;
    cumulative[index + 1] = sum + lost;
  }
  if (!Number.isFinite(sum)) {
    const message = "values must be small enough to be added up, got a sum over 1.8e308";
    throw new ClienteleError("OUT_OF_RANGE", message, { where: "values" });
  }
  return { descending, cumulative, total: sum + lost };
}

/**
 * How near to a cut a share counts as having reached it: far over the rounding of a sum and far
 * under the share of a customer, so that a change of unit moves nobody across.
 */
const SHARE_TOLERANCE = 1e-12;

/** The fewest values, best first, that bring a share of the total; the one that crosses it counts. */
export function countToShare(ranked: RankedValues, share: number): number {
  const { descending, cumulative, total } = ranked;
  if (share === 1) return descending.findLastIndex((value) => value > 0) + 1;
  const target = total * (share - SHARE_TOLERANCE);
  let low = 0;
  let high = descending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cumulative[middle] as number) < target) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The most cuts whose tiers fit into a byte. */
const MOST_CUTS = 254;

/**
 * Refuses shares that do not ascend within (0, 1].
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function checkShares(shares: NumberColumn, where: string): void {
  checkColumn(shares, where, "positive");
  if (shares.length > MOST_CUTS) throw invalid(where, `at most ${MOST_CUTS} shares`, shares);
  for (let index = 0; index < shares.length; index++) {
    const share = shares[index] as number;
    if (share > 1) throw invalid(`${where}[${index}]`, "a share over 0, up to 1", share);
    if (index > 0 && share <= (shares[index - 1] as number)) {
      throw invalid(`${where}[${index}]`, "greater than the share before it", share);
    }
  }
}
