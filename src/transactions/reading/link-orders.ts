import type { TransactionLog } from "../types.ts";

/** A log whose order lines are merged and whose linked refunds are netted, with the counts. */
export interface LinkedOrders {
  readonly log: TransactionLog;
  readonly mergedOrderLines: number;
  readonly linkedRefunds: number;
  readonly cancelledOrders: number;
}

/**
 * Makes one order of all rows with the same customer and order number (at the earliest of their
 * times), and takes each refund off the order that it names. An order that nothing is left of
 * disappears, so that it counts as no purchase; a refund that names no known order of its
 * customer stays a refund of its own.
 *
 * @param log - one entry per row
 * @param orders - the order number of each row; empty where no such column was read
 * @param refundsOf - the order that each row takes back, if any; empty where no such column was read
 */
export function linkOrders(
  log: TransactionLog,
  orders: readonly (string | undefined)[],
  refundsOf: readonly (string | undefined)[],
): LinkedOrders {
  if (orders.length === 0) {
    return { log, mergedOrderLines: 0, linkedRefunds: 0, cancelledOrders: 0 };
  }
  const count = log.atMs.length;
  const atMs = log.atMs.slice();
  const amountMinor = log.amountMinor.slice();
  const kept = new Uint8Array(count).fill(1);
  const rowOfOrder = new Map<string, number>();
  const key = (row: number, order: string) => `${log.customerIndex[row]} ${order}`;

  let mergedOrderLines = 0;
  for (let row = 0; row < count; row++) {
    const order = orders[row];
    if (order === undefined || refundsOf[row] !== undefined) continue;
    const first = rowOfOrder.get(key(row, order));
    if (first === undefined) {
      rowOfOrder.set(key(row, order), row);
      continue;
    }
    amountMinor[first]! += amountMinor[row]!;
    atMs[first] = Math.min(atMs[first]!, atMs[row]!);
    kept[row] = 0;
    mergedOrderLines++;
  }

  let linkedRefunds = 0;
  const refunded = new Set<number>();
  for (let row = 0; row < count; row++) {
    const order = refundsOf[row];
    const target = order === undefined ? undefined : rowOfOrder.get(key(row, order));
    if (target === undefined) continue;
    // A refund may be written as a positive or as a negative amount: it always takes away.
    amountMinor[target]! -= Math.abs(amountMinor[row]!);
    kept[row] = 0;
    linkedRefunds++;
    refunded.add(target);
  }

  let cancelledOrders = 0;
  for (const row of refunded) {
    if (amountMinor[row] !== 0) continue;
    kept[row] = 0;
    cancelledOrders++;
  }
  return {
    log: keepRows({ ...log, atMs, amountMinor }, kept),
    mergedOrderLines,
    linkedRefunds,
    cancelledOrders,
  };
}

function keepRows(log: TransactionLog, kept: Uint8Array): TransactionLog {
  const isKept = (_value: number, row: number) => kept[row] === 1;
  return {
    ...log,
    customerIndex: log.customerIndex.filter(isKept),
    atMs: log.atMs.filter(isKept),
    amountMinor: log.amountMinor.filter(isKept),
  };
}
