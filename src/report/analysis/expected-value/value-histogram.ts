import { quantiles } from "../../../core/stats.js";
import type { ValueBin } from "../../value-types.js";

/** More columns than this are hard to name. */
const MOST_EDGES = 9;

/**
 * Counts customers by expected value. Values spread over decades, so that the bins end at 1, 2 and 5
 * times powers of ten, between the lowest and the highest hundredth of the customers.
 *
 * @param values - not negative
 */
export function valueHistogram(values: Float64Array): readonly ValueBin[] {
  const [low, high] = quantiles(values, [0.01, 0.99]) as Float64Array;
  const edges = roundEdges(low!, high!);
  const starts = [0, ...edges];
  const customers = starts.map(() => 0);
  const sums = starts.map(() => 0);
  for (const value of values) {
    const bin = starts.findLastIndex((start) => start <= value);
    customers[bin]! += 1;
    sums[bin]! += value;
  }
  return starts.map((from, bin) => ({
    from,
    to: starts[bin + 1],
    customers: customers[bin]!,
    value: sums[bin]!,
  }));
}

/** 1, 2 and 5 times powers of ten from the first above `low` to the last up to `high`. */
function roundEdges(low: number, high: number): number[] {
  if (!(high > 0)) return [];
  const edges: number[] = [];
  for (let power = Math.floor(Math.log10(high)); edges.length < MOST_EDGES; power--) {
    for (const digit of [5, 2, 1]) {
      // Parsed, as 10 ** -2 times 5 is not the number that "5e-2" is.
      const edge = Number(`${digit}e${power}`);
      if (edge > high) continue;
      if (edge <= low || edges.length === MOST_EDGES) return edges.reverse();
      edges.push(edge);
    }
  }
  return edges.reverse();
}
