import { logAddExp } from "../../core/math/index.js";
import type { FutureProcess } from "../process/future-process.js";
import { negativeBinomial } from "../process/negative-binomial.js";
import { visitGrowth } from "../process/visit-growth.js";
import { gompertzEnd, gompertzGrowth, gompertzHazard } from "./gompertz.js";
import { type GgomRates, ggomCases } from "./gompertz-cases.js";

/** The future of a customer who buys until a Gompertz lifetime ends, as far as `rates` knows. */
export function gompertzProcess(rates: GgomRates): FutureProcess {
  const cases = ggomCases(rates);
  return {
    survival: (time) => Math.exp(-gompertzHazard(rates, time)),
    noneProbability: (time) =>
      Math.exp(logAddExp(cases.logBuysNext(0, time), cases.logLeavesNext(0, 0))),
    expectedCount: (time) => discountedCount(rates, 0, time),
    discountedCount: (rate, time) => discountedCount(rates, rate, time),
    countProbabilities: (time) => countProbabilities(rates, time),
  };
}

/** r / α ∫ e^(-rate u) times the chance to be alive; finite for ever, as nobody grows old for ever. */
function discountedCount(rates: GgomRates, rate: number, time: number): number {
  const growth = gompertzGrowth(rates, 1 / rate);
  const end = Math.min(time, gompertzEnd(rates, growth, { scale: 1, power: 0, rate }));
  let sum = 0;
  visitGrowth(end, growth, (u, weight) => {
    sum += weight * Math.exp(-rate * u - gompertzHazard(rates, u));
  });
  return (rates.r / rates.alpha) * sum;
}

/** Of one who lives through the time, and of those who leave at u within it; see `paretoProcess`. */
function countProbabilities(rates: GgomRates, time: number): Float64Array {
  const { r, alpha, b, s, beta } = rates;
  const survival = Math.exp(-gompertzHazard(rates, time));
  const total = negativeBinomial(r, time / alpha).map((probability) => survival * probability);
  const growth = gompertzGrowth(rates, alpha / (r + 1));
  const end = Math.min(time, gompertzEnd(rates, growth, { scale: 1, power: 0, rate: 0 }));
  visitGrowth(
    end,
    growth,
    (u, weight) => {
      const hazard = gompertzHazard(rates, u);
      const share = weight * ((s * b) / beta) * Math.exp(b * u - hazard - hazard / s);
      negativeBinomial(r, u / alpha).forEach((probability, n) => {
        if (n < total.length) total[n]! += share * probability;
      });
    },
    // A count says how long the purchases took to about 1 / √r of it, on the logarithmic scale.
    Math.max(1, 0.4 * Math.sqrt(r)),
  );
  return total;
}
