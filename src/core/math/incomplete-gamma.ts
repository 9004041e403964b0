import { logGamma, stirlingCorrection } from "./log-gamma.js";
import { log1pMinus } from "./log1p-minus.js";
import { newtonRoot } from "./newton-root.js";
import { normalQuantile } from "./normal.js";

const LOG_TWO_PI = 1.8378770664093453;
/** Bounds of ln x: the range of positive doubles. */
const LOG_RANGE = 745;

/**
 * The regularised lower incomplete gamma function P(a, x) = γ(a, x) / Γ(a): the distribution function
 * of a gamma variable of shape a and scale 1. Relative error below 2e-13 for a up to 1e5.
 *
 * The series DLMF 8.11.4 for x < a + 1, the continued fraction DLMF 8.9.2 beyond.
 *
 * @param a - above 0
 * @param x - at least 0; NaN outside these domains
 * @example
 * regularizedGammaP(1, 2); //=> 0.8646647167633873, which is 1 - e⁻²
 */
export function regularizedGammaP(a: number, x: number): number {
  if (!(a > 0 && x >= 0 && a < Infinity)) return NaN;
  if (x === Infinity) return 1;
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x);
}

/**
 * The regularised upper incomplete gamma function Q(a, x) = 1 - P(a, x), without the cancellation for
 * large x. Relative error below 2e-13 for a from 0.01 to 1e5.
 *
 * @param a - above 0
 * @param x - at least 0; NaN outside these domains
 * @example
 * regularizedGammaQ(1, 2); //=> 0.1353352832366127, which is e⁻²
 */
export function regularizedGammaQ(a: number, x: number): number {
  if (!(a > 0 && x >= 0 && a < Infinity)) return NaN;
  if (x === Infinity) return 0;
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}

/**
 * The x with P(a, x) = p: the quantile of a gamma variable of shape a and scale 1.
 *
 * @param a - above 0
 * @param p - from 0 (giving 0) to 1 (giving Infinity); NaN outside these domains
 * @example
 * inverseRegularizedGammaP(1, 0.5); //=> 0.6931471805599455, which is ln 2
 */
export function inverseRegularizedGammaP(a: number, p: number): number {
  return inverse(a, p, 1 - p);
}

/**
 * The x with Q(a, x) = q, exact also for the tiny q that 1 - q would lose.
 *
 * @param a - above 0
 * @param q - from 0 (giving Infinity) to 1 (giving 0); NaN outside these domains
 * @example
 * inverseRegularizedGammaQ(1, 1e-20); //=> 46.051701859880914
 */
export function inverseRegularizedGammaQ(a: number, q: number): number {
  return inverse(a, 1 - q, q);
}

/** ln of x^a e^-x / Γ(a + 1). */
function logFront(a: number, x: number): number {
  if (a < 10) return a * Math.log(x) - x - logGamma(a + 1);
  // With Stirling's series for Γ the large parts cancel on paper.
  const excess = (x - a) / a;
  const distance = Math.abs(excess) < 0.5 ? log1pMinus(excess) : Math.log(x / a) - excess;
  return a * distance - 0.5 * (LOG_TWO_PI + Math.log(a)) - stirlingCorrection(a);
}

function lowerSeries(a: number, x: number): number {
  if (x === 0) return 0;
  let sum = 1;
  let term = 1;
  for (let k = 1; term > 1e-17 * sum; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum * Math.exp(logFront(a, x));
}

/** The fraction by the modified Lentz method. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let ratio = 1e300;
  let inverseDenominator = 1 / b;
  let fraction = inverseDenominator;
  for (let k = 1; k < 1e7; k++) {
    const numerator = k * (a - k);
    b += 2;
    inverseDenominator = 1 / nonZero(b + numerator * inverseDenominator);
    ratio = nonZero(b + numerator / ratio);
    const change = ratio * inverseDenominator;
    fraction *= change;
    if (Math.abs(change - 1) < 2e-16) break;
  }
  return a * fraction * Math.exp(logFront(a, x));
}

function nonZero(value: number): number {
  return value === 0 ? 1e-300 : value;
}

/** Newton's method for the logarithm of the smaller tail as a function of ln x. */
function inverse(a: number, p: number, q: number): number {
  if (!(a > 0 && a < Infinity && p >= 0 && q >= 0)) return NaN;
  if (p === 0) return 0;
  if (q === 0) return Infinity;
  const useLower = p <= q;
  const target = Math.log(useLower ? p : q);
  const evaluate = (logX: number) => {
    const x = Math.exp(logX);
    const tail = useLower ? regularizedGammaP(a, x) : regularizedGammaQ(a, x);
    if (tail === 0) return { value: useLower ? -Infinity : Infinity, slope: 1 };
    const difference = Math.log(tail) - target;
    // The slope of ln P or -ln Q by ln x: x times the density over the tail.
    const slope = (a * Math.exp(logFront(a, x))) / tail;
    return { value: useLower ? difference : -difference, slope };
  };
  return Math.exp(newtonRoot(evaluate, -LOG_RANGE, LOG_RANGE, firstGuess(a, p, q)));
}

/** ln x by the first term of the series for small p, by Wilson and Hilferty (1931) otherwise. */
function firstGuess(a: number, p: number, q: number): number {
  const small = (Math.log(p) + logGamma(a + 1)) / a;
  if (small < Math.log(0.2 * (a + 1))) return small;
  const z = p <= q ? normalQuantile(p) : -normalQuantile(q);
  const root = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
  return Math.log(a * Math.max(root, 0.05) ** 3);
}
