import { logHyp2f1, logTricomiU } from "../../core/math/index.js";
import { logBetaExpectation } from "./beta-expectation.js";
import type { FutureProcess } from "./future-process.js";
import { integrateStretch } from "./integrate-stretch.js";
import { negativeBinomial } from "./negative-binomial.js";
import { countsAfterLeaving, expectedAfterLeaving } from "./thin-counts.js";

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
    countProbabilities: (time) => countsAfterLeaving(negativeBinomial(r, time / alpha), rates),
  };
}

/**
 * The purchases of one who never leaves are negative binomial. Where their sum is long, the same as
 * E (1 - (1 + p odds)^-r) / p over the chance p.
 */
function expectedCount({ r, a, b }: BetaGeometricRates, odds: number): number {
  if ((r + NEGLIGIBLE_DECAY) * odds > LONGEST_SUM) {
    const log = (p: number): number => Math.log(-Math.expm1(-r * Math.log1p(p * odds)) / p);
    return Math.exp(logBetaExpectation(a, b, log, [1 / odds, 1 / (r * odds)]));
  }
  return expectedAfterLeaving(negativeBinomial(r, odds), { a, b });
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
