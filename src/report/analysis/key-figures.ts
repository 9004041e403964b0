import { median } from "../../core/stats.js";
import type { CustomerSummaries } from "../../transactions/types.js";
import type { KeyFigures } from "../types.js";
import { sumSpend } from "./sum-spend.js";

/**
 * The figures at the top of the page.
 *
 * @param summaries - in days; at least one customer
 * @param silentDays - for each customer, days since the last purchase
 * @param activeDays - a customer is active who has been silent for less
 * @param minorDigits - decimals of the currency
 */
export function keyFigures(
  summaries: CustomerSummaries,
  silentDays: Int32Array,
  activeDays: number,
  minorDigits: number,
): KeyFigures {
  const customers = summaries.customerIds.length;
  const orders = summaries.orderCount.reduce((sum, count) => sum + count, 0);
  const spend = sumSpend(summaries.totalSpend, minorDigits);
  return {
    customers,
    orders,
    spend,
    spendPerOrder: spend / orders,
    spendPerCustomer: spend / customers,
    medianSpendPerCustomer: median(summaries.totalSpend) ?? 0,
    ordersPerCustomer: orders / customers,
    repeatCustomers: countWhere(summaries.repeatCount, (repeats) => repeats > 0),
    activeCustomers: countWhere(silentDays, (days) => days < activeDays),
    activeDays,
  };
}

function countWhere(column: Int32Array, holds: (value: number) => boolean): number {
  return column.reduce((count, value) => count + (holds(value) ? 1 : 0), 0);
}
