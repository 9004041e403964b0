import { invalid } from "../errors.js";

const COARSEST_STEP = 1;
const MOST_HALVINGS = 9;

/**
 * ∫ f over [low, high] by the tanh-sinh rule (Takahasi and Mori, 1974), which does not mind if f or its
 * derivatives are infinite at the ends.
 *
 * x = middle + half · tanh(π/2 sinh s), with the step halved until two results agree to the tolerance.
 *
 * @param f - called with x and with its distances from both ends, which keep their digits there; a
 * value that is not finite counts as 0
 * @param low - finite
 * @param high - finite, at least `low`
 * @param tolerance - the share by which the last two results may differ
 * @returns `undefined` when the results do not settle
 * @throws ClienteleError INVALID_ARGUMENT for limits that are not finite or in the wrong order
 * @example
 * integrateTanhSinh((x, fromLow, toHigh) => 1 / Math.sqrt(fromLow * toHigh), 0, 1);
 * //=> 3.141592653589793
 */
export function integrateTanhSinh(
  f: (x: number, fromLow: number, toHigh: number) => number,
  low: number,
  high: number,
  tolerance: number = 1e-12,
): number | undefined {
  if (!Number.isFinite(low)) throw invalid("low", "a finite number", low);
  if (!(Number.isFinite(high) && high >= low)) {
    throw invalid("high", "a finite number, at least low", high);
  }
  const width = high - low;
  const term = (s: number): number => {
    const swing = Math.PI * Math.sinh(s);
    const fromLow = width / (1 + Math.exp(-swing));
    const toHigh = width / (1 + Math.exp(swing));
    const x = fromLow < toHigh ? low + fromLow : high - toHigh;
    // dx/ds = π cosh(s) · fromLow · toHigh / width.
    const slope = ((Math.PI * Math.cosh(s) * fromLow) / width) * toHigh;
    const value = slope === 0 ? 0 : f(x, fromLow, toHigh) * slope;
    return Number.isFinite(value) ? value : 0;
  };
  if (width === 0) return 0;
  let step = COARSEST_STEP;
  let sum = term(0) + sumOutwards(term, step, step);
  let result = step * sum;
  for (let halving = 0; halving < MOST_HALVINGS; halving++) {
    step /= 2;
    sum += sumOutwards(term, step, 2 * step);
    const previous = result;
    result = step * sum;
    if (halving > 1 && Math.abs(result - previous) <= tolerance * Math.abs(result)) return result;
  }
  return undefined;
}

/** Both tails, from `first` on in strides, as far as the ends of the range of doubles. */
function sumOutwards(term: (s: number) => number, first: number, stride: number): number {
  let sum = 0;
  for (let s = first; s < 6.2; s += stride) sum += term(s) + term(-s);
  return sum;
}
