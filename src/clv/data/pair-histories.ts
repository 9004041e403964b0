import { groupRows, takeValues } from "./group-rows.js";
import type { HistoryColumns } from "./read-histories.js";

/** The distinct pairs of a count and a time: far fewer than customers, and all that most terms need. */
export interface CountTimePairs {
  readonly repeatCount: Float64Array;
  readonly time: Float64Array;
  /** The pair of each row. */
  readonly pairOf: Int32Array;
  /** One row of each pair. */
  readonly firstRow: Int32Array;
}

/** Histories with their distinct pairs. */
export interface PairedHistories extends HistoryColumns {
  /** Of repeat count and recency. */
  readonly atRecency: CountTimePairs;
  /** Of repeat count and age. */
  readonly atAge: CountTimePairs;
}

/** Finds the distinct pairs of histories. */
export function pairHistories(histories: HistoryColumns): PairedHistories {
  const { repeatCount, recency, age } = histories;
  return {
    ...histories,
    atRecency: pairCountWithTime(repeatCount, recency),
    atAge: pairCountWithTime(repeatCount, age),
  };
}

/** Finds the distinct pairs of a count and a time. */
export function pairCountWithTime(repeatCount: Float64Array, time: Float64Array): CountTimePairs {
  const { groupOf, firstRow } = groupRows([repeatCount, time]);
  return {
    repeatCount: takeValues(repeatCount, firstRow),
    time: takeValues(time, firstRow),
    pairOf: groupOf,
    firstRow,
  };
}

/** A term evaluated once per pair, to be looked up by row. */
export function evaluatePairs(
  { repeatCount, time, pairOf }: CountTimePairs,
  term: (x: number, time: number) => number,
): (row: number) => number {
  const values = repeatCount.map((x, pair) => term(x, time[pair] as number));
  return (row) => values[pairOf[row] as number] as number;
}
