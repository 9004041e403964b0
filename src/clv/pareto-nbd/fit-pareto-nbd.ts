import { MODEL_VERSION } from "../check-model.js";
import { fitPurchaseModel, readFitData } from "../fitting/fit-purchase-model.js";
import type { ParetoNbdModel, PurchaseHistories } from "../types.js";
import { PARETO_PLAN } from "./pareto-nbd-plan.js";

/**
 * Fits the Pareto/NBD model by maximum likelihood: purchases at a gamma distributed rate until an
 * exponential lifetime ends, at a rate that is gamma distributed too (Schmittlein, Morrison and
 * Colombo, 1987).
 *
 * @param histories - one row per customer, or weighted rows
 * @returns the model, with the unit of the histories; `fit` says how the search ended
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH for broken columns; EMPTY_INPUT for no
 * customers; INVALID_DATA for an impossible history, named, or data that cannot tell; NO_CONVERGENCE
 */
export function fitParetoNbd(histories: PurchaseHistories): ParetoNbdModel {
  const fitted = fitPurchaseModel(
    readFitData(histories, PARETO_PLAN.parameters.length),
    PARETO_PLAN,
  );
  return { kind: "paretoNbd", version: MODEL_VERSION, ...fitted };
}
