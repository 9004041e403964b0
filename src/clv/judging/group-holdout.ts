import type { HoldoutGroup } from "./types.js";

/** Expectations and what happened, aligned by row. */
export interface HoldoutRows {
  readonly actual: Float64Array;
  readonly expected: Float64Array;
  /** How many customers each row stands for. */
  readonly weight: Float64Array;
}

/**
 * Sums rows up by group; groups without customers are left out.
 *
 * @param starts - where each group begins, in the value that the rows are grouped by
 * @param groupOf - the group of a row
 */
export function groupHoldout(
  { actual, expected, weight }: HoldoutRows,
  starts: ArrayLike<number>,
  groupOf: (row: number) => number,
): HoldoutGroup[] {
  const sums = Array.from(starts, () => ({ customers: 0, actual: 0, expected: 0 }));
  weight.forEach((customers, row) => {
    const sum = sums[groupOf(row)]!;
    sum.customers += customers;
    sum.actual += customers * actual[row]!;
    sum.expected += customers * expected[row]!;
  });
  return sums
    .map((sum, group) => ({
      from: starts[group]!,
      ...(group + 1 < starts.length && { to: starts[group + 1]! }),
      ...sum,
      actualMean: sum.actual / sum.customers,
      expectedMean: sum.expected / sum.customers,
    }))
    .filter(({ customers }) => customers > 0);
}

/** Groups by a count, the highest of which has no end. */
export function groupByCount(
  rows: HoldoutRows,
  counts: Float64Array,
  highest: number,
): HoldoutGroup[] {
  const starts = Array.from({ length: highest + 1 }, (_, count) => count);
  return groupHoldout(rows, starts, (row) => Math.min(counts[row]!, highest));
}

/** Groups of equal width from 0 to the highest value. */
export function groupByWidth(
  rows: HoldoutRows,
  values: Float64Array,
  groups: number,
): HoldoutGroup[] {
  const highest = values.reduce((most, value) => Math.max(most, value), 0);
  if (highest === 0) return groupHoldout(rows, [0], () => 0);
  const starts = Array.from({ length: groups }, (_, group) => (highest * group) / groups);
  return groupHoldout(rows, starts, (row) =>
    Math.min(groups - 1, Math.floor((values[row]! / highest) * groups)),
  );
}

/** Groups of about equal size by expectation; equal expectations are never torn apart. */
export function groupByExpectation(rows: HoldoutRows, groups: number): HoldoutGroup[] {
  const { expected, weight } = rows;
  const order = Array.from(expected.keys()).sort((i, j) => expected[i]! - expected[j]!);
  const customers = weight.reduce((sum, each) => sum + each, 0);
  const groupOf = new Int32Array(expected.length);
  const starts: number[] = [];
  let current = -1;
  let before = 0;
  for (let first = 0, next = 0; first < order.length; first = next) {
    const value = expected[order[first]!]!;
    let here = 0;
    for (; next < order.length && expected[order[next]!] === value; next++) {
      here += weight[order[next]!]!;
    }
    // Where the middle of the equal ones falls.
    const group = Math.min(groups - 1, Math.floor((groups * (before + here / 2)) / customers));
    if (group !== current) {
      starts.push(value);
      current = group;
    }
    for (let place = first; place < next; place++) groupOf[order[place]!] = starts.length - 1;
    before += here;
  }
  return groupHoldout(rows, starts, (row) => groupOf[row]!);
}
