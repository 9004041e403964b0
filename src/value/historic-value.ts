import { checkColumn, checkNumber, type NumberColumn } from "../core/column.js";
import { withDefaults } from "../core/options.js";
import type { CustomerSummaries } from "../transactions/types.js";
import { checkTable } from "./check-table.js";
import { HISTORIC_VALUE_DEFAULTS, type HistoricValueOptionsInput } from "./options.js";
import type { HistoricValue } from "./types.js";

/** What {@link historicValue} reads of the summaries. */
export type ValuedSummaries = Pick<
  CustomerSummaries,
  "customerIds" | "totalSpend" | "age" | "unit" | "currency"
>;

/**
 * What each customer has brought so far, spend times margin, and how much that is per unit of age.
 * It looks back only: nothing is discounted and nothing is expected.
 *
 * @param summaries - from `summarizeTransactions`; refunds are in the spend under its policy
 * @param options - `margin` (default 1: revenue), a share of revenue for all or one per customer;
 *   `minimumAge` (default 0), in the summaries' unit
 * @returns columns aligned with the summaries; no rate for customers of the minimum age and less
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, UNKNOWN_OPTION
 * @example
 * historicValue(summaries, { margin: 0.3 }).value[0] //=> 30, for 100 of spend
 */
export function historicValue(
  summaries: ValuedSummaries,
  options: HistoricValueOptionsInput = {},
): HistoricValue {
  const { margin, minimumAge } = withDefaults(HISTORIC_VALUE_DEFAULTS, options);
  checkTable(summaries, "summaries", ["customerIds", "totalSpend", "age"]);
  const { customerIds, totalSpend, age, unit, currency } = summaries;
  const count = customerIds.length;
  checkColumn(totalSpend, "summaries.totalSpend", "finite", count);
  checkColumn(age, "summaries.age", "nonNegative", count);
  checkNumber(minimumAge, "options.minimumAge", "nonNegative");
  const marginOf = readMargin(margin, count);
  const value = Float64Array.from(totalSpend, (spend, index) => spend * marginOf(index));
  const perUnit = Array.from(value, (amount, index) => {
    const customerAge = age[index] as number;
    return customerAge > minimumAge ? amount / customerAge : undefined;
  });
  return { customerIds, value, perUnit, unit, currency };
}

function readMargin(margin: number | NumberColumn, count: number): (index: number) => number {
  if (typeof margin === "number") {
    checkNumber(margin, "options.margin");
    return () => margin;
  }
  checkColumn(margin, "options.margin", "finite", count);
  return (index) => margin[index] as number;
}
