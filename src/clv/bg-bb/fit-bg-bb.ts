import { MODEL_VERSION } from "../check-model.js";
import { checkEnough, unfit } from "../data/check-enough.js";
import { compressRows, type DistinctRows } from "../data/compress-rows.js";
import type { SearchParameter } from "../fitting/likelihood-problem.js";
import { maximizeLikelihood } from "../fitting/maximize-likelihood.js";
import { betaBernoulliLimit } from "./beta-bernoulli.js";
import { bgBbObjective } from "./bg-bb-objective.js";
import { readOpportunities } from "./read-opportunities.js";
import type { BgBbModel, BgBbName, OpportunityHistories } from "./types.js";

const PARAMETERS: readonly SearchParameter<BgBbName>[] = [
  { name: "alpha", link: "log" },
  { name: "beta", link: "log" },
  { name: "gamma", link: "log" },
  { name: "delta", link: "log" },
];

/**
 * Fits the BG/BB model by maximum likelihood: customers who buy or not at each of some opportunities
 * until they leave (Fader, Hardie and Shang, 2010, "Customer-base analysis in a discrete-time
 * noncontractual setting").
 *
 * @param histories - one row per customer, or weighted rows
 * @returns the model; `fit` says how the search ended
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH for broken columns; EMPTY_INPUT for no
 * customers; INVALID_DATA for an impossible history, named, or data that cannot tell; NO_CONVERGENCE
 * @example
 * const donors = { repeatCount: [0, 1, 6], lastAt: [0, 2, 6], opportunities: [6, 6, 6], customerCount: [3464, 277, 1203] };
 * fitBgBb(donors).params.alpha;
 */
export function fitBgBb(histories: OpportunityHistories): BgBbModel {
  const { columns, customers } = readOpportunities(histories);
  const rows = compressRows(columns, customers);
  checkEnough(rows, PARAMETERS.length, "histories");
  const { purchases, opportunities } = countAll(rows);
  if (purchases === 0) {
    throw unfit("Nobody has a purchase, so there is no chance of purchase to learn", "histories");
  }
  const fitted = maximizeLikelihood({
    parameters: PARAMETERS,
    objective: bgBbObjective(rows),
    starts: startsOf(purchases / opportunities, opportunities / rows.customers),
    customers: rows.customers,
    distinctRows: rows.weight.length,
    nested: [betaBernoulliLimit(rows)],
  });
  return { kind: "bgBb", version: MODEL_VERSION, ...fitted };
}

function countAll({ columns, weight }: DistinctRows): { purchases: number; opportunities: number } {
  const [counts, , ends] = columns as [Float64Array, Float64Array, Float64Array];
  const total = (column: Float64Array) =>
    column.reduce((sum, each, row) => sum + each * weight[row]!, 0);
  return { purchases: total(counts), opportunities: total(ends) };
}

/** Lifetimes about as long as the observation, and far longer. */
function startsOf(share: number, opportunities: number): number[][] {
  const buying = Math.min(0.95, Math.max(0.05, share));
  return [
    [1, (1 - buying) / (2 * buying), 1, opportunities],
    [2 * buying, 2 * (1 - buying), 1, 10 * opportunities],
  ].map((start) => start.map(Math.log));
}
