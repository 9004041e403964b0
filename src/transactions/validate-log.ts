import { checkLength } from "../core/column.js";
import { invalid } from "../core/errors.js";
import { checkZone } from "../core/zone.js";
import { minorDigits } from "../money/minor-digits.js";
import type { TransactionLog } from "./types.js";

/** Orders lie in the years 1900 to 2199: what lies beyond is a slip, such as seconds for milliseconds. */
export const EARLIEST_MS: number = Date.UTC(1900, 0, 1);
export const LATEST_MS: number = Date.UTC(2200, 0, 1);

/** The columns that hold the orders of a log. */
export type OrderColumns = Pick<TransactionLog, "customerIndex" | "atMs" | "amountMinor">;

/**
 * Refuses a log whose columns do not fit together or hold what is no order.
 *
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, INVALID_DATA with the first offending
 *   index, UNKNOWN_TIME_ZONE, UNKNOWN_CURRENCY
 */
export function checkLog(log: TransactionLog, where = "log"): void {
  if (typeof log !== "object" || log === null) throw invalid(where, "a transaction log", log);
  if (!Array.isArray(log.customerIds)) {
    throw invalid(`${where}.customerIds`, "an array of ids", log.customerIds);
  }
  checkZone(log.zone, `${where}.zone`);
  const digits = minorDigits(log.currency, `${where}.currency`);
  if (log.minorDigits !== digits) {
    throw invalid(`${where}.minorDigits`, `${digits}, as ${log.currency} has`, log.minorDigits);
  }
  checkOrderColumns(log, log.customerIds.length, where);
  checkRefundOf(log, where);
}

/**
 * Refuses columns that are no orders of the given number of customers.
 *
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, INVALID_DATA
 */
function checkOrderColumns(columns: OrderColumns, customers: number, where: string): void {
  const { customerIndex, atMs, amountMinor } = columns;
  checkType(customerIndex, Int32Array, `${where}.customerIndex`);
  checkType(atMs, Float64Array, `${where}.atMs`);
  checkType(amountMinor, Float64Array, `${where}.amountMinor`);
  checkLength(atMs, `${where}.atMs`, customerIndex.length);
  checkLength(amountMinor, `${where}.amountMinor`, customerIndex.length);
  for (let row = 0; row < customerIndex.length; row++) {
    const at = atMs[row]!;
    const isOrder =
      customerIndex[row]! >>> 0 < customers &&
      at >= EARLIEST_MS &&
      at < LATEST_MS &&
      Math.floor(at) === at &&
      Number.isSafeInteger(amountMinor[row]!);
    if (!isOrder) throw badOrder(columns, customers, row, where);
  }
}

function badOrder(columns: OrderColumns, customers: number, row: number, where: string): Error {
  const customer = columns.customerIndex[row]!;
  const at = columns.atMs[row]!;
  const code = "INVALID_DATA";
  if (!(customer >= 0 && customer < customers)) {
    const expected = `the number of one of the ${customers} customers`;
    return invalid(`${where}.customerIndex[${row}]`, expected, customer, { code });
  }
  if (!(at >= EARLIEST_MS && at < LATEST_MS && Number.isInteger(at))) {
    const expected = "whole epoch milliseconds from 1900 to 2199";
    return invalid(`${where}.atMs[${row}]`, expected, at, { code });
  }
  const expected = "a whole number of minor units, at most 2^53 - 1";
  return invalid(`${where}.amountMinor[${row}]`, expected, columns.amountMinor[row], { code });
}

function checkRefundOf(log: TransactionLog, where: string): void {
  const { refundOf } = log;
  if (refundOf === undefined) return;
  checkType(refundOf, Int32Array, `${where}.refundOf`);
  checkLength(refundOf, `${where}.refundOf`, log.atMs.length);
  for (let row = 0; row < refundOf.length; row++) {
    const order = refundOf[row]!;
    if (order === -1) continue;
    const isLink =
      order >= 0 &&
      order < refundOf.length &&
      refundOf[order] === -1 &&
      log.customerIndex[order] === log.customerIndex[row] &&
      log.amountMinor[order]! >= 0 &&
      log.amountMinor[row]! < 0;
    if (!isLink) {
      const expected =
        "-1, or the position of the order of the same customer that the row takes back";
      throw invalid(`${where}.refundOf[${row}]`, expected, order, { code: "INVALID_DATA" });
    }
  }
}

function checkType(
  column: unknown,
  type: typeof Int32Array | typeof Float64Array,
  where: string,
): void {
  if (!(column instanceof type)) throw invalid(where, `a ${type.name}`, column);
}
