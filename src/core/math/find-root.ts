import { checkNumber } from "../column.js";

/**
 * A zero of a continuous function between two points where its signs differ: inverse quadratic
 * interpolation where it is safe, bisection elsewhere (Chandrupatla, 1997, Advances in Engineering
 * Software 28; it needs fewer evaluations than Brent's method of 1973).
 *
 * @param f - the function
 * @param low - one end
 * @param high - the other end
 * @param tolerance - how near to the zero is near enough; by default its last bits
 * @returns `undefined` when f has the same sign at both ends, or is NaN on the way
 * @throws ClienteleError INVALID_ARGUMENT for ends that are not finite
 * @example
 * findRoot((x) => x * x - 2, 0, 2); //=> 1.4142135623730954
 */
export function findRoot(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance: number = 0,
): number | undefined {
  checkNumber(low, "low");
  checkNumber(high, "high");
  checkNumber(tolerance, "tolerance", "nonNegative");
  // The zero is between x1, the newest point, and x2; x3 is the point before.
  let [x1, f1] = [high, f(high)];
  let [x2, f2] = [low, f(low)];
  if (f1 === 0) return x1;
  if (f2 === 0) return x2;
  if (!(Math.sign(f1) * Math.sign(f2) < 0)) return undefined;
  let share = 0.5;
  for (;;) {
    const x = x1 + share * (x2 - x1);
    const value = f(x);
    if (Number.isNaN(value)) return undefined;
    const isSameSide = Math.sign(value) === Math.sign(f1);
    const [x3, f3] = isSameSide ? [x1, f1] : [x2, f2];
    if (!isSameSide) [x2, f2] = [x1, f1];
    [x1, f1] = [x, value];
    const best = Math.abs(f1) < Math.abs(f2) ? x1 : x2;
    const near = 2 * Number.EPSILON * Math.abs(best) + 0.5 * tolerance + 5e-324;
    const nearShare = near / Math.abs(x2 - x1);
    if (f1 === 0 || !(nearShare <= 0.5)) return best;
    const xi = (x1 - x2) / (x3 - x2);
    const phi = (f1 - f2) / (f3 - f2);
    const isSafe = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
    const quadratic = isSafe
      ? (f1 / (f2 - f1)) * (f3 / (f2 - f3)) +
        ((x3 - x1) / (x2 - x1)) * (f1 / (f3 - f1)) * (f2 / (f3 - f2))
      : 0.5;
    share = Math.min(1 - nearShare, Math.max(nearShare, quadratic));
  }
}
