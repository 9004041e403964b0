import { checkColumn } from "../core/column.js";
import { invalid } from "../core/errors.js";
import type { CustomerSummaries } from "../transactions/types.js";
import type { FrequencyMeasure, MonetaryMeasure, RfmMeasure } from "./types.js";

/** The three measures of every customer. */
export type RfmMeasures = Readonly<Record<RfmMeasure, Float64Array>>;

/** Which columns of the summaries are measured. */
export interface MeasureChoice {
  readonly frequency: FrequencyMeasure;
  readonly monetary: MonetaryMeasure;
}

/**
 * How near to a cut a value counts as equal to it, relative to the cut. Recency is the difference
 * of two longer times, which in weeks or years are rounded, so that the same day can differ in its
 * last digits; means and converted amounts carry a rounding each.
 */
export const TIE_TOLERANCE: Readonly<Record<RfmMeasure, number>> = {
  recency: 2 ** -30,
  frequency: 2 ** -44,
  monetary: 2 ** -44,
};

/**
 * Reads the three measures of every customer from the summaries.
 *
 * @throws ClienteleError INVALID_ARGUMENT; LENGTH_MISMATCH
 */
export function measureRfm(summaries: CustomerSummaries, choice: MeasureChoice): RfmMeasures {
  const customers = countCustomers(summaries);
  return {
    recency: timeSinceLastOrder(summaries, customers),
    frequency: measureFrequency(summaries, choice.frequency, customers),
    monetary: measureMoney(summaries, choice.monetary, customers),
  };
}

/** The number of customers in the summaries. */
export function countCustomers(summaries: CustomerSummaries): number {
  if (typeof summaries !== "object" || summaries === null) {
    throw invalid("summaries", "customer summaries", summaries);
  }
  const ids: unknown = summaries.customerIds;
  if (!Array.isArray(ids)) throw invalid("summaries.customerIds", "an array of ids", ids);
  return ids.length;
}

/** Age less recency: the time from a customer's last order to `asOf`, in the summaries' unit. */
export function timeSinceLastOrder(summaries: CustomerSummaries, customers: number): Float64Array {
  const { age, recency } = summaries;
  checkColumn(age, "summaries.age", "nonNegative", customers);
  checkColumn(recency, "summaries.recency", "nonNegative", customers);
  const since = new Float64Array(customers);
  for (let index = 0; index < customers; index++) {
    const atAge = age[index] as number;
    const difference = atAge - (recency[index] as number);
    if (difference < -atAge * TIE_TOLERANCE.recency) {
      throw invalid(`summaries.recency[${index}]`, `at most its age ${atAge}`, recency[index]);
    }
    since[index] = Math.max(0, difference);
  }
  return since;
}

function measureFrequency(
  summaries: CustomerSummaries,
  choice: FrequencyMeasure,
  customers: number,
): Float64Array {
  if (choice === "orderCount") return new Float64Array(checkOrderCounts(summaries, customers));
  checkColumn(summaries.repeatCount, "summaries.repeatCount", "count", customers);
  return new Float64Array(summaries.repeatCount).map((repeats) => repeats + 1);
}

function measureMoney(
  summaries: CustomerSummaries,
  choice: MonetaryMeasure,
  customers: number,
): Float64Array {
  checkColumn(summaries.totalSpend, "summaries.totalSpend", "finite", customers);
  const money = new Float64Array(summaries.totalSpend);
  if (choice === "totalSpend") return money;
  const orders = checkOrderCounts(summaries, customers);
  for (let index = 0; index < customers; index++) money[index]! /= orders[index] as number;
  return money;
}

function checkOrderCounts(summaries: CustomerSummaries, customers: number): Int32Array {
  const { orderCount } = summaries;
  checkColumn(orderCount, "summaries.orderCount", "count", customers);
  const without = orderCount.indexOf(0);
  if (without !== -1) throw invalid(`summaries.orderCount[${without}]`, "at least 1", 0);
  return orderCount;
}
