import { checkNumber } from "../../core/column.js";
import { withDefaults } from "../../core/options.js";
import { isCovariateModel } from "../covariates/check-covariate-model.js";
import { scoreByCovariates } from "../covariates/score-by-covariates.js";
import type { CovariateModel } from "../covariates/types.js";
import { pairHistories } from "../data/pair-histories.js";
import { readHistories } from "../data/read-histories.js";
import { DISTRIBUTION_DEFAULTS, type DistributionOptions } from "../options.js";
import { durationIn } from "../time/duration.js";
import type { PurchaseHistories, PurchaseModel } from "../types.js";
import { behaviourOf } from "./behaviour-of.js";
import { measureFutures } from "./measure-futures.js";

/**
 * The probabilities of 0, 1, 2, … transactions of each customer within a horizon from the end of the
 * observation: they sum to 1 and their mean is the expectation.
 *
 * @param model - fitted, or written down with published parameters
 * @param histories - in any unit of time; converted to that of the model
 * @param options - `horizon`; `highestCount` cuts the arrays off, and what is missing to 1 is the
 * probability of more
 * @returns for each customer an array whose index is the number of transactions
 * @throws ClienteleError LIMIT_EXCEEDED where millions of transactions are likely; INVALID_ARGUMENT,
 * LENGTH_MISMATCH, INVALID_DATA, UNSUPPORTED_VERSION
 */
export function transactionDistribution(
  model: PurchaseModel | CovariateModel,
  histories: PurchaseHistories,
  options: DistributionOptions,
): Float64Array[] {
  if (isCovariateModel(model)) {
    return scoreByCovariates(model, histories, (each, part) =>
      transactionDistribution(each, part, options),
    );
  }
  const behaviour = behaviourOf(model);
  const { horizon, highestCount } = withDefaults(DISTRIBUTION_DEFAULTS, options);
  const time = durationIn(horizon, model.timeUnit, "options.horizon");
  if (highestCount !== undefined) checkNumber(highestCount, "options.highestCount", "count");
  const paired = pairHistories(readHistories(histories, model.timeUnit));
  const ofLiving = measureFutures(behaviour, paired, (future) =>
    future
      .countProbabilities(time)
      .slice(0, highestCount === undefined ? undefined : highestCount + 1),
  );
  return Array.from(behaviour.aliveProbabilities(paired), (alive, row) => {
    const probabilities = ofLiving(row).map((probability) => alive * probability);
    probabilities[0] = (probabilities[0] as number) + (1 - alive);
    return probabilities;
  });
}
