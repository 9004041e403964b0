import { withDefaults } from "../../core/options.js";
import { isCovariateModel } from "../covariates/check-covariate-model.js";
import { scoreByCovariates } from "../covariates/score-by-covariates.js";
import type { CovariateModel } from "../covariates/types.js";
import { readHistories } from "../data/read-histories.js";
import { HORIZON_DEFAULTS, type HorizonOptions } from "../options.js";
import { durationIn } from "../time/duration.js";
import type { PurchaseHistories, PurchaseModel } from "../types.js";
import { behaviourOf } from "./behaviour-of.js";
import { scoreFuture } from "./score-future.js";

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
  if (isCovariateModel(model)) {
    return Float64Array.from(
      scoreByCovariates(model, histories, (each, part) =>
        probabilityOfNoPurchase(each, part, options),
      ),
    );
  }
  const behaviour = behaviourOf(model);
  const { horizon } = withDefaults(HORIZON_DEFAULTS, options);
  const time = durationIn(horizon, model.timeUnit, "options.horizon");
  return scoreFuture(
    behaviour,
    readHistories(histories, model.timeUnit),
    (future) => future.noneProbability(time),
    (alive, none) => 1 - alive + alive * none,
  );
}
