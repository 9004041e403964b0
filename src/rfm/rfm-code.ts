import { invalid } from "../core/errors.js";
import { checkScoreColumns } from "./check-scores.js";
import type { RfmScoreColumns } from "./types.js";

/**
 * Writes a customer's three scores as one code: `545`, or `10-4-7` where a measure has ten scores.
 *
 * @param scores - scores of all customers
 * @param customer - the customer's index
 * @throws ClienteleError INVALID_ARGUMENT when there is no such customer
 * @example
 * rfmCode(scores, 0); //=> "545"
 */
export function rfmCode(scores: RfmScoreColumns, customer: number): string {
  checkScoreColumns(scores);
  const { recency, frequency, monetary, bins } = scores;
  if (typeof customer !== "number" || recency[customer] === undefined) {
    throw invalid("customer", `an index below ${recency.length}`, customer);
  }
  const code = [recency[customer], frequency[customer], monetary[customer]] as number[];
  return joinScores(code, Math.max(bins.recency, bins.frequency, bins.monetary));
}

/** Joins scores to a code, with hyphens where a score may have two digits. */
export function joinScores(scores: readonly number[], highest: number): string {
  return scores.join(highest > 9 ? "-" : "");
}
