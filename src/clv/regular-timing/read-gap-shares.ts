import { invalid } from "../../core/errors.js";
import { impossibleRow, isCount, readColumn } from "../data/read-column.js";
import { checkLogGaps, checkSquaredGaps, zeroGap } from "./check-gaps.js";
import type { GapHistories } from "./types.js";

/** The gaps of those who have two or more, in columns that need no unit. */
export interface GapShares {
  /** x, 2 or more. */
  readonly counts: Float64Array;
  /** Of the gaps as shares of t_x: the sum of their logarithms, or of their squares. */
  readonly sums: Float64Array;
  /** Customers of each row. */
  readonly weight: Float64Array;
}

/**
 * Reads the gaps of customers as shares of the time between the first and the last purchase.
 *
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, INVALID_DATA
 */
export function readGapShares(
  histories: GapHistories,
  column: "logGapSum" | "squaredGapSum",
): GapShares {
  const { repeatCount, recency, sums, weight } = readColumns(histories, column);
  const isOfLogs = column === "logGapSum";
  (isOfLogs ? checkLogGaps : checkSquaredGaps)(sums, repeatCount, recency);
  const kept = Array.from(repeatCount.keys()).filter(
    (row) => repeatCount[row]! >= 2 && weight[row]! > 0,
  );
  const shares = kept.map((row) => {
    if (sums[row] === -Infinity || recency[row] === 0) throw zeroGap(row);
    return isOfLogs
      ? sums[row]! - repeatCount[row]! * Math.log(recency[row]!)
      : sums[row]! / recency[row]! ** 2;
  });
  return {
    counts: Float64Array.from(kept, (row) => repeatCount[row]!),
    sums: Float64Array.from(shares),
    weight: Float64Array.from(kept, (row) => weight[row]!),
  };
}

interface GapColumns {
  readonly repeatCount: Float64Array;
  readonly recency: Float64Array;
  readonly sums: Float64Array;
  readonly weight: Float64Array;
}

function readColumns(histories: GapHistories, column: "logGapSum" | "squaredGapSum"): GapColumns {
  if (typeof histories !== "object" || histories === null) {
    throw invalid("histories", `columns repeatCount, recency and ${column}`, histories);
  }
  const { customerCount, [column]: given } = histories;
  if (given === undefined) {
    const remedy = "regularHistories makes it of an order log";
    throw invalid(`histories.${column}`, "a column", given, { remedy });
  }
  const repeatCount = readColumn(histories.repeatCount, "histories.repeatCount");
  const rows = repeatCount.length;
  const columns: GapColumns = {
    repeatCount,
    recency: readColumn(histories.recency, "histories.recency", rows),
    sums: readColumn(given, `histories.${column}`, rows),
    weight:
      customerCount === undefined
        ? new Float64Array(rows).fill(1)
        : readColumn(customerCount, "histories.customerCount", rows),
  };
  for (let row = 0; row < rows; row++) {
    const fault = findFault(repeatCount[row]!, columns.recency[row]!, columns.weight[row]!);
    if (fault !== undefined) throw impossibleRow(row, fault, undefined);
  }
  return columns;
}

function findFault(x: number, last: number, weight: number): string | undefined {
  if (!isCount(x)) return `its repeatCount ${x} is no whole number of purchases`;
  if (!isCount(weight)) return `its customerCount ${weight} is no whole number of customers`;
  const isTime = last >= 0 && last < Infinity && (x > 0 || last === 0);
  return isTime ? undefined : `its recency ${last} is not the time of the last of ${x} purchases`;
}
