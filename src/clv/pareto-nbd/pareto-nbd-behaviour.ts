import { checkParameterModel } from "../check-model.js";
import { aliveProbabilitiesOf, logLikelihoodsOf } from "../fitting/two-cases.js";
import { paretoCases } from "../process/pareto-cases.js";
import { paretoProcess } from "../process/pareto-process.js";
import type { PurchaseBehaviour } from "../scoring/purchase-behaviour.js";
import type { ParetoNbdParameters } from "../types.js";

/** Pareto/NBD: who is alive at T has rates gamma(r + x, α + T) and gamma(s, β + T). */
export function paretoNbdBehaviour(model: ParetoNbdParameters): PurchaseBehaviour {
  checkParameterModel(model, "paretoNbd", ["r", "alpha", "s", "beta"]);
  const { r, alpha, s, beta } = model.params;
  const cases = paretoCases(model.params);
  return {
    logLikelihoods: (histories) => logLikelihoodsOf(cases, histories),
    aliveProbabilities: (histories) => aliveProbabilitiesOf(cases, histories),
    future: (x, age) => paretoProcess({ r: r + x, alpha: alpha + age, s, beta: beta + age }),
  };
}
