import { checkOneOf } from "../core/column.js";
import { ClienteleError, invalid } from "../core/errors.js";
import { withDefaults } from "../core/options.js";
import { checkZone } from "../core/zone.js";
import { minorDigits } from "../money/minor-digits.js";
import { linkOrders } from "./link-orders.js";
import { TRANSACTION_LOG_DEFAULTS, type TransactionLogOptionsInput } from "./options.js";
import { createRowReader } from "./read-row.js";
import type { TransactionColumns, TransactionLog, TransactionRow } from "./types.js";

/**
 * Makes an order log of row objects or of columns. Rows of one customer with the same `orderId`
 * are lines of one order; a row with `refundOf` takes back the order of that number from its own
 * day on, and one without an order in the log is a refund of its customer's spend. Decimals beyond
 * the currency's minor unit are rounded half to even. The first bad row is refused; to put bad
 * rows aside instead, read them with `readTransactions`.
 *
 * @param orders - rows, or aligned columns named like the members of a row
 * @param options - `zone` (default `UTC`), `currency` of rows that name none (default `XXX`, no
 *   currency), `rates` into one currency, `decimal` mark of amounts given as text (default `.`)
 * @returns the log, in the order of the rows; empty for no rows
 * @throws ClienteleError INVALID_DATA with the index of the row; CURRENCY_MISMATCH for a second
 *   currency without a rate; UNSAFE_INTEGER; INVALID_ARGUMENT; LENGTH_MISMATCH; UNKNOWN_OPTION;
 *   UNKNOWN_CURRENCY; UNKNOWN_TIME_ZONE
 * @example
 * transactionLog([{ customerId: "Ann", at: "2026-03-01", amount: "12.50" }], { currency: "EUR" })
 */
export function transactionLog(
  orders: readonly TransactionRow[] | TransactionColumns,
  options: TransactionLogOptionsInput = {},
): TransactionLog {
  const settings = withDefaults(TRANSACTION_LOG_DEFAULTS, options);
  checkZone(settings.zone, "options.zone");
  checkOneOf(settings.decimal, "options.decimal", [".", ","]);
  const { count, rowAt } = openRows(orders);
  const reader = createRowReader(settings);
  const customers = new Map<string, number>();
  const customerIndex = new Int32Array(count);
  const atMs = new Float64Array(count);
  const amountMinor = new Float64Array(count);
  const orderIds: (string | undefined)[] = [];
  const refundsOf: (string | undefined)[] = [];
  for (let index = 0; index < count; index++) {
    const order = reader.read(rowAt(index), index);
    let customer = customers.get(order.customerId);
    if (customer === undefined) {
      customer = customers.size;
      customers.set(order.customerId, customer);
    }
    customerIndex[index] = customer;
    atMs[index] = order.atMs;
    amountMinor[index] = order.amountMinor;
    if (order.orderId !== undefined) orderIds[index] = order.orderId;
    if (order.refundOf !== undefined) refundsOf[index] = order.refundOf;
  }
  const { currency } = reader;
  const digits = minorDigits(currency);
  const customerIds = [...customers.keys()];
  const { zone } = settings;
  const rows = {
    customerIds,
    customerIndex,
    atMs,
    amountMinor,
    currency,
    minorDigits: digits,
    zone,
  };
  return linkOrders(rows, orderIds, refundsOf).log;
}

interface Rows {
  readonly count: number;
  rowAt(index: number): unknown;
}

function openRows(orders: readonly TransactionRow[] | TransactionColumns): Rows {
  if (Array.isArray(orders)) return { count: orders.length, rowAt: (index) => orders[index] };
  if (typeof orders !== "object" || orders === null) {
    throw invalid("orders", "an array of rows, or columns", orders);
  }
  return openColumns(orders as TransactionColumns);
}

const COLUMNS = [
  "customerId",
  "at",
  "amount",
  "amountMinor",
  "currency",
  "orderId",
  "refundOf",
] as const;

function openColumns(columns: TransactionColumns): Rows {
  const given = COLUMNS.filter((name) => columns[name] !== undefined);
  const customers = columns.customerId;
  const count = customers?.length;
  if (!Number.isSafeInteger(count)) {
    throw new ClienteleError(
      "MISSING_COLUMN",
      "orders must be an array of rows, or have the columns customerId, at and amount or amountMinor",
      { where: "orders.customerId", expected: "an array of customer ids" },
    );
  }
  for (const name of given) {
    const length = columns[name]?.length;
    if (length !== count) {
      throw invalid(`orders.${name}`, `of length ${count}, like customerId`, length, {
        code: "LENGTH_MISMATCH",
      });
    }
  }
  return {
    count,
    rowAt: (index) => Object.fromEntries(given.map((name) => [name, columns[name]?.[index]])),
  };
}
