import { DAYS_PER_UNIT, type TimeUnit } from "../../core/calendar.js";
import { checkOneOf, type NumberColumn } from "../../core/column.js";
import { ClienteleError, describeValue, invalid } from "../../core/errors.js";
import { unitRatio } from "../time/duration.js";
import type { PurchaseHistories } from "../types.js";

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
  /** The unit of `recency` and `age`. */
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
  const { repeatCount, recency, age, unit: given, customerCount } = histories;
  checkOneOf(given, "histories.unit", UNITS);
  const ids = histories.customerIds;
  const rows = lengthOf(repeatCount, "repeatCount");
  const columns: HistoryColumns = {
    repeatCount: readColumn(repeatCount, "repeatCount", rows),
    recency: readColumn(recency, "recency", rows),
    age: readColumn(age, "age", rows),
    customers:
      customerCount === undefined ? undefined : readColumn(customerCount, "customerCount", rows),
    unit: given,
  };
  checkRows(columns, (row) => describeCustomer(row, ids));
  return unit === undefined || unit === given ? columns : convertTimes(columns, unit);
}

function convertTimes(columns: HistoryColumns, unit: TimeUnit): HistoryColumns {
  const ratio = unitRatio(columns.unit, unit);
  const convert = (times: Float64Array) => times.map((time) => time * ratio);
  return { ...columns, recency: convert(columns.recency), age: convert(columns.age), unit };
}

function lengthOf(column: NumberColumn, name: string): number {
  const length = typeof column === "object" && column !== null ? column.length : undefined;
  if (typeof length === "number" && Number.isSafeInteger(length) && length >= 0) return length;
  throw invalid(`histories.${name}`, "an array or a typed array of numbers", column);
}

function readColumn(column: NumberColumn, name: string, rows: number): Float64Array {
  const length = lengthOf(column, name);
  if (length !== rows) {
    throw invalid(`histories.${name}`, `of length ${rows}`, length, { code: "LENGTH_MISMATCH" });
  }
  if (column instanceof Float64Array) return column;
  const numbers = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const value = column[row];
    if (typeof value !== "number") throw invalid(`histories.${name}[${row}]`, "a number", value);
    numbers[row] = value;
  }
  return numbers;
}

function checkRows(columns: HistoryColumns, describe: (row: number) => string): void {
  const { repeatCount, recency, age, customers } = columns;
  for (let row = 0; row < repeatCount.length; row++) {
    const x = repeatCount[row] as number;
    const last = recency[row] as number;
    const end = age[row] as number;
    const isPossible =
      x >= 0 &&
      Number.isSafeInteger(x) &&
      last >= 0 &&
      last <= end &&
      end < Infinity &&
      (x > 0 || last === 0);
    if (!isPossible) throw impossible(describe(row), findFault(x, last, end));
    if (customers !== undefined) {
      const count = customers[row] as number;
      if (!(count >= 0 && Number.isSafeInteger(count))) {
        throw impossible(
          describe(row),
          `its customerCount ${count} is no whole number of customers`,
        );
      }
    }
  }
}

function findFault(x: number, last: number, end: number): string {
  if (!(x >= 0 && Number.isSafeInteger(x)))
    return `its repeatCount ${x} is no whole number of purchases`;
  if (!(end >= 0 && end < Infinity)) return `its age ${end} is not a finite length of time`;
  if (!(last >= 0)) return `its recency ${last} is not a length of time`;
  if (last > end)
    return `its last purchase, at ${last}, is after the end of the observation, at ${end}`;
  return `it has no repeat purchase, but a last purchase ${last} after the first`;
}

function describeCustomer(row: number, ids: ArrayLike<string> | undefined): string {
  const id = ids?.[row];
  return id === undefined
    ? `The customer in row ${row}`
    : `Customer ${describeValue(id)} in row ${row}`;
}

function impossible(customer: string, fault: string): ClienteleError {
  return new ClienteleError("INVALID_DATA", `${customer} cannot be: ${fault}`, {
    where: customer,
    got: fault,
  });
}
