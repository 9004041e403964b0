import { checkParameterModel } from "../check-model.js";
import { logLikelihoodsOf } from "../fitting/two-cases.js";
import { poissonGammaProcess } from "../process/poisson-gamma-process.js";
import type { PurchaseBehaviour } from "../scoring/purchase-behaviour.js";
import type { NbdParameters } from "../types.js";
import { nbdCases } from "./nbd-likelihood.js";

/** NBD: everybody is alive for ever; the rate is gamma(r + x, α + T) distributed. */
export function nbdBehaviour(model: NbdParameters): PurchaseBehaviour {
  checkParameterModel(model, "nbd", ["r", "alpha"]);
  const { r, alpha } = model.params;
  return {
    logLikelihoods: (histories) => logLikelihoodsOf(nbdCases(model.params), histories),
    aliveProbabilities: ({ repeatCount }) => new Float64Array(repeatCount.length).fill(1),
    future: (x, age) => poissonGammaProcess(r + x, alpha + age),
  };
}
