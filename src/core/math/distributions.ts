import { inverseBetaLogOdds, regularizedBeta } from "./incomplete-beta.js";
import { inverseRegularizedGammaQ, regularizedGammaQ } from "./incomplete-gamma.js";

/**
 * P(X > x) of the chi-square distribution: the p-value of a likelihood ratio test.
 *
 * @param x - the statistic; at or below 0 the answer is 1
 * @param degrees - degrees of freedom, above 0; NaN otherwise
 * @example
 * chiSquareSurvival(3.841458820694124, 1); //=> 0.0500000000000001
 */
export function chiSquareSurvival(x: number, degrees: number): number {
  return regularizedGammaQ(degrees / 2, Math.max(0, x) / 2);
}

/**
 * The x with P(X > x) = share of the chi-square distribution.
 *
 * @param share - from 0 to 1; NaN otherwise
 * @param degrees - degrees of freedom, above 0; NaN otherwise
 * @example
 * chiSquareCritical(0.05, 1); //=> 3.8414588206941294
 */
export function chiSquareCritical(share: number, degrees: number): number {
  return 2 * inverseRegularizedGammaQ(degrees / 2, share);
}

/**
 * P(T <= t) of Student's t distribution.
 *
 * @param t - the statistic
 * @param degrees - degrees of freedom, above 0; NaN otherwise
 * @example
 * studentCdf(1, 1); //=> 0.7500000000000001
 */
export function studentCdf(t: number, degrees: number): number {
  const odds = (t / Math.sqrt(degrees)) ** 2;
  const tail = 0.5 * regularizedBeta(degrees / 2, 0.5, 1 / (1 + odds), 1 / (1 + 1 / odds));
  return t > 0 ? 1 - tail : tail;
}

/**
 * The t with P(T <= t) = p of Student's t distribution.
 *
 * @param p - from 0 to 1; NaN otherwise
 * @param degrees - degrees of freedom, above 0; NaN otherwise
 * @example
 * studentQuantile(0.975, 10); //=> 2.228138851986274
 */
export function studentQuantile(p: number, degrees: number): number {
  if (!(p >= 0 && p <= 1 && degrees > 0 && degrees < Infinity)) return NaN;
  // t² / (degrees + t²) is a beta variable of 1/2 and degrees / 2.
  const within = Math.abs(2 * (p - 0.5));
  const outside = p > 0.5 ? 2 * (1 - p) : 2 * p;
  const size = Math.sqrt(degrees * Math.exp(inverseBetaLogOdds(0.5, degrees / 2, within, outside)));
  return p < 0.5 ? -size : size;
}

/**
 * P(X > x) of the F distribution.
 *
 * @param x - the statistic; at or below 0 the answer is 1
 * @param numerator - its degrees of freedom, above 0; NaN otherwise
 * @param denominator - its degrees of freedom, above 0; NaN otherwise
 * @example
 * fSurvival(1, 5, 5); //=> 0.49999999999999944
 */
export function fSurvival(x: number, numerator: number, denominator: number): number {
  const odds = (numerator / denominator) * Math.max(0, x);
  return regularizedBeta(denominator / 2, numerator / 2, 1 / (1 + odds), 1 / (1 + 1 / odds));
}
