import { normalQuantile } from "../../core/math/index.js";
import { weightedRankCorrelation } from "./rank-correlation.js";
import { type DistinctSpend, distinctSpend, readSpend } from "./read-spend.js";
import type { SpendHistories, SpendIndependence, SpendVerdict } from "./types.js";

/** From these on the correlation, and what is explained beyond chance, are weak or strong. */
const WEAK = { correlation: 0.1, explained: 0.05 };
const STRONG = { correlation: 0.3, explained: 0.25 };
const CONFIDENCE_95 = normalQuantile(0.975);

/**
 * Checks what the Gamma-Gamma model takes for granted: that what customers spend on a purchase has
 * nothing to do with how often they buy. `fitGammaGamma` runs it by itself.
 *
 * @param spend - one row per customer; those without repeat purchases or spend are left out
 * @returns the rank correlation with its interval, the share of spend explained, and a verdict
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH for broken columns; INVALID_DATA for an
 * impossible row, with the customer
 * @example
 * checkSpendIndependence(summaries).verdict; //=> "weak"
 */
export function checkSpendIndependence(spend: SpendHistories): SpendIndependence {
  return judgeIndependence(distinctSpend(readSpend(spend)));
}

/** The same of spend already compressed. */
export function judgeIndependence(spend: DistinctSpend): SpendIndependence {
  const { repeatCount, meanSpend, weight, customers } = spend;
  const rankCorrelation = weightedRankCorrelation(repeatCount, meanSpend, weight);
  const interval =
    rankCorrelation === undefined ? undefined : correlationInterval(rankCorrelation, customers);
  const explained = explainedShares(spend);
  const verdict = verdictOf(rankCorrelation, interval, explained?.explainedBeyondChance);
  return {
    customers,
    ...(rankCorrelation !== undefined && { rankCorrelation }),
    ...(interval && { interval }),
    ...explained,
    verdict,
    message: describeVerdict(verdict, rankCorrelation),
  };
}

/** Fisher's z with the variance (1 + ρ² / 2) / (n - 3) (Bonett and Wright, 2000). */
function correlationInterval(correlation: number, customers: number): [number, number] | undefined {
  if (customers <= 3) return undefined;
  const centre = Math.atanh(correlation);
  const half = CONFIDENCE_95 * Math.sqrt((1 + correlation ** 2 / 2) / (customers - 3));
  return [Math.tanh(centre - half), Math.tanh(centre + half)];
}

/** Eta squared of log mean spend by number of purchases, and the same corrected for the number of groups. */
function explainedShares({
  repeatCount,
  meanSpend,
  weight,
  customers,
}: DistinctSpend):
  | Required<Pick<SpendIndependence, "explainedShare" | "explainedBeyondChance">>
  | undefined {
  const logSpend = meanSpend.map(Math.log);
  const mean = logSpend.reduce((sum, each, row) => sum + weight[row]! * each, 0) / customers;
  const groups = new Map<number, { customers: number; sum: number }>();
  let total = 0;
  logSpend.forEach((each, row) => {
    const here = weight[row]!;
    const group = groups.get(repeatCount[row]!) ?? { customers: 0, sum: 0 };
    group.customers += here;
    group.sum += here * (each - mean);
    groups.set(repeatCount[row]!, group);
    total += here * (each - mean) ** 2;
  });
  // Where all spend alike, what is left of the total is rounding.
  if (!(total > 1e-20 * customers)) return undefined;
  let between = 0;
  for (const group of groups.values()) between += group.sum ** 2 / group.customers;
  const explainedShare = Math.min(1, between / total);
  const freedom = customers - groups.size;
  const chance = freedom > 0 ? ((1 - explainedShare) * (customers - 1)) / freedom : 1;
  return { explainedShare, explainedBeyondChance: Math.max(0, 1 - chance) };
}

function verdictOf(
  correlation: number | undefined,
  interval: readonly [number, number] | undefined,
  explained: number = 0,
): SpendVerdict {
  if (correlation === undefined || interval === undefined) return "unknown";
  const [low, high] = interval;
  const isOpen = low <= 0 && high >= 0 && Math.max(-low, high) >= STRONG.correlation;
  if (isOpen) return "unknown";
  const size = Math.abs(correlation);
  if (size >= STRONG.correlation || explained >= STRONG.explained) return "dependent";
  return size >= WEAK.correlation || explained >= WEAK.explained ? "weak" : "independent";
}

function describeVerdict(verdict: SpendVerdict, correlation: number = 0): string {
  const more = correlation < 0 ? "less" : "more";
  const ranks = `rank correlation ${correlation.toFixed(2)}`;
  switch (verdict) {
    case "independent":
      return `What customers spend on a purchase has next to nothing to do with how often they buy (${ranks}), as the model assumes`;
    case "weak":
      return `Customers who buy more often spend somewhat ${more} on a purchase (${ranks}); the model may be used, its values are slightly off for the most frequent buyers`;
    case "dependent":
      return `What customers spend on a purchase goes with how often they buy (${ranks}), against what the model assumes; values are biased: fit groups of customers apart`;
    case "unknown":
      return "There are too few customers, or too few differences among them, to tell whether spend goes with how often they buy";
  }
}
