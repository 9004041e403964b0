import { withDefaults } from "../../core/options.js";
import { isCovariateModel } from "../covariates/check-covariate-model.js";
import { scoreByCovariates } from "../covariates/score-by-covariates.js";
import type { CovariateModel } from "../covariates/types.js";
import { pairHistories } from "../data/pair-histories.js";
import { readHistories } from "../data/read-histories.js";
import { ALIVE_DEFAULTS, type AliveOptions } from "../options.js";
import { durationIn } from "../time/duration.js";
import type { PurchaseHistories, PurchaseModel } from "../types.js";
import { behaviourOf } from "./behaviour-of.js";
import { scoreFuture } from "./score-future.js";

/**
 * The probability that each customer is still a customer: at the end of the observation, or some time
 * after it.
 *
 * BG/NBD lets customers leave only right after a repeat purchase, so that its answer for a one-time
 * buyer is 1; the NBD lets nobody leave.
 *
 * @param model - fitted, or written down with published parameters
 * @param histories - in any unit of time; converted to that of the model
 * @param options - `at`: how long after the end of the observation, such as `{ weeks: 13 }`
 * @returns one probability per customer, 0 to 1
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION, LENGTH_MISMATCH, UNSUPPORTED_VERSION;
 * INVALID_DATA with the customer whose history cannot be
 */
export function probabilityAlive(
  model: PurchaseModel | CovariateModel,
  histories: PurchaseHistories,
  options: AliveOptions = {},
): Float64Array {
  if (isCovariateModel(model)) {
    return Float64Array.from(
      scoreByCovariates(model, histories, (each, part) => probabilityAlive(each, part, options)),
    );
  }
  const behaviour = behaviourOf(model);
  const { at } = withDefaults(ALIVE_DEFAULTS, options);
  const columns = readHistories(histories, model.timeUnit);
  if (at === undefined) return behaviour.aliveProbabilities(pairHistories(columns));
  const time = durationIn(at, model.timeUnit, "options.at");
  return scoreFuture(behaviour, columns, (future) => future.survival(time));
}
