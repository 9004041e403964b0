import {
  type FinishedScan,
  IdDictionary,
  type RejectedRow,
} from "../transactions/reading/index.js";
import type { RangeResult } from "./scan-range.js";

/** Several ranges as one scan. */
export interface JoinedRanges {
  readonly dictionary: IdDictionary;
  /** For each range after the first, the common number of each of its customers. */
  readonly numbers: readonly Int32Array[];
  readonly scan: FinishedScan;
}

/**
 * Joins the ranges of a file: customers get common numbers, those of the first range; rejected rows
 * their line in the file.
 */
export function joinRanges(ranges: readonly RangeResult[]): JoinedRanges {
  const [first, ...others] = ranges as readonly [RangeResult, ...RangeResult[]];
  const dictionary = new IdDictionary(first.dictionary);
  const numbers = others.map((range) => dictionary.internAll(range.dictionary.ids));
  const sum = (count: (range: RangeResult) => number): number =>
    ranges.reduce((total, range) => total + count(range), 0);
  return {
    dictionary,
    numbers,
    scan: {
      rows: sum((range) => range.rows),
      blankLines: sum((range) => range.blankLines),
      roundedAmounts: sum((range) => range.roundedAmounts),
      convertedAmounts: sum((range) => range.convertedAmounts),
      currency: first.currency,
      rejected: joinRejected(ranges),
    },
  };
}

function joinRejected(ranges: readonly RangeResult[]): RejectedRow[] {
  const all: RejectedRow[] = [];
  let linesBefore = 0;
  for (const { rejected, lines } of ranges) {
    for (const row of rejected) all.push({ ...row, line: row.line + linesBefore });
    linesBefore += lines;
  }
  return all;
}
