import type { TimeUnit } from "../../core/calendar.js";
import { groupRows, takeValues } from "./group-rows.js";
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
  const { unit, customers } = columns;
  const { groupOf, firstRow } = groupRows([columns.repeatCount, columns.recency, columns.age]);
  const [counts, recencies, ages] = [columns.repeatCount, columns.recency, columns.age].map(
    (column) => takeValues(column, firstRow),
  ) as [Float64Array, Float64Array, Float64Array];
  const weights = new Float64Array(counts.length);
  groupOf.forEach((group, row) => {
    weights[group] = (weights[group] as number) + (customers?.[row] ?? 1);
  });
  const order = Int32Array.from(counts.keys())
    .filter((group) => (weights[group] as number) > 0)
    .sort(
      (i, j) =>
        (ages[i] as number) - (ages[j] as number) ||
        (recencies[i] as number) - (recencies[j] as number) ||
        (counts[i] as number) - (counts[j] as number),
    );
  const repeatCount = takeValues(counts, order);
  const weight = takeValues(weights, order);
  return {
    repeatCount,
    recency: takeValues(recencies, order),
    age: takeValues(ages, order),
    weight,
    customers: weight.reduce((sum, each) => sum + each, 0),
    repeats: weight.reduce((sum, each, row) => sum + each * (repeatCount[row] as number), 0),
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
