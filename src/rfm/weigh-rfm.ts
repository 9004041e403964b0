import { checkNumber } from "../core/column.js";
import { withDefaults } from "../core/options.js";
import { checkScores } from "./check-scores.js";
import { type RfmWeights, WEIGHT_DEFAULTS } from "./options.js";
import type { RfmScoreColumns } from "./types.js";

/**
 * Combines the three scores into one number by weights, to rank customers by.
 *
 * The default weights 100, 10 and 1 rank by recency first, then frequency, then money, and read
 * like the code: 555.
 *
 * @param scores - scores of all customers
 * @param weights - finite; a measure with weight 0 does not count
 * @returns one number per customer; empty for no customers
 * @throws ClienteleError INVALID_ARGUMENT; UNKNOWN_OPTION; LENGTH_MISMATCH
 * @example
 * weighRfm(scores, { recency: 0.5, frequency: 0.3, monetary: 0.2 });
 */
export function weighRfm(scores: RfmScoreColumns, weights: Partial<RfmWeights> = {}): Float64Array {
  checkScores(scores);
  const weight = withDefaults(WEIGHT_DEFAULTS, weights);
  checkNumber(weight.recency, "weights.recency");
  checkNumber(weight.frequency, "weights.frequency");
  checkNumber(weight.monetary, "weights.monetary");
  const combined = new Float64Array(scores.recency.length);
  for (let customer = 0; customer < combined.length; customer++) {
    combined[customer] =
      weight.recency * (scores.recency[customer] as number) +
      weight.frequency * (scores.frequency[customer] as number) +
      weight.monetary * (scores.monetary[customer] as number);
  }
  return combined;
}
