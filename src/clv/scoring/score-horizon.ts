import { withDefaults } from "../../core/options.js";
import { isCovariateModel } from "../covariates/check-covariate-model.js";
import { scoreByCovariates } from "../covariates/score-by-covariates.js";
import type { CovariateModel } from "../covariates/types.js";
import { readHistories } from "../data/read-histories.js";
import { HORIZON_DEFAULTS, type HorizonOptions } from "../options.js";
import type { FutureProcess } from "../process/future-process.js";
import { durationIn } from "../time/duration.js";
import type { PurchaseHistories, PurchaseModel } from "../types.js";
import { behaviourOf } from "./behaviour-of.js";
import { scoreFuture } from "./score-future.js";

/**
 * Scores the future of each customer within a horizon, under the model or the one that the customer's
 * covariates make of it.
 *
 * @param measure - of the future of a customer who is alive, within a time in the unit of the model
 * @param combine - that with the probability to be alive; by default their product
 */
export function scoreHorizon(
  model: PurchaseModel | CovariateModel,
  histories: PurchaseHistories,
  options: HorizonOptions,
  measure: (future: FutureProcess, time: number) => number,
  combine?: (alive: number, measured: number) => number,
): Float64Array {
  if (isCovariateModel(model)) {
    const scores = scoreByCovariates(model, histories, (each, part) =>
      scoreHorizon(each, part, options, measure, combine),
    );
    return Float64Array.from(scores);
  }
  const behaviour = behaviourOf(model);
  const { horizon } = withDefaults(HORIZON_DEFAULTS, options);
  const time = durationIn(horizon, model.timeUnit, "options.horizon");
  const columns = readHistories(histories, model.timeUnit);
  return scoreFuture(behaviour, columns, (future) => measure(future, time), combine);
}
