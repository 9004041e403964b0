import { checkLevel } from "../../core/check-level.js";
import { withDefaults } from "../../core/options.js";
import type { CovariateModel } from "../covariates/types.js";
import { transactionDistribution } from "../scoring/transaction-distribution.js";
import type { Duration } from "../time/duration.js";
import type { PurchaseHistories, PurchaseModel } from "../types.js";
import { OUTCOME_DEFAULTS, type OutcomeOptions } from "./options.js";
import type { OutcomeIntervals } from "./types.js";

/**
 * Between how many transactions each customer will make within a horizon: the quantiles at
 * (1 - level) / 2 from both ends of the predictive distribution. Transactions are whole numbers, so
 * that an interval holds at least `level` of the outcomes, mostly more.
 *
 * @param model - fitted, or written down with published parameters
 * @param histories - in any unit of time; converted to that of the model
 * @param options - `horizon`; `level` (default 0.95)
 * @returns the bounds of each customer, both included
 * @throws ClienteleError LIMIT_EXCEEDED where millions of transactions are likely; INVALID_ARGUMENT,
 * LENGTH_MISMATCH, INVALID_DATA, UNKNOWN_OPTION, UNSUPPORTED_VERSION
 * @example
 * outcomeIntervals(model, histories, { horizon: { weeks: 39 }, level: 0.8 }).high;
 */
export function outcomeIntervals(
  model: PurchaseModel | CovariateModel,
  histories: PurchaseHistories,
  options: OutcomeOptions,
): OutcomeIntervals {
  const settings = withDefaults(OUTCOME_DEFAULTS, options);
  checkLevel(settings.level);
  const horizon = settings.horizon as Duration;
  const distributions = transactionDistribution(model, histories, { horizon });
  const tail = (1 - settings.level) / 2;
  return {
    low: Float64Array.from(distributions, (probabilities) => lowest(probabilities, tail)),
    high: Float64Array.from(distributions, (probabilities) => highest(probabilities, tail)),
  };
}

/** The lowest count with at least `tail` at or below it. */
function lowest(probabilities: Float64Array, tail: number): number {
  let below = 0;
  for (let count = 0; count < probabilities.length; count++) {
    below += probabilities[count]!;
    if (below >= tail) return count;
  }
  return probabilities.length - 1;
}

/** The lowest count with at most `tail` above it, summed up from the far end where the terms are small. */
function highest(probabilities: Float64Array, tail: number): number {
  let above = 0;
  for (let count = probabilities.length - 1; count > 0; count--) {
    above += probabilities[count]!;
    if (above > tail) return count;
  }
  return 0;
}
