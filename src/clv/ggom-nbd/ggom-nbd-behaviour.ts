import { checkParameterModel } from "../check-model.js";
import { aliveProbabilitiesOf, logLikelihoodsOf } from "../fitting/two-cases.js";
import type { PurchaseBehaviour } from "../scoring/purchase-behaviour.js";
import type { GgomNbdParameters } from "../types.js";
import { survivorsOf } from "./gompertz.js";
import { ggomCases } from "./gompertz-cases.js";
import { gompertzProcess } from "./gompertz-process.js";

/** GGom/NBD: who is alive at T has a rate gamma(r + x, α + T) and the lifetimes of survivors. */
export function ggomNbdBehaviour(model: GgomNbdParameters): PurchaseBehaviour {
  checkParameterModel(model, "ggomNbd", ["r", "alpha", "b", "s", "beta"]);
  const { r, alpha } = model.params;
  const cases = ggomCases(model.params);
  return {
    logLikelihoods: (histories) => logLikelihoodsOf(cases, histories),
    aliveProbabilities: (histories) => aliveProbabilitiesOf(cases, histories),
    future: (x, age) =>
      gompertzProcess({ ...survivorsOf(model.params, age), r: r + x, alpha: alpha + age }),
  };
}
