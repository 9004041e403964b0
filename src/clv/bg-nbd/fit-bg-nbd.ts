import { MODEL_VERSION } from "../check-model.js";
import { COVARIATE_KINDS } from "../covariates/covariate-kinds.js";
import { fitCovariateModel, hasCovariates } from "../covariates/fit-covariate-model.js";
import type { BgNbdCovariatesModel, CovariateHistories } from "../covariates/types.js";
import { betaGeometricPlan } from "../fitting/beta-geometric-plan.js";
import { fitPurchaseModel, readFitData } from "../fitting/fit-purchase-model.js";
import type { FitOptions } from "../fitting/options.js";
import type { BgNbdModel, PurchaseHistories } from "../types.js";

/**
 * Fits the BG/NBD model by maximum likelihood: purchases at a gamma distributed rate;
 * after each repeat purchase a customer leaves with a beta distributed chance (Fader, Hardie and Lee, 2005). A customer without a repeat purchase had no chance to leave and counts as alive; MBG/NBD knows better.
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
export function fitBgNbd(histories: CovariateHistories, options?: FitOptions): BgNbdCovariatesModel;
export function fitBgNbd(histories: PurchaseHistories, options?: FitOptions): BgNbdModel;
export function fitBgNbd(
  histories: PurchaseHistories | CovariateHistories,
  options: FitOptions = {},
): BgNbdModel | BgNbdCovariatesModel {
  if (hasCovariates(histories)) {
    const fitted = fitCovariateModel(histories, COVARIATE_KINDS.bgNbdCovariates, options);
    return { kind: "bgNbdCovariates", version: MODEL_VERSION, ...fitted } as BgNbdCovariatesModel;
  }
  const plan = betaGeometricPlan(1);
  const fitted = fitPurchaseModel(readFitData(histories, plan.parameters.length), plan, options);
  return { kind: "bgNbd", version: MODEL_VERSION, ...fitted };
}
