import { logGamma, stirlingCorrection } from "./log-gamma.js";

const HALF_LOG_TWO_PI = 0.9189385332046728;

/** From here on differences of log-gammas go through Stirling's series, where the large parts cancel on paper. */
const LARGE = 10;

/**
 * ln B(a, b) = lnΓ(a) + lnΓ(b) - lnΓ(a + b), without the cancellation of that formula for large
 * arguments (Didonato and Morris, 1992, TOMS 708); error below 4e-15 of max(1, |result|).
 *
 * @param a - a positive number; 0 gives Infinity, a negative number NaN
 * @param b - likewise
 * @example
 * logBeta(0.5, 0.5); //=> 1.1447298858494002, which is ln π
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < LARGE) return logGamma(small) + (logGamma(large) - logGamma(small + large));
  if (small < LARGE) return logGamma(small) - logRisingFactorial(large, small);
  const ratio = small / large;
  const corrections =
    stirlingCorrection(small) + (stirlingCorrection(large) - stirlingCorrection(small + large));
  return (
    HALF_LOG_TWO_PI -
    0.5 * Math.log(large) +
    corrections -
    (small - 0.5) * Math.log1p(1 / ratio) -
    large * Math.log1p(ratio)
  );
}

/**
 * ln (x)ₙ = lnΓ(x + n) - lnΓ(x), the logarithm of the rising factorial for any real n >= 0;
 * error below 4e-15 of max(1, |result|), also where x is huge and the log-gammas nearly cancel.
 *
 * @param x - a positive number
 * @param n - a number that is not negative
 * @example
 * logRisingFactorial(3, 2); //=> 2.4849066497880004, the logarithm of 3 · 4
 */
export function logRisingFactorial(x: number, n: number): number {
  if (x < 1) return logGamma(x + n + 1) - logGamma(x + 1) - Math.log1p(n / x);
  if (x < LARGE) return logGamma(x + n) - logGamma(x);
  const sum = x + n;
  return (
    (x - 0.5) * Math.log1p(n / x) +
    n * (Math.log(sum) - 1) +
    (stirlingCorrection(sum) - stirlingCorrection(x))
  );
}
