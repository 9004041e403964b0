import { DAYS_PER_UNIT, type TimeUnit } from "../../core/calendar.js";
import { checkOneOf, type StringColumn } from "../../core/column.js";
import { invalid } from "../../core/errors.js";
import { unitRatio } from "../time/duration.js";
import type { PurchaseHistories } from "../types.js";
import { impossibleRow, isCount, readColumn } from "./read-column.js";

/** Checked histories in plain columns, one row per customer (or per `customers` alike). */
export interface HistoryColumns {
  /** x. */
  readonly repeatCount: Float64Array;
  /** t_x. */
  readonly recency: Float64Array;
  /** T. */
  readonly age: Float64Array;
  /** How many customers each row stands for; `undefined` for one each. */
  readonly customers: Float64Array | undefined;
  /** Sums of the logarithms of the times between purchases, where they are known; not checked here. */
  readonly logGapSum?: Float64Array | undefined;
  /** The unit of all times. */
  readonly unit: TimeUnit;
}

const UNITS = Object.keys(DAYS_PER_UNIT) as readonly TimeUnit[];

/**
 * Checks the histories row by row and converts their times to a unit.
 *
 * @param histories - columns of the same length
 * @param unit - the unit wanted; that of the histories where left out
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH for broken columns; INVALID_DATA with the
 * customer and the reason for a history that cannot be: a count that is no whole number, a negative
 * time, a last purchase after the end, a last purchase later than the first without a repeat purchase
 */
export function readHistories(histories: PurchaseHistories, unit?: TimeUnit): HistoryColumns {
  if (typeof histories !== "object" || histories === null) {
    throw invalid(
      "histories",
      "an object with columns repeatCount, recency, age and a unit",
      histories,
    );
  }
  const { repeatCount, recency, age, unit: given, customerCount, logGapSum } = histories;
  checkOneOf(given, "histories.unit", UNITS);
  const counts = readColumn(repeatCount, "histories.repeatCount");
  const rows = counts.length;
  const columns: HistoryColumns = {
    repeatCount: counts,
    recency: readColumn(recency, "histories.recency", rows),
    age: readColumn(age, "histories.age", rows),
    customers:
      customerCount === undefined
        ? undefined
        : readColumn(customerCount, "histories.customerCount", rows),
    logGapSum:
      logGapSum === undefined ? undefined : readColumn(logGapSum, "histories.logGapSum", rows),
    unit: given,
  };
  checkRows(columns, histories.customerIds);
  return unit === undefined || unit === given ? columns : convertTimes(columns, unit);
}

function convertTimes(columns: HistoryColumns, unit: TimeUnit): HistoryColumns {
  const ratio = unitRatio(columns.unit, unit);
  const { repeatCount, logGapSum } = columns;
  const convert = (times: Float64Array) => times.map((time) => time * ratio);
  return {
    ...columns,
    recency: convert(columns.recency),
    age: convert(columns.age),
    logGapSum: logGapSum?.map((sum, row) => sum + (repeatCount[row] as number) * Math.log(ratio)),
    unit,
  };
}

function checkRows(columns: HistoryColumns, ids: StringColumn | undefined): void {
  const { repeatCount, recency, age, customers } = columns;
  for (let row = 0; row < repeatCount.length; row++) {
    const x = repeatCount[row] as number;
    const last = recency[row] as number;
    const end = age[row] as number;
    const weight = customers === undefined ? 1 : (customers[row] as number);
    const isPossible =
      isCount(x) &&
      isCount(weight) &&
      last >= 0 &&
      last <= end &&
      end < Infinity &&
      (x > 0 || last === 0);
    if (!isPossible) throw impossibleRow(row, findFault(x, last, end, weight), ids);
  }
}

function findFault(x: number, last: number, end: number, weight: number): string {
  if (!isCount(x)) return `its repeatCount ${x} is no whole number of purchases`;
  if (!isCount(weight)) return `its customerCount ${weight} is no whole number of customers`;
  if (!(end >= 0 && end < Infinity)) return `its age ${end} is not a finite length of time`;
  if (!(last >= 0)) return `its recency ${last} is not a length of time`;
  if (last > end) {
    return `its last purchase, at ${last}, is after the end of the observation, at ${end}`;
  }
  return `it has no repeat purchase, but its last purchase is ${last} after the first`;
}
