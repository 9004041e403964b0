import { transactionLog } from "../../../src/transactions/transaction-log.js";
import type { TransactionLog, TransactionRow } from "../../../src/transactions/types.js";

/** One order as a short tuple: customer, time, amount in dollars. */
export type ShortOrder = readonly [
  customerId: string,
  at: string,
  amount: number,
  rest?: Partial<TransactionRow>,
];

/** A log in dollars. */
export function makeLog(orders: readonly ShortOrder[], zone = "UTC"): TransactionLog {
  const rows = orders.map(([customerId, at, amount, rest]) => ({
    customerId,
    at,
    amount,
    ...rest,
  }));
  return transactionLog(rows, { zone, currency: "USD" });
}

/** What a call throws, or nothing. */
export function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  return undefined;
}
