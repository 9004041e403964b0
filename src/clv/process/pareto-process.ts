import { logAddExp, logTricomiU } from "../../core/math/index.js";
import type { FutureProcess } from "./future-process.js";
import { integrateStretch, visitStretch } from "./integrate-stretch.js";
import { negativeBinomial } from "./negative-binomial.js";
import { type ParetoRates, paretoCases } from "./pareto-cases.js";

/** Weights e^-x beyond this are lost in rounding. */
const NEGLIGIBLE_DECAY = 45;

/**
 * The future of a customer who buys until an exponential lifetime ends (Schmittlein, Morrison and
 * Colombo, 1987), as far as `rates` knows.
 */
export function paretoProcess(rates: ParetoRates): FutureProcess {
  const { r, alpha, s, beta } = rates;
  const cases = paretoCases(rates);
  const pace = (r / alpha) * beta;
  return {
    survival: (time) => Math.exp(-s * Math.log1p(time / beta)),
    noneProbability: (time) =>
      Math.exp(logAddExp(cases.logBuysNext(0, time), cases.logLeavesNext(0, 0))),
    expectedCount: (time) => pace * meanLifetime(s, time / beta),
    discountedCount: (rate, time) => pace * discountedLifetime(s, rate * beta, time / beta),
    countProbabilities: (time) => countProbabilities(rates, time),
  };
}

/** ∫ (1 + u)^-s du up to `time`, as ∫ e^((1 - s) v) dv with v = ln(1 + u): s = 1 is no exception. */
function meanLifetime(s: number, time: number): number {
  if (time === Infinity) return s > 1 ? 1 / (s - 1) : Infinity;
  const v = Math.log1p(time);
  const power = (1 - s) * v;
  return power === 0 ? v : v * (Math.expm1(power) / power);
}

/** ∫ e^(-rate u) (1 + u)^-s du up to `time`; up to infinity it is Tricomi's U(1, 2 - s, rate) (DLMF 13.4.4). */
function discountedLifetime(s: number, rate: number, time: number): number {
  if (rate === 0) return meanLifetime(s, time);
  if (time === Infinity) return Math.exp(logTricomiU(1, 2 - s, rate));
  const end = Math.min(time, NEGLIGIBLE_DECAY / rate);
  const scale = 1 / Math.max(1, s, rate);
  return integrateStretch((u) => Math.exp(-rate * u - s * Math.log1p(u)), end, scale);
}

/**
 * The purchases of one who lives through the time, and of those who leave at u within it: a sum of
 * negative binomial distributions with positive weights, so that it sums to 1.
 */
function countProbabilities({ r, alpha, s, beta }: ParetoRates, time: number): Float64Array {
  const total = negativeBinomial(r, time / alpha);
  const addCounts = (counts: Float64Array, share: number): void => {
    for (let n = 0; n < counts.length; n++) {
      total[n] = (total[n] as number) + share * (counts[n] as number);
    }
  };
  const survival = Math.exp(-s * Math.log1p(time / beta));
  for (let n = 0; n < total.length; n++) total[n] = (total[n] as number) * survival;
  visitStretch(
    time,
    Math.min(alpha / (r + 1), beta / (s + 1)),
    (u, weight) => {
      const leaving = (s / beta) * Math.exp(-(s + 1) * Math.log1p(u / beta));
      addCounts(negativeBinomial(r, u / alpha), weight * leaving);
    },
    // A count says how long the purchases took to about 1 / √r of it, on the logarithmic scale.
    Math.max(1, 0.4 * Math.sqrt(r)),
  );
  return total;
}
