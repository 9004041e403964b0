import { MODEL_VERSION } from "../check-model.js";
import { COVARIATE_KINDS } from "../covariates/covariate-kinds.js";
import { fitCovariateModel, hasCovariates } from "../covariates/fit-covariate-model.js";
import type { CovariateHistories, ParetoNbdCovariatesModel } from "../covariates/types.js";
import { fitPurchaseModel, readFitData } from "../fitting/fit-purchase-model.js";
import type { FitOptions } from "../fitting/options.js";
import type { ParetoNbdModel, PurchaseHistories } from "../types.js";
import { PARETO_PLAN } from "./pareto-nbd-plan.js";

/**
 * Fits the Pareto/NBD model by maximum likelihood: purchases at a gamma distributed rate until an
 * exponential lifetime ends, at a rate that is gamma distributed too (Schmittlein, Morrison and
 * Colombo, 1987).
 *
 * With covariates the means of customers differ as these do, in the mean and precision form: see
 * `CovariateHistories`.
 *
 * @param histories - one row per customer, or weighted rows; with `covariates` for the model with them
 * @param options - `prior` of some parameters, which leaves the reported log-likelihood that of the data
 * @returns the model, with the unit of the histories; `fit` says how the search ended
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH for broken columns; UNKNOWN_OPTION; EMPTY_INPUT for no
 * customers; INVALID_DATA for an impossible history, named, or data that cannot tell, and for a covariate
 * that is constant or follows from others, named; NO_CONVERGENCE
 */
export function fitParetoNbd(
  histories: CovariateHistories,
  options?: FitOptions,
): ParetoNbdCovariatesModel;
export function fitParetoNbd(histories: PurchaseHistories, options?: FitOptions): ParetoNbdModel;
export function fitParetoNbd(
  histories: PurchaseHistories | CovariateHistories,
  options: FitOptions = {},
): ParetoNbdModel | ParetoNbdCovariatesModel {
  if (hasCovariates(histories)) {
    const fitted = fitCovariateModel(histories, COVARIATE_KINDS.paretoNbdCovariates, options);
    return {
      kind: "paretoNbdCovariates",
      version: MODEL_VERSION,
      ...fitted,
    } as ParetoNbdCovariatesModel;
  }
  const fitted = fitPurchaseModel(
    readFitData(histories, PARETO_PLAN.parameters.length),
    PARETO_PLAN,
    options,
  );
  return { kind: "paretoNbd", version: MODEL_VERSION, ...fitted };
}
