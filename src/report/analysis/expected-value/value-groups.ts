import { parseIsoDate } from "../../../core/epoch-day.js";
import type { ValuedCustomers, ValueGroup } from "../../value-types.js";

/** What the customers of each group are expected to do together. */
export function valueGroups(
  { probabilityAlive, expectedOrders, expectedValue }: ValuedCustomers,
  groups: number,
  groupOf: (row: number) => number,
): readonly ValueGroup[] {
  const sums = Array.from({ length: groups }, () => ({
    customers: 0,
    alive: 0,
    expectedOrders: 0,
    expectedValue: 0,
  }));
  for (let row = 0; row < probabilityAlive.length; row++) {
    const sum = sums[groupOf(row)]!;
    sum.customers += 1;
    sum.alive += probabilityAlive[row] as number;
    sum.expectedOrders += expectedOrders[row] as number;
    sum.expectedValue += expectedValue[row] as number;
  }
  return sums;
}

/**
 * The cohort of each customer.
 *
 * @param cohorts - the first days of the cohorts, ascending
 */
export function cohortIndex(firstOrderDay: Int32Array, cohorts: readonly string[]): Int32Array {
  const starts = cohorts.map((cohort) => parseIsoDate(cohort) as number);
  return firstOrderDay.map((day) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= day) low = middle;
      else high = middle;
    }
    return low;
  });
}
