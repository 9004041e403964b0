import { sum } from "simple-statistics";
import { checkColumn, checkNumber, type NumberColumn } from "./column.js";
import { invalid } from "./errors.js";
import { selectRanks } from "./select-ranks.js";
import { snapToWhole } from "./snap-to-whole.js";

/**
 * The sum with the rounding errors added back (Neumaier, 1974): as if in twice the precision.
 *
 * @param values - finite numbers; the empty sum is 0, a sum beyond the range of doubles infinite
 * @throws ClienteleError INVALID_ARGUMENT
 * @example
 * sumExact([1, 1e100, 1, -1e100]); //=> 2
 */
export function sumExact(values: NumberColumn): number {
  checkColumn(values, "values");
  const { total, scale } = sumInRange(values);
  return total * scale;
}

/**
 * The arithmetic mean.
 *
 * @param values - finite numbers
 * @returns `undefined` for no values
 * @throws ClienteleError INVALID_ARGUMENT
 * @example
 * mean([1, 2, 6]); //=> 3
 */
export function mean(values: NumberColumn): number | undefined {
  checkColumn(values, "values");
  if (values.length === 0) return undefined;
  const { total, scale } = sumInRange(values);
  return (total / values.length) * scale;
}

/**
 * The sample variance, Σ (x - mean)² / (n - 1).
 *
 * @param values - finite numbers
 * @returns `undefined` for fewer than two values; infinite where the squares are beyond the range of
 * doubles
 * @throws ClienteleError INVALID_ARGUMENT
 * @example
 * variance([1, 2, 6]); //=> 7
 */
export function variance(values: NumberColumn): number | undefined {
  const centre = mean(values);
  if (centre === undefined || values.length < 2) return undefined;
  const squares = Float64Array.from(values, (value) => (value - centre) ** 2);
  const { total, scale } = sumInRange(squares);
  return (total / (values.length - 1)) * scale;
}

/**
 * The sample standard deviation, the root of {@link variance}.
 *
 * @param values - finite numbers
 * @returns `undefined` for fewer than two values
 * @throws ClienteleError INVALID_ARGUMENT
 * @example
 * standardDeviation([1, 3]); //=> 1.4142135623730951
 */
export function standardDeviation(values: NumberColumn): number | undefined {
  const square = variance(values);
  return square === undefined ? undefined : Math.sqrt(square);
}

/**
 * Quantiles by linear interpolation between order statistics: type 7 of Hyndman and Fan (1996), the
 * default of R. The values are selected (Floyd and Rivest, 1975), not sorted. A quantile that falls on
 * a value is that value exactly, which cuts and thresholds rely on.
 *
 * @param values - finite numbers, in any order; they are not changed
 * @param shares - from 0 to 1 each
 * @returns one quantile per share; `undefined` for no values
 * @throws ClienteleError INVALID_ARGUMENT, OUT_OF_RANGE
 * @example
 * quantiles([1, 2, 3, 10], [0.25, 0.5, 1]); //=> Float64Array [1.75, 2.5, 10]
 */
export function quantiles(values: NumberColumn, shares: NumberColumn): Float64Array | undefined {
  checkColumn(values, "values");
  checkColumn(shares, "shares");
  for (let index = 0; index < shares.length; index++) checkShare(shares[index] as number, index);
  if (values.length === 0) return undefined;
  const positions = Float64Array.from(shares, (share) => snapToWhole((values.length - 1) * share));
  const ranks = new Set(positions.map(Math.floor));
  for (const position of positions) ranks.add(Math.ceil(position));
  const selected = Float64Array.from(values);
  selectRanks(
    selected,
    [...ranks].sort((left, right) => left - right),
  );
  return positions.map((position) => interpolate(selected, position));
}

/** Between the two values around a position. */
function interpolate(sorted: Float64Array, position: number): number {
  const low = sorted[Math.floor(position)] as number;
  const high = sorted[Math.ceil(position)] as number;
  if (low === high) return low;
  const fraction = position % 1;
  const between = low + (high - low) * fraction;
  // The distance of two huge values of opposite sign overflows.
  return Number.isFinite(between) ? between : low * (1 - fraction) + high * fraction;
}

/**
 * One quantile, see {@link quantiles}.
 *
 * @param values - finite numbers, in any order
 * @param share - from 0 to 1
 * @returns `undefined` for no values
 * @throws ClienteleError INVALID_ARGUMENT, OUT_OF_RANGE
 * @example
 * quantile([1, 2, 3, 10], 0.9); //=> 7.900000000000001
 */
export function quantile(values: NumberColumn, share: number): number | undefined {
  checkNumber(share, "share");
  return quantiles(values, [share])?.[0];
}

/**
 * The median: the middle value, or the mean of the two middle ones.
 *
 * @param values - finite numbers, in any order
 * @returns `undefined` for no values
 * @throws ClienteleError INVALID_ARGUMENT
 * @example
 * median([5, 1, 2, 4]); //=> 3
 */
export function median(values: NumberColumn): number | undefined {
  return quantile(values, 0.5);
}

/** The sum as total · scale: partial sums beyond the range of doubles are taken 2⁶⁴ times smaller. */
function sumInRange(values: NumberColumn): { readonly total: number; readonly scale: number } {
  const total = sum(values as number[]);
  if (Number.isFinite(total)) return { total, scale: 1 };
  const scaled = Float64Array.from(values, (value) => value * 2 ** -64);
  const smaller = sum(scaled as unknown as number[]);
  return { total: Number.isNaN(smaller) ? Infinity : smaller, scale: 2 ** 64 };
}

function checkShare(share: number, index: number): void {
  if (!(share >= 0 && share <= 1)) {
    throw invalid(`shares[${index}]`, "from 0 to 1", share, { code: "OUT_OF_RANGE" });
  }
}
