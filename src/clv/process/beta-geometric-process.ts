import { logHyp2f1, logTricomiU } from "../../core/math/index.js";
import { logBetaExpectation } from "./beta-expectation.js";
import type { FutureProcess } from "./future-process.js";
import { integrateStretch } from "./integrate-stretch.js";
import { negativeBinomial } from "./negative-binomial.js";

/** A living customer: the rate of purchase gamma(r, alpha), the chance to leave after each one beta(a, b). */
export interface BetaGeometricRates {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** Beyond about so many terms an integral is cheaper than a sum. */
const LONGEST_SUM = 5000;
/** Weights e^-x beyond this are lost in rounding. */
const NEGLIGIBLE_DECAY = 45;

/**
 * The future of a customer who buys and leaves after each purchase with some chance, as far as `rates`
 * knows: of BG/NBD and MBG/NBD alike.
 */
export function betaGeometricProcess(rates: BetaGeometricRates): FutureProcess {
  const { r, alpha, a, b } = rates;
  return {
    survival: (time) => Math.exp(logHyp2f1(r, a, a + b, -time / alpha)),
    noneProbability: (time) => Math.exp(-r * Math.log1p(time / alpha)),
    expectedCount: (time) => expectedCount(rates, time / alpha),
    discountedCount: (rate, time) => discountedCount(rates, rate, time),
    countProbabilities: (time) => countProbabilities(rates, time / alpha),
  };
}

/**
 * Σ P(N > i) c(i), with N the purchases of one who never leaves (negative binomial) and c(i) =
 * (b)ᵢ / (a + b)ᵢ the chance to survive i of them: all terms positive, and a = 1 is no exception.
 * Where the sum is long, the same as E (1 - (1 + p odds)^-r) / p over p.
 */
function expectedCount({ r, a, b }: BetaGeometricRates, odds: number): number {
  if ((r + NEGLIGIBLE_DECAY) * odds > LONGEST_SUM) {
    const log = (p: number): number => Math.log(-Math.expm1(-r * Math.log1p(p * odds)) / p);
    return Math.exp(logBetaExpectation(a, b, log, [1 / odds, 1 / (r * odds)]));
  }
  const counts = negativeBinomial(r, odds);
  let beyond = 0;
  let sum = 0;
  for (let i = counts.length - 2; i >= 0; i--) {
    beyond += counts[i + 1] as number;
    sum = beyond + ((b + i) / (a + b + i)) * sum;
  }
  return sum;
}

/**
 * The rate of purchases at u, r / α 2F1(r + 1, a; a + b; -u / α), weighed by e^(-rate u) and summed up
 * by quadrature; to infinity, over u first, which gives E (r / p) U(1, 1 - r, rate α / p).
 */
function discountedCount(rates: BetaGeometricRates, rate: number, time: number): number {
  const { r, alpha, a, b } = rates;
  if (rate === 0) {
    if (time < Infinity) return expectedCount(rates, time / alpha);
    return a > 1 ? (a + b - 1) / (a - 1) : Infinity;
  }
  if (time === Infinity) {
    const pace = rate * alpha;
    const log = (p: number): number => Math.log(r / p) + logTricomiU(1, 1 - r, pace / p);
    return Math.exp(logBetaExpectation(a, b, log, [pace, pace / r]));
  }
  const density = (u: number): number =>
    Math.exp(logHyp2f1(r + 1, a, a + b, -u / alpha) - rate * u);
  const end = Math.min(time, NEGLIGIBLE_DECAY / rate);
  return (r / alpha) * integrateStretch(density, end, Math.min(alpha / (r + 1), 1 / rate));
}

/** n purchases: all survived and no further one, or the last of them the last of all. */
function countProbabilities({ r, a, b }: BetaGeometricRates, odds: number): Float64Array {
  const counts = negativeBinomial(r, odds);
  const probabilities = new Float64Array(counts.length);
  const reached = tailsOf(counts);
  let survived = 1;
  for (let n = 0; n < counts.length; n++) {
    const leaving = n === 0 ? 0 : survived * (a / (a + b + n - 1)) * (reached[n] as number);
    if (n > 0) survived *= (b + n - 1) / (a + b + n - 1);
    probabilities[n] = survived * (counts[n] as number) + leaving;
  }
  return probabilities;
}

/** P(N >= n) for each n. */
function tailsOf(probabilities: Float64Array): Float64Array {
  const tails = new Float64Array(probabilities.length);
  let beyond = 0;
  for (let n = probabilities.length - 1; n >= 0; n--) {
    beyond += probabilities[n] as number;
    tails[n] = beyond;
  }
  return tails;
}
