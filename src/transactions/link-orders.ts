import { ClienteleError } from "../core/errors.js";
import { takeRows } from "./take-rows.js";
import type { TransactionLog } from "./types.js";

/** A log of orders, no longer of order lines, whose refunds know their orders. */
export interface LinkedOrders {
  readonly log: TransactionLog;
  /** Rows that became part of an earlier row, being lines of the same order. */
  readonly mergedOrderLines: number;
  /** Refunds whose order is in the log. */
  readonly linkedRefunds: number;
  /** Refunds of nothing, left out: they would read as purchases. */
  readonly emptyRefunds: number;
}

/**
 * Makes one order of all rows with the same customer and order number (at the earliest of their
 * times), and ties each refund to the order that it names. A refund that names no order of its
 * customer stays a refund of its own. Rows that name an order to take back are refunds whatever
 * the sign of their amount, and no order lines.
 *
 * @param log - one entry per row
 * @param orders - the order number of each row; empty where no row has one
 * @param refundsOf - the order number that each row takes back; empty where no row does
 * @throws ClienteleError UNSAFE_INTEGER when an order's lines sum to more than 2^53 - 1
 */
export function linkOrders(
  log: TransactionLog,
  orders: ArrayLike<string | undefined>,
  refundsOf: ArrayLike<string | undefined>,
): LinkedOrders {
  if (orders.length === 0 && refundsOf.length === 0) {
    return { log, mergedOrderLines: 0, linkedRefunds: 0, emptyRefunds: 0 };
  }
  const merged = mergeLines(log, orders, refundsOf);
  const { amountMinor, taken } = merged;
  const refundOf = new Int32Array(taken.length).fill(-1);
  let linkedRefunds = 0;
  let emptyRefunds = 0;
  for (let row = 0; row < taken.length; row++) {
    const order = refundsOf[row];
    if (order === undefined) continue;
    if (amountMinor[row] === 0) {
      taken[row] = 0;
      emptyRefunds++;
      continue;
    }
    amountMinor[row] = -Math.abs(amountMinor[row]!);
    const target = merged.rowOfOrder.get(orderKey(log, row, order));
    // Lines that sum to less than nothing are a refund themselves.
    if (target === undefined || amountMinor[target]! < 0) continue;
    refundOf[row] = target;
    linkedRefunds++;
  }
  const { atMs, mergedOrderLines } = merged;
  const linked = { ...log, atMs, amountMinor, ...(linkedRefunds > 0 && { refundOf }) };
  return { log: takeRows(linked, taken), mergedOrderLines, linkedRefunds, emptyRefunds };
}

interface MergedLines {
  readonly atMs: Float64Array;
  readonly amountMinor: Float64Array;
  /** The row that stands for each order, by customer and order number. */
  readonly rowOfOrder: ReadonlyMap<string, number>;
  /** 0 for a row that became part of another. */
  readonly taken: Uint8Array;
  readonly mergedOrderLines: number;
}

function mergeLines(
  log: TransactionLog,
  orders: ArrayLike<string | undefined>,
  refundsOf: ArrayLike<string | undefined>,
): MergedLines {
  const atMs = log.atMs.slice();
  const amountMinor = log.amountMinor.slice();
  const taken = new Uint8Array(atMs.length).fill(1);
  const rowOfOrder = new Map<string, number>();
  let mergedOrderLines = 0;
  for (let row = 0; row < atMs.length; row++) {
    const order = orders[row];
    if (order === undefined || refundsOf[row] !== undefined) continue;
    const key = orderKey(log, row, order);
    const first = rowOfOrder.get(key);
    if (first === undefined) {
      rowOfOrder.set(key, row);
      continue;
    }
    atMs[first] = Math.min(atMs[first]!, atMs[row]!);
    amountMinor[first] = addExactly(amountMinor[first]!, amountMinor[row]!, order);
    taken[row] = 0;
    mergedOrderLines++;
  }
  return { atMs, amountMinor, rowOfOrder, taken, mergedOrderLines };
}

/** The customer's number cannot contain the space that follows it, so that no two orders share a key. */
function orderKey(log: TransactionLog, row: number, order: string): string {
  return `${log.customerIndex[row]} ${order}`;
}

function addExactly(sum: number, amount: number, order: string): number {
  const total = sum + amount;
  if (Number.isSafeInteger(total)) return total;
  throw new ClienteleError(
    "UNSAFE_INTEGER",
    `the lines of order ${JSON.stringify(order.slice(0, 40))} must sum to at most 2^53 - 1 minor units`,
    { where: "orderId", expected: "at most 2^53 - 1 minor units" },
  );
}
