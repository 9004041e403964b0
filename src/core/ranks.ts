import { checkColumn, checkOneOf, type NumberColumn } from "./column.js";
import { sortedOrder } from "./sorted-order.js";
import { mean } from "./stats.js";

/** The rank that equal values share: the mean, the lowest or the highest of the ranks they take up. */
export type TiedRanks = "mean" | "lowest" | "highest";

/**
 * The rank of each value, 1 for the smallest.
 *
 * @param values - finite numbers
 * @param ties - what equal values get, by default the mean of their ranks
 * @throws ClienteleError INVALID_ARGUMENT
 * @example
 * ranks([10, 30, 10, 20]); //=> Float64Array [1.5, 4, 1.5, 3]
 */
export function ranks(values: NumberColumn, ties: TiedRanks = "mean"): Float64Array {
  checkColumn(values, "values");
  checkOneOf(ties, "ties", ["mean", "lowest", "highest"]);
  const order = sortedOrder(values);
  const result = new Float64Array(values.length);
  for (let first = 0, next = 0; first < order.length; first = next) {
    const value = values[order[first] as number];
    while (next < order.length && values[order[next] as number] === value) next++;
    // The equal values take up the ranks first + 1 to next.
    const rank = ties === "lowest" ? first + 1 : ties === "highest" ? next : (first + 1 + next) / 2;
    for (let place = first; place < next; place++) result[order[place] as number] = rank;
  }
  return result;
}

/**
 * Pearson's correlation.
 *
 * @param x - finite numbers
 * @param y - finite numbers, as many
 * @returns from -1 to 1; `undefined` for fewer than two pairs or where one side is constant
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH
 * @example
 * correlation([1, 2, 3], [2, 4, 7]); //=> 0.9933992677987828
 */
export function correlation(x: NumberColumn, y: NumberColumn): number | undefined {
  checkColumn(x, "x");
  checkColumn(y, "y", "finite", x.length);
  const meanX = mean(x);
  const meanY = mean(y);
  if (meanX === undefined || meanY === undefined) return undefined;
  const scaleX = largestDistance(x, meanX);
  const scaleY = largestDistance(y, meanY);
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let index = 0; index < x.length; index++) {
    const dx = ((x[index] as number) - meanX) / scaleX;
    const dy = ((y[index] as number) - meanY) / scaleY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  const result = xy / Math.sqrt(xx * yy);
  return Number.isNaN(result) ? undefined : Math.max(-1, Math.min(1, result));
}

/** What makes squares neither overflow nor vanish. */
function largestDistance(values: NumberColumn, centre: number): number {
  let largest = 0;
  for (let index = 0; index < values.length; index++) {
    largest = Math.max(largest, Math.abs((values[index] as number) - centre));
  }
  return largest;
}

/**
 * Spearman's rank correlation: {@link correlation} of the ranks, ties at their mean rank.
 *
 * @param x - finite numbers
 * @param y - finite numbers, as many
 * @returns from -1 to 1; `undefined` for fewer than two pairs or where one side is constant
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH
 * @example
 * spearman([1, 2, 3], [10, 100, 1000]); //=> 1
 */
export function spearman(x: NumberColumn, y: NumberColumn): number | undefined {
  checkColumn(x, "x");
  checkColumn(y, "y", "finite", x.length);
  return correlation(ranks(x), ranks(y));
}
