import { MODEL_VERSION } from "../check-model.js";
import { betaGeometricPlan } from "../fitting/beta-geometric-plan.js";
import { fitPurchaseModel, readFitData } from "../fitting/fit-purchase-model.js";
import type { MbgNbdModel, PurchaseHistories } from "../types.js";

/**
 * Fits the MBG/NBD model by maximum likelihood: purchases at a gamma distributed rate;
 * after each purchase, the first one too, a customer leaves with a beta distributed chance (Batislam, Denizel and Filiztekin, 2007; Hoppe and Wagner, 2007).
 *
 * @param histories - one row per customer, or weighted rows
 * @returns the model, with the unit of the histories; `fit` says how the search ended
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH for broken columns; EMPTY_INPUT for no
 * customers; INVALID_DATA for an impossible history, named, or data that cannot tell; NO_CONVERGENCE
 */
export function fitMbgNbd(histories: PurchaseHistories): MbgNbdModel {
  const plan = betaGeometricPlan(0);
  const fitted = fitPurchaseModel(readFitData(histories, plan.parameters.length), plan);
  return { kind: "mbgNbd", version: MODEL_VERSION, ...fitted };
}
