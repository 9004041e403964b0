import { MODEL_VERSION } from "../check-model.js";
import { fitPurchaseModel, readFitData } from "../fitting/fit-purchase-model.js";
import type { FitOptions } from "../fitting/options.js";
import type { NbdModel, PurchaseHistories } from "../types.js";
import { NBD_PLAN } from "./nbd-plan.js";

/**
 * Fits the NBD model by maximum likelihood: purchases at a gamma distributed rate, and nobody ever
 * leaves (Ehrenberg, 1959). Mostly the yardstick for the models in which customers do leave.
 *
 * @param histories - one row per customer, or weighted rows
 * @param options - `prior` of some parameters, which leaves the reported log-likelihood that of the data
 * @returns the model, with the unit of the histories; `fit` says how the search ended
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH for broken columns; UNKNOWN_OPTION; EMPTY_INPUT for no
 * customers; INVALID_DATA for an impossible history, named, or data that cannot tell; NO_CONVERGENCE
 */
export function fitNbd(histories: PurchaseHistories, options: FitOptions = {}): NbdModel {
  const fitted = fitPurchaseModel(readFitData(histories, 2), NBD_PLAN, options);
  return { kind: "nbd", version: MODEL_VERSION, ...fitted };
}
