import { MODEL_VERSION } from "../check-model.js";
import {
  fitPurchaseModel,
  type PurchaseFitPlan,
  readFitData,
} from "../fitting/fit-purchase-model.js";
import { nbdLimit, nbdStart } from "../nbd/nbd-plan.js";
import { paretoGradients } from "../process/pareto-gradients.js";
import type { ParetoNbdModel, PurchaseHistories } from "../types.js";

/** Above e^10 customers differ by less than 1 % in their rates, and the likelihood loses its digits. */
const HIGHEST_SHAPE = 10;

const PLAN: PurchaseFitPlan<"r" | "alpha" | "s" | "beta"> = {
  parameters: [
    { name: "r", isTime: false, highest: HIGHEST_SHAPE },
    { name: "alpha", isTime: true },
    { name: "s", isTime: false, highest: HIGHEST_SHAPE },
    { name: "beta", isTime: true },
  ],
  gradients: paretoGradients,
  // Lifetimes about as long as the customers are old, far longer, and far shorter.
  starts: (histories) => {
    const [r, alpha] = nbdStart(histories);
    return [
      [r, alpha, 0.5, 0.5],
      [r, alpha, 1, 10],
      [2 * r, alpha, 1, 0.1],
    ];
  },
  nested: (histories) => [nbdLimit(histories)],
};

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
  const fitted = fitPurchaseModel(readFitData(histories, PLAN.parameters.length), PLAN);
  return { kind: "paretoNbd", version: MODEL_VERSION, ...fitted };
}
