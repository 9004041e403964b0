import { invalid } from "../../core/errors.js";
import { compressRows } from "../data/compress-rows.js";
import { takeValues } from "../data/group-rows.js";
import { impossibleRow, isCount, readColumn } from "../data/read-column.js";
import type { DroppedSpend, SpendHistories } from "./types.js";

/** Amounts beyond the whole numbers that a double can count are a mistake. */
const HIGHEST_AMOUNT = Number.MAX_SAFE_INTEGER;

/** Checked spend in plain columns. */
export interface SpendColumns {
  readonly repeatCount: Float64Array;
  readonly meanSpend: Float64Array;
  /** How many customers each row stands for; `undefined` for one each. */
  readonly customers: Float64Array | undefined;
}

/** Spend compressed to distinct pairs of a count and a mean, in an order that no input order changes. */
export interface DistinctSpend {
  readonly repeatCount: Float64Array;
  readonly meanSpend: Float64Array;
  /** Customers of each pair. */
  readonly weight: Float64Array;
  readonly customers: number;
  readonly dropped: DroppedSpend;
}

/**
 * Checks spend row by row.
 *
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH for broken columns; INVALID_DATA with the
 * customer and the reason for a count that is no whole number and a mean that is no amount or negative
 */
export function readSpend(spend: SpendHistories): SpendColumns {
  if (typeof spend !== "object" || spend === null) {
    throw invalid("spend", "an object with columns repeatCount and meanSpend", spend);
  }
  const { customerIds, customerCount } = spend;
  const repeatCount = readColumn(spend.repeatCount, "spend.repeatCount");
  const rows = repeatCount.length;
  const meanSpend = readColumn(spend.meanSpend, "spend.meanSpend", rows);
  const customers =
    customerCount === undefined
      ? undefined
      : readColumn(customerCount, "spend.customerCount", rows);
  for (let row = 0; row < rows; row++) {
    const fault = findFault(repeatCount[row]!, meanSpend[row]!, customers?.[row] ?? 1);
    if (fault !== undefined) throw impossibleRow(row, fault, customerIds);
  }
  return { repeatCount, meanSpend, customers };
}

function findFault(x: number, mean: number, customers: number): string | undefined {
  if (!isCount(x)) return `its repeatCount ${x} is no whole number of purchases`;
  if (mean < 0) return `its meanSpend ${mean} is negative; net refunds against their orders`;
  if (!(mean <= HIGHEST_AMOUNT)) return `its meanSpend ${mean} is not an amount`;
  if (!isCount(customers)) return `its customerCount ${customers} is no whole number of customers`;
  return undefined;
}

/** Compresses the spend of the customers who say something about amounts, and counts the others. */
export function distinctSpend({ repeatCount, meanSpend, customers }: SpendColumns): DistinctSpend {
  const dropped = { noRepeat: 0, zeroSpend: 0 };
  const used = new Int32Array(repeatCount.length);
  let rows = 0;
  for (let row = 0; row < repeatCount.length; row++) {
    const here = customers?.[row] ?? 1;
    if (repeatCount[row] === 0) dropped.noRepeat += here;
    else if (meanSpend[row] === 0) dropped.zeroSpend += here;
    else used[rows++] = row;
  }
  const take = (column: Float64Array) => takeValues(column, used.subarray(0, rows));
  const distinct = compressRows(
    [take(meanSpend), take(repeatCount)],
    customers === undefined ? undefined : take(customers),
  );
  const [means, counts] = distinct.columns as [Float64Array, Float64Array];
  return {
    repeatCount: counts,
    meanSpend: means,
    weight: distinct.weight,
    customers: distinct.customers,
    dropped,
  };
}
