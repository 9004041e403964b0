import type { TimeUnit } from "../../core/calendar.js";
import { compressRows } from "./compress-rows.js";
import type { HistoryColumns } from "./read-histories.js";

/** Histories compressed to distinct rows with weights, in an order that no input order changes. */
export interface DistinctHistories {
  readonly repeatCount: Float64Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  /** Customers of each row. */
  readonly weight: Float64Array;
  /** Customers in all. */
  readonly customers: number;
  /** Purchases after the first, of all customers. */
  readonly repeats: number;
  readonly unit: TimeUnit;
}

/**
 * Compresses histories to distinct rows sorted by age, recency and count: the cost of a likelihood
 * grows with the distinct rows, and its sum is the same to the last bit in any order of customers.
 */
export function distinctHistories(columns: HistoryColumns): DistinctHistories {
  const { repeatCount, recency, age, unit } = columns;
  const distinct = compressRows([age, recency, repeatCount], columns.customers);
  const { weight, customers } = distinct;
  const [ages, recencies, counts] = distinct.columns as [Float64Array, Float64Array, Float64Array];
  return {
    repeatCount: counts,
    recency: recencies,
    age: ages,
    weight,
    customers,
    repeats: weight.reduce((sum, each, row) => sum + each * (counts[row] as number), 0),
    unit,
  };
}

/** The histories without their recencies, in still fewer rows: all that the NBD looks at. */
export function withoutRecency(histories: DistinctHistories): DistinctHistories {
  const { repeatCount, age, weight, unit } = histories;
  return distinctHistories({
    repeatCount,
    recency: new Float64Array(age.length),
    age,
    customers: weight,
    unit,
  });
}
