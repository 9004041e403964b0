import { groupRows, takeValues } from "./group-rows.js";

/** The distinct pairs of a count and a time: far fewer than customers, and all that most terms need. */
export interface CountTimePairs {
  readonly repeatCount: Float64Array;
  readonly time: Float64Array;
  /** The pair of each row. */
  readonly pairOf: Int32Array;
}

/** Pairs the repeat count of each row with a time of it, its recency or its age. */
export function pairCountWithTime(repeatCount: Float64Array, time: Float64Array): CountTimePairs {
  const { groupOf, firstRow } = groupRows([repeatCount, time]);
  return {
    repeatCount: takeValues(repeatCount, firstRow),
    time: takeValues(time, firstRow),
    pairOf: groupOf,
  };
}
