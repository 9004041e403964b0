import { groupRows, takeValues } from "./group-rows.js";

/** Rows compressed to distinct ones. */
export interface DistinctRows {
  /** The columns again, one value per distinct row, sorted by the first column, then by the next. */
  readonly columns: readonly Float64Array[];
  /** Customers of each distinct row, positive. */
  readonly weight: Float64Array;
  /** Customers in all. */
  readonly customers: number;
}

/**
 * Compresses rows to distinct ones with weights, in an order that no input order changes.
 *
 * @param columns - one to three, of equal length, without NaN
 * @param customers - how many customers each row stands for; one each where left out
 */
export function compressRows(
  columns: readonly Float64Array[],
  customers: Float64Array | undefined,
): DistinctRows {
  const { count, groupOf, firstRow } = groupRows(columns);
  const weights = new Float64Array(count);
  groupOf.forEach((group, row) => {
    weights[group]! += customers?.[row] ?? 1;
  });
  const order = sortGroups(columns, firstRow).filter((group) => weights[group]! > 0);
  const rows = order.map((group) => firstRow[group]!);
  const weight = takeValues(weights, order);
  return {
    columns: columns.map((column) => takeValues(column, rows)),
    weight,
    customers: weight.reduce((sum, each) => sum + each, 0),
  };
}

/** The groups in the order of the values at their rows. */
function sortGroups(columns: readonly Float64Array[], rowOf: Int32Array): Int32Array {
  return Int32Array.from(rowOf.keys()).sort((left, right) => {
    const [i, j] = [rowOf[left]!, rowOf[right]!];
    for (const column of columns) {
      const difference = column[i]! - column[j]!;
      if (difference !== 0) return difference;
    }
    return 0;
  });
}
