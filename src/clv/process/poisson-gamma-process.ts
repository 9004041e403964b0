import type { FutureProcess } from "./future-process.js";
import { negativeBinomial } from "./negative-binomial.js";

/**
 * The future of a customer who never leaves and buys at a rate with a gamma(shape, rate) distribution:
 * the NBD.
 */
export function poissonGammaProcess(shape: number, rate: number): FutureProcess {
  const mean = shape / rate;
  return {
    survival: () => 1,
    noneProbability: (time) => Math.exp(-shape * Math.log1p(time / rate)),
    expectedCount: (time) => mean * time,
    discountedCount: (discount, time) =>
      discount === 0 ? mean * time : (mean * -Math.expm1(-discount * time)) / discount,
    countProbabilities: (time) => negativeBinomial(shape, time / rate),
  };
}
