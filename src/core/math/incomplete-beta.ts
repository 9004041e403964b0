import { logHyp2f1One } from "./hypergeometric-one.js";
import { logBeta } from "./log-beta.js";
import { stirlingCorrection } from "./log-gamma.js";
import { log1pMinus } from "./log1p-minus.js";
import { newtonRoot } from "./newton-root.js";

const LOG_TWO_PI = 1.8378770664093453;
const LOG_RANGE = 745;

/**
 * The regularised incomplete beta function I(x; a, b): the distribution function of a beta variable.
 * Relative error below 2e-13 for a and b up to 1e4.
 *
 * The continued fraction DLMF 8.17.22, or DLMF 8.17.8 for b up to 1, after the reflection DLMF 8.17.4
 * where x is above the mean.
 *
 * @param a - above 0
 * @param b - above 0
 * @param x - from 0 to 1; NaN outside these domains
 * @param complement - 1 - x, where the caller knows it better than the subtraction does
 * @example
 * regularizedBeta(2, 3, 0.5); //=> 0.6874999999999999
 */
export function regularizedBeta(
  a: number,
  b: number,
  x: number,
  complement: number = 1 - x,
): number {
  if (!(a > 0 && b > 0 && a < Infinity && b < Infinity && x >= 0 && complement >= 0)) return NaN;
  if (x === 0 || complement === 0) return x === 0 ? 0 : 1;
  return isBelowMean(a, b, x) ? lowerTail(a, b, x, complement) : 1 - lowerTail(b, a, complement, x);
}

/**
 * The x with I(x; a, b) = p: the quantile of a beta variable.
 *
 * @param a - above 0
 * @param b - above 0
 * @param p - from 0 to 1; NaN outside these domains
 * @example
 * inverseRegularizedBeta(2, 3, 0.6875); //=> 0.5
 */
export function inverseRegularizedBeta(a: number, b: number, p: number): number {
  if (!(a > 0 && b > 0 && a < Infinity && b < Infinity && p >= 0 && p <= 1)) return NaN;
  return 1 / (1 + Math.exp(-inverseBetaLogOdds(a, b, p, 1 - p)));
}

/**
 * ln(x / (1 - x)) for the x with I(x; a, b) = p = 1 - q, by Newton's method for the logarithm of the
 * smaller tail: it keeps the digits of an x near 1.
 */
export function inverseBetaLogOdds(a: number, b: number, p: number, q: number): number {
  if (p === 0) return -Infinity;
  if (q === 0) return Infinity;
  const useLower = p <= q;
  const target = Math.log(useLower ? p : q);
  const evaluate = (logOdds: number) => {
    const x = 1 / (1 + Math.exp(-logOdds));
    const complement = 1 / (1 + Math.exp(logOdds));
    const tail = useLower
      ? regularizedBeta(a, b, x, complement)
      : regularizedBeta(b, a, complement, x);
    if (tail === 0) return { value: useLower ? -Infinity : Infinity, slope: 1 };
    const difference = Math.log(tail) - target;
    const slope = Math.exp(logFront(a, b, x, complement)) / tail;
    return { value: useLower ? difference : -difference, slope };
  };
  return newtonRoot(evaluate, -LOG_RANGE, LOG_RANGE, Math.log(a / b));
}

function isBelowMean(a: number, b: number, x: number): boolean {
  return x * (a + b + 2) < a + 1;
}

/** ln of x^a (1 - x)^b / B(a, b). */
function logFront(a: number, b: number, x: number, complement: number): number {
  if (a < 10 || b < 10) {
    return a * logShare(x, complement) + b * logShare(complement, x) - logBeta(a, b);
  }
  // With Stirling's series for B the large parts cancel on paper.
  const distance = x * b - complement * a;
  const corrections = stirlingCorrection(a + b) - stirlingCorrection(a) - stirlingCorrection(b);
  return (
    a * logRatioMinus(x, a, distance, b) +
    b * logRatioMinus(complement, b, -distance, a) +
    0.5 * (Math.log(a) - Math.log1p(a / b) - LOG_TWO_PI) +
    corrections
  );
}

/** ln x, from the smaller and so more exact of x and 1 - x. */
function logShare(x: number, complement: number): number {
  return x < 0.5 ? Math.log(x) : Math.log1p(-complement);
}

/** ln r - (r - 1) for r = x (a + b) / a = 1 + distance / a. */
function logRatioMinus(x: number, a: number, distance: number, b: number): number {
  const excess = distance / a;
  return Math.abs(excess) < 0.5 ? log1pMinus(excess) : Math.log(x * (1 + b / a)) - excess;
}

/** I(x; a, b) for x below the mean. */
function lowerTail(a: number, b: number, x: number, complement: number): number {
  const front = logFront(a, b, x, complement) - Math.log(a);
  // DLMF 8.17.8: for b up to 1 this hypergeometric function has an expansion of positive terms.
  return b <= 1
    ? Math.exp(front + logHyp2f1One(a + b, a + 1, x, complement))
    : fraction(a, b, x) * Math.exp(front);
}

/** The continued fraction by the modified Lentz method. */
function fraction(a: number, b: number, x: number): number {
  let ratio = 1;
  let inverseDenominator = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let value = inverseDenominator;
  for (let m = 1; m < 1e7; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    inverseDenominator = 1 / nonZero(1 + even * inverseDenominator);
    ratio = nonZero(1 + even / ratio);
    value *= ratio * inverseDenominator;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    inverseDenominator = 1 / nonZero(1 + odd * inverseDenominator);
    ratio = nonZero(1 + odd / ratio);
    const change = ratio * inverseDenominator;
    value *= change;
    if (Math.abs(change - 1) < 2e-16) break;
  }
  return value;
}

function nonZero(value: number): number {
  return value === 0 ? 1e-300 : value;
}
