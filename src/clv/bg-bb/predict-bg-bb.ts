import { checkNumber } from "../../core/column.js";
import { logRisingFactorial } from "../../core/math/index.js";
import { withDefaults } from "../../core/options.js";
import { expectedPurchases, livingRates, purchaseProbabilities } from "./bg-bb-future.js";
import {
  ALIVE_DEFAULTS,
  type BgBbAliveOptions,
  type BgBbHorizonOptions,
  type BgBbResidualOptions,
} from "./options.js";
import { checkOpportunities, scoreOpportunities } from "./score-opportunities.js";
import type { BgBbParameters, OpportunityHistories } from "./types.js";

/** A distribution takes the square of the opportunities. */
const LONGEST_DISTRIBUTION = 2_000;

/**
 * The probability that each customer is still one, right after the last opportunity observed or some
 * opportunities later; with `after: 1` it is "alive at n + 1" of Fader, Hardie and Shang (2010).
 *
 * @param model - from `fitBgBb`, or written down with published parameters
 * @returns one probability per row, 0 to 1
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, INVALID_DATA, LIMIT_EXCEEDED, UNKNOWN_OPTION,
 * UNSUPPORTED_VERSION
 */
export function bgBbProbabilityAlive(
  model: BgBbParameters,
  histories: OpportunityHistories,
  options: Partial<BgBbAliveOptions> = {},
): Float64Array {
  const { after } = withDefaults(ALIVE_DEFAULTS, options);
  checkOpportunities(after, "options.after");
  const scores = scoreOpportunities(model, histories, (alive, _, end) => {
    const { gamma, delta } = model.params;
    const logStays =
      logRisingFactorial(delta + end, after) - logRisingFactorial(gamma + delta + end, after);
    return alive * Math.min(1, Math.exp(logStays));
  });
  return Float64Array.from(scores);
}

/**
 * The expected purchases of each customer at the next opportunities.
 *
 * @param model - from `fitBgBb`, or written down with published parameters
 * @returns one expectation per row
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, INVALID_DATA, LIMIT_EXCEEDED,
 * UNSUPPORTED_VERSION
 */
export function bgBbExpectedTransactions(
  model: BgBbParameters,
  histories: OpportunityHistories,
  options: BgBbHorizonOptions,
): Float64Array {
  checkOpportunities(options?.opportunities, "options.opportunities");
  return Float64Array.from(
    scoreOpportunities(
      model,
      histories,
      (alive, x, end) =>
        alive * expectedPurchases(livingRates(model.params, x, end), 0, options.opportunities),
    ),
  );
}

/**
 * The expected purchases of each customer from now on, one at the j-th opportunity to come weighing
 * (1 + discount)^-j: the discounted expected residual transactions (DERT).
 *
 * @param model - from `fitBgBb`, or written down with published parameters
 * @returns one expectation per row
 * @throws ClienteleError OUT_OF_RANGE where it is infinite (all time to come, no discount, gamma at most 1);
 * INVALID_ARGUMENT, LENGTH_MISMATCH, INVALID_DATA, LIMIT_EXCEEDED, UNSUPPORTED_VERSION
 */
export function bgBbResidualTransactions(
  model: BgBbParameters,
  histories: OpportunityHistories,
  options: BgBbResidualOptions,
): Float64Array {
  const { discountPerOpportunity, opportunities } = options ?? {};
  checkNumber(discountPerOpportunity, "options.discountPerOpportunity", "nonNegative");
  if (opportunities !== undefined) checkOpportunities(opportunities, "options.opportunities");
  return Float64Array.from(
    scoreOpportunities(
      model,
      histories,
      (alive, x, end) =>
        alive *
        expectedPurchases(livingRates(model.params, x, end), discountPerOpportunity, opportunities),
    ),
  );
}

/**
 * The probabilities of 0, 1, 2, … purchases of each customer at the next opportunities: they sum to 1
 * and their mean is the expectation.
 *
 * @param model - from `fitBgBb`, or written down with published parameters
 * @param options - up to 2,000 opportunities
 * @returns for each row an array whose index is the number of purchases
 * @throws ClienteleError LIMIT_EXCEEDED, INVALID_ARGUMENT, LENGTH_MISMATCH, INVALID_DATA,
 * UNSUPPORTED_VERSION
 */
export function bgBbTransactionDistribution(
  model: BgBbParameters,
  histories: OpportunityHistories,
  options: BgBbHorizonOptions,
): Float64Array[] {
  const { opportunities } = options ?? {};
  checkOpportunities(opportunities, "options.opportunities", LONGEST_DISTRIBUTION);
  const distributions = scoreOpportunities(model, histories, (alive, x, end) => {
    const rates = livingRates(model.params, x, end);
    const probabilities = purchaseProbabilities(rates, opportunities).map((each) => alive * each);
    probabilities[0]! += 1 - alive;
    return probabilities;
  });
  return distributions.map((probabilities) => probabilities.slice());
}
