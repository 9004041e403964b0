import { DAYS_PER_UNIT, type TimeUnit } from "../../../src/core/calendar.js";
import type { CustomerSummaries } from "../../../src/transactions/types.js";

/** The columns that the scores read; whatever is left out is plain. */
export interface SummaryColumns {
  /** Time since the last order. */
  readonly since: readonly number[];
  readonly orders?: readonly number[];
  readonly spend?: readonly number[];
  readonly repeats?: readonly number[];
  /** Time since the first order; the last order is the first where this is left out. */
  readonly age?: readonly number[];
  readonly unit?: TimeUnit;
  readonly currency?: string;
}

/** Summaries of customers `c0`, `c1`, … with the given columns. */
export function summariesOf(columns: SummaryColumns): CustomerSummaries {
  const { since, age = since } = columns;
  const customers = since.length;
  const orders = columns.orders ?? since.map(() => 1);
  const repeats = columns.repeats ?? orders.map((count) => count - 1);
  return {
    customerIds: since.map((_, index) => `c${index}`),
    repeatCount: Int32Array.from(repeats),
    recency: Float64Array.from(age, (each, index) => each - (since[index] as number)),
    age: Float64Array.from(age),
    meanSpend: new Float64Array(customers),
    totalSpend: Float64Array.from(columns.spend ?? since.map(() => 1)),
    firstAt: new Float64Array(customers),
    lastAt: new Float64Array(customers),
    orderCount: Int32Array.from(orders),
    unit: columns.unit ?? "day",
    asOf: "2006-12-31",
    zone: "UTC",
    currency: columns.currency ?? "USD",
    // Not read by the scores.
    audit: {} as CustomerSummaries["audit"],
  };
}

/** The same customers in another order, or some of them. */
export function pickCustomers(
  summaries: CustomerSummaries,
  rows: readonly number[],
): CustomerSummaries {
  const floats = (column: Float64Array) => Float64Array.from(rows, (row) => column[row] as number);
  const counts = (column: Int32Array) => Int32Array.from(rows, (row) => column[row] as number);
  return {
    ...summaries,
    customerIds: rows.map((row) => summaries.customerIds[row] as string),
    repeatCount: counts(summaries.repeatCount),
    recency: floats(summaries.recency),
    age: floats(summaries.age),
    meanSpend: floats(summaries.meanSpend),
    totalSpend: floats(summaries.totalSpend),
    firstAt: floats(summaries.firstAt),
    lastAt: floats(summaries.lastAt),
    orderCount: counts(summaries.orderCount),
  };
}

/** All times and all amounts multiplied. */
export function scaleSummaries(
  summaries: CustomerSummaries,
  scale: { readonly time?: number; readonly money?: number },
): CustomerSummaries {
  const { time = 1, money = 1 } = scale;
  return {
    ...summaries,
    recency: summaries.recency.map((each) => each * time),
    age: summaries.age.map((each) => each * time),
    totalSpend: summaries.totalSpend.map((each) => each * money),
    meanSpend: summaries.meanSpend.map((each) => each * money),
  };
}

/** The same times in another unit, each rounded on its own as a summary in that unit would be. */
export function inUnit(summaries: CustomerSummaries, unit: TimeUnit): CustomerSummaries {
  const days = DAYS_PER_UNIT[unit];
  return {
    ...summaries,
    unit,
    recency: summaries.recency.map((each) => each / days),
    age: summaries.age.map((each) => each / days),
  };
}
