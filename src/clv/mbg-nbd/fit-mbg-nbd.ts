import { MODEL_VERSION } from "../check-model.js";
import { COVARIATE_KINDS } from "../covariates/covariate-kinds.js";
import { fitCovariateModel, hasCovariates } from "../covariates/fit-covariate-model.js";
import type { CovariateHistories, MbgNbdCovariatesModel } from "../covariates/types.js";
import { betaGeometricPlan } from "../fitting/beta-geometric-plan.js";
import { fitPurchaseModel, readFitData } from "../fitting/fit-purchase-model.js";
import type { FitOptions } from "../fitting/options.js";
import type { MbgNbdModel, PurchaseHistories } from "../types.js";

/**
 * Fits the MBG/NBD model by maximum likelihood: purchases at a gamma distributed rate;
 * after each purchase, the first one too, a customer leaves with a beta distributed chance (Batislam, Denizel and Filiztekin, 2007; Hoppe and Wagner, 2007).
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
export function fitMbgNbd(
  histories: CovariateHistories,
  options?: FitOptions,
): MbgNbdCovariatesModel;
export function fitMbgNbd(histories: PurchaseHistories, options?: FitOptions): MbgNbdModel;
export function fitMbgNbd(
  histories: PurchaseHistories | CovariateHistories,
  options: FitOptions = {},
): MbgNbdModel | MbgNbdCovariatesModel {
  if (hasCovariates(histories)) {
    const fitted = fitCovariateModel(histories, COVARIATE_KINDS.mbgNbdCovariates, options);
    return { kind: "mbgNbdCovariates", version: MODEL_VERSION, ...fitted } as MbgNbdCovariatesModel;
  }
  const plan = betaGeometricPlan(0);
  const fitted = fitPurchaseModel(readFitData(histories, plan.parameters.length), plan, options);
  return { kind: "mbgNbd", version: MODEL_VERSION, ...fitted };
}
