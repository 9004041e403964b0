import { checkParameterModel } from "../check-model.js";
import { aliveProbabilitiesOf, logLikelihoodsOf } from "../fitting/two-cases.js";
import { betaGeometricCases } from "../process/beta-geometric-cases.js";
import { betaGeometricProcess } from "../process/beta-geometric-process.js";
import type { PurchaseBehaviour } from "../scoring/purchase-behaviour.js";
import type { BgNbdParameters } from "../types.js";

/** BG/NBD: who is alive at T has a rate gamma(r + x, α + T) and a chance to leave beta(a, b + x). */
export function bgNbdBehaviour(model: BgNbdParameters): PurchaseBehaviour {
  checkParameterModel(model, "bgNbd", ["r", "alpha", "a", "b"]);
  const { r, alpha, a, b } = model.params;
  const cases = betaGeometricCases(model.params, 1);
  return {
    logLikelihoods: (histories) => logLikelihoodsOf(cases, histories),
    aliveProbabilities: (histories) => aliveProbabilitiesOf(cases, histories),
    future: (x, age) => betaGeometricProcess({ r: r + x, alpha: alpha + age, a, b: b + x }),
  };
}
