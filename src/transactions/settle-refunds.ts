import { ClienteleError } from "../core/errors.js";
import type { RefundPolicy } from "./options.js";
import { takeRows } from "./take-rows.js";
import type { TransactionLog } from "./types.js";
import type { OrderColumns } from "./validate-log.js";

/** Orders after their linked refunds, with the counts of what disappeared. */
export interface SettledOrders {
  readonly orders: OrderColumns;
  /** Linked refunds that are no longer among the orders. */
  readonly settledRefunds: number;
  /** Orders that are not either, because nothing is left of them. */
  readonly cancelledOrders: number;
}

/**
 * Applies the refund policy as far as it has to know which order a refund takes back; what is
 * negative afterwards is a refund of an unknown order. Refunds from `endMs` on have not happened yet.
 *
 * @throws ClienteleError INVALID_DATA when refunds are refused and there is one
 */
export function settleRefunds(
  log: TransactionLog,
  endMs: number,
  policy: RefundPolicy,
): SettledOrders {
  if (policy === "refuse") refuseRefunds(log, endMs);
  if (log.refundOf === undefined) return { orders: log, settledRefunds: 0, cancelledOrders: 0 };
  const refunds = findLinkedRefunds(log, log.refundOf, endMs);
  const taken = new Uint8Array(log.atMs.length).fill(1);
  if (policy === "ignore") {
    for (const row of refunds) taken[row] = 0;
    const orders = takeRows({ ...log, refundOf: undefined }, taken);
    return { orders, settledRefunds: refunds.length, cancelledOrders: 0 };
  }
  return netRefunds(log, log.refundOf, refunds, taken, endMs);
}

function refuseRefunds({ atMs, amountMinor }: OrderColumns, endMs: number): void {
  const row = amountMinor.findIndex((amount, row) => amount < 0 && atMs[row]! < endMs);
  if (row === -1) return;
  const where = `log.amountMinor[${row}]`;
  throw new ClienteleError(
    "INVALID_DATA",
    `${where} is a refund, which options.refunds refuses; choose net or ignore`,
    { where, expected: "no refund", remedy: 'refunds: "net"' },
  );
}

/** The linked refunds that have happened, the earliest first, so that the order of rows does not matter. */
function findLinkedRefunds(log: TransactionLog, refundOf: Int32Array, endMs: number): number[] {
  const { atMs, amountMinor } = log;
  const rows: number[] = [];
  for (let row = 0; row < refundOf.length; row++) {
    if (refundOf[row] !== -1 && atMs[row]! < endMs) rows.push(row);
  }
  return rows.sort((a, b) => atMs[a]! - atMs[b]! || amountMinor[a]! - amountMinor[b]!);
}

/** What a refund takes beyond its order stays a refund of an unknown order. */
function netRefunds(
  log: TransactionLog,
  refundOf: Int32Array,
  refunds: readonly number[],
  taken: Uint8Array,
  endMs: number,
): SettledOrders {
  const amountMinor = log.amountMinor.slice();
  const cancelled = new Set<number>();
  let settledRefunds = 0;
  for (const row of refunds) {
    const order = refundOf[row]!;
    if (log.atMs[order]! >= endMs) continue;
    const left = amountMinor[order]! + amountMinor[row]!;
    amountMinor[order] = Math.max(0, left);
    amountMinor[row] = Math.min(0, left);
    if (left <= 0) cancelled.add(order);
    if (left < 0) continue;
    taken[row] = 0;
    settledRefunds++;
  }
  for (const order of cancelled) taken[order] = 0;
  const orders = takeRows({ ...log, amountMinor, refundOf: undefined }, taken);
  return { orders, settledRefunds, cancelledOrders: cancelled.size };
}
