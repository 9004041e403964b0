import { isCovariateModel } from "../covariates/check-covariate-model.js";
import { scoreByCovariates } from "../covariates/score-by-covariates.js";
import type { CovariateModel } from "../covariates/types.js";
import { pairHistories } from "../data/pair-histories.js";
import { readHistories } from "../data/read-histories.js";
import type { PurchaseHistories, PurchaseModel } from "../types.js";
import { behaviourOf } from "./behaviour-of.js";

/**
 * The log-likelihood of each history under a model: the density of its purchase times, in the unit of
 * the model. Of customers that were not fitted to, a fair comparison of models.
 *
 * @param model - fitted, or written down with published parameters
 * @param histories - in any unit of time; converted to that of the model
 * @returns one natural logarithm per row; a row that stands for several customers is not multiplied
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION, LENGTH_MISMATCH, UNSUPPORTED_VERSION;
 * INVALID_DATA with the customer whose history cannot be
 */
export function logLikelihoods(
  model: PurchaseModel | CovariateModel,
  histories: PurchaseHistories,
): Float64Array {
  if (isCovariateModel(model)) {
    return Float64Array.from(
      scoreByCovariates(model, histories, (each, part) => logLikelihoods(each, part)),
    );
  }
  return behaviourOf(model).logLikelihoods(pairHistories(readHistories(histories, model.timeUnit)));
}
