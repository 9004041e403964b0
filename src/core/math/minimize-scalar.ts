import { checkNumber } from "../column.js";
import { invalid } from "../errors.js";

const GOLDEN = 0.3819660112501051;
/** Nearer than this share the values of a smooth function cannot tell points apart. */
const FINEST = 1.5e-8;

/** The lowest point of a function of one variable that a search has found. */
export interface ScalarMinimum {
  readonly point: number;
  readonly value: number;
}

/**
 * A local minimum of a function between two points: parabolic interpolation where it is safe, golden
 * section elsewhere (Brent, 1973, "Algorithms for Minimization without Derivatives", chapter 5).
 *
 * @param f - the function; NaN counts as infinitely high
 * @param low - one end
 * @param high - the other end, above `low`
 * @param tolerance - how near to the minimum is near enough, as a share of the stretch; a smooth
 * function cannot tell points apart that are nearer than 1.5e-8 of themselves
 * @returns `undefined` when the function is finite nowhere that was looked at
 * @throws ClienteleError INVALID_ARGUMENT for ends that are not finite or in the wrong order
 * @example
 * minimizeScalar((x) => (x - 2) ** 2, 0, 5)?.point; //=> 2
 */
export function minimizeScalar(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance: number = 1e-10,
): ScalarMinimum | undefined {
  checkNumber(low, "low");
  checkNumber(high, "high");
  checkNumber(tolerance, "tolerance", "nonNegative");
  if (!(high > low)) throw invalid("high", "above low", high);
  const height = (x: number): number => {
    const value = f(x);
    return Number.isNaN(value) ? Infinity : value;
  };
  let [left, right] = [low, high];
  let best = left + GOLDEN * (right - left);
  let bestValue = height(best);
  let [second, secondValue] = [best, bestValue];
  let [third, thirdValue] = [best, bestValue];
  let step = 0;
  let stepBefore = 0;
  for (;;) {
    const middle = 0.5 * (left + right);
    const near = FINEST * Math.abs(best) + tolerance * (high - low) + 5e-324;
    if (Math.abs(best - middle) <= 2 * near - 0.5 * (right - left)) {
      return bestValue < Infinity ? { point: best, value: bestValue } : undefined;
    }
    const parabola = parabolaStep(best, bestValue, second, secondValue, third, thirdValue);
    const target = best + parabola;
    if (Math.abs(parabola) < 0.5 * Math.abs(stepBefore) && target > left && target < right) {
      stepBefore = step;
      const isAtEnd = target - left < 2 * near || right - target < 2 * near;
      step = isAtEnd ? Math.sign(middle - best) * near : parabola;
    } else {
      stepBefore = best < middle ? right - best : left - best;
      step = GOLDEN * stepBefore;
    }
    const x = best + (Math.abs(step) >= near ? step : (step < 0 ? -1 : 1) * near);
    const value = height(x);
    if (value <= bestValue) {
      if (x < best) right = best;
      else left = best;
      [third, thirdValue] = [second, secondValue];
      [second, secondValue] = [best, bestValue];
      [best, bestValue] = [x, value];
    } else {
      if (x < best) left = x;
      else right = x;
      if (value <= secondValue || second === best) {
        [third, thirdValue] = [second, secondValue];
        [second, secondValue] = [x, value];
      } else if (value <= thirdValue || third === best || third === second) {
        [third, thirdValue] = [x, value];
      }
    }
  }
}

/** From the best point to the bottom of the parabola through all three; NaN where there is none. */
function parabolaStep(
  best: number,
  bestValue: number,
  second: number,
  secondValue: number,
  third: number,
  thirdValue: number,
): number {
  const r = (best - second) * (bestValue - thirdValue);
  const q = (best - third) * (bestValue - secondValue);
  return ((best - second) * r - (best - third) * q) / (2 * (q - r));
}
