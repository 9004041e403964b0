import { ClienteleError } from "../../core/errors.js";
import { withDefaults } from "../../core/options.js";
import { isCovariateModel } from "../covariates/check-covariate-model.js";
import { scoreByCovariates } from "../covariates/score-by-covariates.js";
import type { CovariateModel } from "../covariates/types.js";
import { readHistories } from "../data/read-histories.js";
import { RESIDUAL_DEFAULTS, type ResidualOptions } from "../options.js";
import { continuousRate } from "../time/discount-rate.js";
import { durationIn } from "../time/duration.js";
import type { PurchaseHistories, PurchaseModel } from "../types.js";
import { behaviourOf } from "./behaviour-of.js";
import { scoreFuture } from "./score-future.js";

/**
 * The expected transactions of each customer from the end of the observation on, each discounted to
 * that moment: one after a time u weighs e^(-δu). Times an amount per transaction they are the
 * residual lifetime value (DERT of Fader, Hardie and Lee, 2005, "RFM and CLV").
 *
 * @param model - fitted, or written down with published parameters
 * @param histories - in any unit of time; converted to that of the model
 * @param options - `discountRate` with its unit; `horizon`, all time to come where left out
 * @returns one expectation per customer
 * @throws ClienteleError OUT_OF_RANGE where the expectation is infinite: all time to come, no discount
 * and customers who stay for too long; INVALID_ARGUMENT, LENGTH_MISMATCH, INVALID_DATA, UNSUPPORTED_VERSION
 */
export function expectedResidualTransactions(
  model: PurchaseModel | CovariateModel,
  histories: PurchaseHistories,
  options: ResidualOptions,
): Float64Array {
  if (isCovariateModel(model)) {
    return Float64Array.from(
      scoreByCovariates(model, histories, (each, part) =>
        expectedResidualTransactions(each, part, options),
      ),
    );
  }
  const behaviour = behaviourOf(model);
  const { discountRate, horizon } = withDefaults(RESIDUAL_DEFAULTS, options);
  const rate = continuousRate(discountRate, model.timeUnit, "options.discountRate");
  const time =
    horizon === undefined ? Infinity : durationIn(horizon, model.timeUnit, "options.horizon");
  const columns = readHistories(histories, model.timeUnit);
  return scoreFuture(behaviour, columns, (future) => {
    const count = future.discountedCount(rate, time);
    if (count === Infinity) throw infinite();
    return count;
  });
}

function infinite(): ClienteleError {
  return new ClienteleError(
    "OUT_OF_RANGE",
    "Without a discount the expected transactions of all time to come are infinite under this model; give a discountRate above 0 or a horizon",
    { where: "options.discountRate", remedy: "Give a discountRate above 0 or a horizon" },
  );
}
