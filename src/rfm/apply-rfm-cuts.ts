import { ClienteleError, describeValue, invalid } from "../core/errors.js";
import type { CustomerSummaries } from "../transactions/types.js";
import { checkRfmCuts } from "./check-cuts.js";
import { countCustomers, measureRfm } from "./measure-rfm.js";
import { scoreMeasures } from "./score-measures.js";
import type { RfmCuts, RfmScores } from "./types.js";

/**
 * Scores customers by the cuts of an earlier run: the score of a customer depends on the customer
 * and the cuts alone, so that next month's scores compare with this month's, and shards of
 * customers can be scored apart.
 *
 * @param summaries - one row per customer; none is fine, such as an empty shard
 * @param cuts - `scores.cuts` of `scoreRfm`, kept as JSON or straight from the call
 * @returns the same scores as the earlier run for the same customers
 * @throws ClienteleError INVALID_ARGUMENT for broken cuts or columns, or cuts in another time unit
 * @throws ClienteleError CURRENCY_MISMATCH; LENGTH_MISMATCH; UNSUPPORTED_VERSION
 * @example
 * const june = scoreRfm(juneSummaries);
 * const july = applyRfmCuts(julySummaries, june.cuts);
 */
export function applyRfmCuts(summaries: CustomerSummaries, cuts: RfmCuts): RfmScores {
  checkRfmCuts(cuts);
  countCustomers(summaries);
  if (summaries.unit !== cuts.unit) {
    throw invalid(
      "summaries.unit",
      `${describeValue(cuts.unit)}, the unit of the cuts`,
      summaries.unit,
    );
  }
  const { currency } = summaries;
  if (typeof currency !== "string") {
    throw invalid("summaries.currency", "an ISO 4217 code", currency);
  }
  if (currency !== cuts.currency) {
    throw new ClienteleError(
      "CURRENCY_MISMATCH",
      `the summaries are in ${currency}, the cuts in ${cuts.currency}. Convert the orders first, or score without these cuts`,
      { where: "summaries.currency", expected: cuts.currency, got: currency },
    );
  }
  const choice = { frequency: cuts.frequencyMeasure, monetary: cuts.monetaryMeasure };
  return scoreMeasures(measureRfm(summaries, choice), cuts);
}
