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
  const groups = groupRows([columns.repeatCount, columns.recency, columns.age]);
  const weights = new Float64Array(groups.count);
  groups.groupOf.forEach((group, row) => {
    weights[group] = (weights[group] as number) + (columns.customers?.[row] ?? 1);
  });
  const order = sortedGroups(columns, groups.firstRow).filter(
    (group) => (weights[group] as number) > 0,
  );
  const rows = order.map((group) => groups.firstRow[group] as number);
  const repeatCount = takeValues(columns.repeatCount, rows);
  const weight = takeValues(weights, order);
  return {
    repeatCount,
    recency: takeValues(columns.recency, rows),
    age: takeValues(columns.age, rows),
    weight,
    customers: weight.reduce((sum, each) => sum + each, 0),
    repeats: weight.reduce((sum, each, row) => sum + each * (repeatCount[row] as number), 0),
    unit: columns.unit,
  };
}

function sortedGroups(columns: HistoryColumns, firstRow: Int32Array): Int32Array {
  const { repeatCount, recency, age } = columns;
  return Int32Array.from(firstRow.keys()).sort((left, right) => {
    const [i, j] = [firstRow[left] as number, firstRow[right] as number];
    return (
      (age[i] as number) - (age[j] as number) ||
      (recency[i] as number) - (recency[j] as number) ||
      (repeatCount[i] as number) - (repeatCount[j] as number)
    );
  });
}
