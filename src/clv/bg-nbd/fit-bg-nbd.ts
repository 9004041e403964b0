import { MODEL_VERSION } from "../check-model.js";
import { betaGeometricPlan } from "../fitting/beta-geometric-plan.js";
import { fitPurchaseModel, readFitData } from "../fitting/fit-purchase-model.js";
import type { BgNbdModel, PurchaseHistories } from "../types.js";

/**
 * Fits the BG/NBD model by maximum likelihood: purchases at a gamma distributed rate;
 * after each repeat purchase a customer leaves with a beta distributed chance (Fader, Hardie and Lee, 2005). A customer without a repeat purchase had no chance to leave and counts as alive; MBG/NBD knows better.
 *
 * @param histories - one row per customer, or weighted rows
 * @returns the model, with the unit of the histories; `fit` says how the search ended
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH for broken columns; EMPTY_INPUT for no
 * customers; INVALID_DATA for an impossible history, named, or data that cannot tell; NO_CONVERGENCE
 */
export function fitBgNbd(histories: PurchaseHistories): BgNbdModel {
  const plan = betaGeometricPlan(1);
  const fitted = fitPurchaseModel(readFitData(histories, plan.parameters.length), plan);
  return { kind: "bgNbd", version: MODEL_VERSION, ...fitted };
}
