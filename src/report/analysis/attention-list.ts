import type { CustomerSummaries } from "../../transactions/types.js";
import type { AttentionCustomer, AttentionList, AttentionRule, TierFigures } from "../types.js";

/**
 * Picks the customers to look at first: valuable, and overdue by their own rhythm.
 *
 * A customer's usual gap is (t_x + g) / (x + 1): the mean of the own x gaps, with one gap `g` of
 * the typical customer counted in, so that two quick orders are not taken for a rhythm. A customer
 * who buys at random at that rate is silent for k gaps with probability e^-k: 5 % for three.
 *
 * @param summaries - in days
 * @param tier - for each customer, a position in `tiers`
 * @param typicalGapDays - the median gap of all customers; `undefined` when nobody bought twice
 * @returns the list, biggest spend first, ties in the order of the customers
 */
export function attentionList(
  summaries: CustomerSummaries,
  tier: Uint8Array,
  tiers: readonly TierFigures[],
  typicalGapDays: number | undefined,
  rule: AttentionRule,
): AttentionList {
  const watched = tiers.findIndex((each) => each.tier === rule.tier);
  const found: AttentionCustomer[] = [];
  for (let row = 0; row < tier.length; row++) {
    if (tier[row] !== watched || typicalGapDays === undefined) continue;
    const repeats = summaries.repeatCount[row] as number;
    if (repeats + 1 < rule.minimumPurchases) continue;
    const recency = summaries.recency[row] as number;
    const silentDays = (summaries.age[row] as number) - recency;
    const usualGapDays = (recency + typicalGapDays) / (repeats + 1);
    if (silentDays < rule.overdueFrom * usualGapDays) continue;
    if (silentDays > rule.overdueTo * usualGapDays) continue;
    found.push({ row, silentDays, usualGapDays });
  }
  const spend = (customer: AttentionCustomer): number =>
    summaries.totalSpend[customer.row] as number;
  found.sort((a, b) => spend(b) - spend(a) || a.row - b.row);
  return {
    rule,
    customers: found.length,
    spend: found.reduce((sum, customer) => sum + spend(customer), 0),
    listed: found.slice(0, rule.limit),
  };
}
