import { TIERS } from "../tiers.js";
import type { AttentionCustomer, AttentionList, AttentionRule, ScoredCustomers } from "../types.js";
import { sumSpend } from "./sum-spend.js";
import { usualGap } from "./usual-gap.js";

/**
 * Picks the customers to look at first: valuable, and overdue by their own rhythm.
 *
 * A customer who buys at random at the rate of the own {@link usualGap} is silent for k gaps with
 * probability e^-k: 5 % for three.
 *
 * @param customers - all customers
 * @param typicalGapDays - the median gap of all customers; `undefined` when nobody bought twice
 * @param minorDigits - decimals of the currency
 * @returns the list, biggest spend first, ties in the order of the customers
 */
export function attentionList(
  customers: ScoredCustomers,
  typicalGapDays: number | undefined,
  rule: AttentionRule,
  minorDigits: number,
): AttentionList {
  const watched = TIERS.indexOf(rule.tier);
  const found: AttentionCustomer[] = [];
  for (let row = 0; row < customers.tier.length && typicalGapDays !== undefined; row++) {
    const purchases = (customers.repeatCount[row] as number) + 1;
    if (customers.tier[row] !== watched || purchases < rule.minimumPurchases) continue;
    const lifeDays =
      (customers.lastOrderDay[row] as number) - (customers.firstOrderDay[row] as number);
    const usualGapDays = usualGap(lifeDays, purchases, typicalGapDays);
    const silentDays = customers.silentDays[row] as number;
    if (silentDays < rule.overdueFrom * usualGapDays) continue;
    if (silentDays > rule.overdueTo * usualGapDays) continue;
    found.push({ row, silentDays, usualGapDays });
  }
  const spend = ({ row }: AttentionCustomer): number => customers.totalSpend[row] as number;
  found.sort((a, b) => spend(b) - spend(a) || a.row - b.row);
  return {
    rule,
    customers: found.length,
    spend: sumSpend(found.map(spend), minorDigits),
    listed: found.slice(0, rule.limit),
  };
}
