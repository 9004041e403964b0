import type { CovariateModel } from "../covariates/types.js";
import type { HorizonOptions } from "../options.js";
import type { PurchaseHistories, PurchaseModel } from "../types.js";
import { scoreHorizon } from "./score-horizon.js";

/**
 * The probability that each customer buys nothing within a horizon from the end of the observation,
 * having left or not.
 *
 * @param model - fitted, or written down with published parameters
 * @param histories - in any unit of time; converted to that of the model
 * @param options - `horizon`, such as `{ weeks: 13 }`
 * @returns one probability per customer, 0 to 1
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION, LENGTH_MISMATCH, UNSUPPORTED_VERSION;
 * INVALID_DATA with the customer whose history cannot be
 */
export function probabilityOfNoPurchase(
  model: PurchaseModel | CovariateModel,
  histories: PurchaseHistories,
  options: HorizonOptions,
): Float64Array {
  return scoreHorizon(
    model,
    histories,
    options,
    (future, time) => future.noneProbability(time),
    (alive, none) => 1 - alive + alive * none,
  );
}
