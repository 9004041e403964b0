import { logHyp2f1One } from "../../core/math/index.js";
import type { BetaGeometricRates } from "../process/beta-geometric-process.js";
import type { FutureProcess } from "../process/future-process.js";
import { logGammaExpectation } from "../process/gamma-expectation.js";
import { integrateStretch } from "../process/integrate-stretch.js";
import { negativeBinomial } from "../process/negative-binomial.js";
import { countsAfterLeaving, expectedAfterLeaving, survivalOf } from "../process/thin-counts.js";

/** Weights e^-x beyond this are lost in rounding. */
const NEGLIGIBLE_DECAY = 45;

/** A living customer whose purchases are every k-th event, or stage, of a Poisson process. */
export interface RegularRates extends BetaGeometricRates {
  /** k. */
  readonly regularity: number;
  /**
   * The probability of each number j = 0 … k - 1 of stages since the last purchase; under j the rate of
   * stages is gamma(r + j, alpha) distributed.
   */
  readonly stages: ArrayLike<number>;
}

/**
 * The future of a regular customer who leaves after each purchase with some chance. Given j, the
 * purchases of one who never leaves are the whole part of (j + M) / k, with M the negative binomial
 * number of stages to come, so that every sum is exact and of positive terms.
 */
export function regularProcess(rates: RegularRates): FutureProcess {
  const countsOf = (time: number): Float64Array => endlessCounts(rates, time);
  return {
    survival: (time) => survivalOf(countsOf(time), rates),
    noneProbability: (time) => countsOf(time)[0] as number,
    expectedCount: (time) => expectedAfterLeaving(countsOf(time), rates),
    discountedCount: (rate, time) => discountedCount(rates, rate, time),
    countProbabilities: (time) => countsAfterLeaving(countsOf(time), rates),
  };
}

/** The probabilities of the purchases of one who never leaves. */
function endlessCounts(rates: RegularRates, time: number): Float64Array {
  const { r, alpha, regularity: k, stages } = rates;
  let total = new Float64Array(1);
  for (let stage = 0; stage < k; stage++) {
    const weight = stages[stage] as number;
    if (weight === 0) continue;
    const counts = negativeBinomial(r + stage, time / alpha);
    const highest = Math.floor((stage + counts.length - 1) / k);
    if (highest >= total.length) {
      const longer = new Float64Array(highest + 1);
      longer.set(total);
      total = longer;
    }
    for (let m = 0; m < counts.length; m++) {
      total[Math.floor((stage + m) / k)]! += weight * (counts[m] as number);
    }
  }
  return total;
}

function discountedCount(rates: RegularRates, rate: number, time: number): number {
  const { r, alpha, a, b } = rates;
  const expected = (u: number): number => expectedAfterLeaving(endlessCounts(rates, u), rates);
  if (rate === 0) {
    if (time < Infinity) return expected(time);
    return a > 1 ? (a + b - 1) / (a - 1) : Infinity;
  }
  if (rate * time > NEGLIGIBLE_DECAY) return discountedForEver(rates, rate);
  // By parts: ∫ e^(-rate u) dE(u) = e^(-rate t) E(t) + rate ∫ e^(-rate u) E(u) du.
  const scale = Math.min(alpha / (r + 1), 1 / rate);
  const early = integrateStretch((u) => Math.exp(-rate * u) * expected(u), time, scale);
  return Math.exp(-rate * time) * expected(time) + rate * early;
}

/**
 * Σ c(i) E z^(k (i + 1) - j), where a stage at the rate λ is worth z = λ / (λ + rate) of one now, and
 * c(i) is the chance to survive i purchases: E z^(k - j) 2F1(1, b; a + b; z^k) over λ.
 */
function discountedForEver(rates: RegularRates, rate: number): number {
  const { r, alpha, a, b, regularity: k, stages } = rates;
  let sum = 0;
  for (let stage = 0; stage < k; stage++) {
    const weight = stages[stage] as number;
    if (weight === 0) continue;
    const logWorth = (lambda: number): number => {
      const logZ = -Math.log1p(rate / lambda);
      // Where a + b is below 1 the function itself is out of reach, but not its tail.
      const tail = logHyp2f1One(b + 1, a + b + 1, Math.exp(k * logZ), -Math.expm1(k * logZ), a);
      return (k - stage) * logZ + Math.log1p((b / (a + b)) * Math.exp(k * logZ + tail));
    };
    sum += weight * Math.exp(logGammaExpectation(r + stage, alpha, logWorth, k + 1, rate));
  }
  return sum;
}
