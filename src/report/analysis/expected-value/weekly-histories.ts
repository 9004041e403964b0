import type { PurchaseHistories } from "../../../clv/index.js";
import type { CustomerSummaries } from "../../../transactions/types.js";

/** What the models read, and nothing that could weigh on a copy. */
export interface WeeklyHistories extends PurchaseHistories {
  readonly repeatCount: Int32Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  readonly meanSpend: Float64Array;
  readonly currency: string;
}

const DAYS_PER_WEEK = 7;

/** @param summaries - in days */
export function inWeeks(summaries: CustomerSummaries): WeeklyHistories {
  const { repeatCount, recency, age, meanSpend, currency } = summaries;
  const weeks = (days: Float64Array): Float64Array => days.map((each) => each / DAYS_PER_WEEK);
  return {
    repeatCount,
    recency: weeks(recency),
    age: weeks(age),
    meanSpend,
    unit: "week",
    currency,
  };
}

/** The histories of some customers. */
export function takeCustomers(histories: WeeklyHistories, rows: Int32Array): WeeklyHistories {
  if (rows.length === histories.repeatCount.length) return histories;
  const { repeatCount, recency, age, meanSpend } = histories;
  const take = (column: Float64Array): Float64Array =>
    Float64Array.from(rows, (row) => column[row] as number);
  return {
    ...histories,
    repeatCount: rows.map((row) => repeatCount[row] as number),
    recency: take(recency),
    age: take(age),
    meanSpend: take(meanSpend),
  };
}
