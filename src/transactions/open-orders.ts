import { type AsOf, resolveAsOf } from "../core/calendar.js";
import type { RefundPolicy } from "./options.js";
import { type PartitionedOrders, partitionOrders } from "./partition-orders.js";
import { type SettledOrders, settleRefunds } from "./settle-refunds.js";
import type { TransactionLog } from "./types.js";
import { checkLog } from "./validate-log.js";

/** The orders of a log that count up to an `asOf`. */
export interface OpenedOrders extends Omit<SettledOrders, "orders"> {
  readonly orders: PartitionedOrders;
  /** Orders and refunds that do not count, because they lie later. */
  readonly afterAsOf: number;
  /** The last local day that counts, wholly or in part. */
  readonly asOfDay: number;
  /** Orders from this instant on do not count. */
  readonly endMs: number;
}

/**
 * Checks a log and picks the orders that count.
 *
 * @throws ClienteleError INVALID_ARGUMENT, INVALID_DATA, LENGTH_MISMATCH, UNKNOWN_TIME_ZONE,
 *   UNKNOWN_CURRENCY
 */
export function openOrders(
  log: TransactionLog,
  asOf: AsOf | undefined,
  zone: string | undefined,
  refunds: RefundPolicy,
): OpenedOrders {
  checkLog(log);
  // An `asOf` that is missing is refused like any other that is none.
  const end = resolveAsOf(asOf as AsOf, zone ?? log.zone, "options.asOf");
  const { orders, ...settled } = settleRefunds(log, end.endMs, refunds);
  const partitioned = partitionOrders(orders, log.customerIds.length, end.endMs);
  return {
    ...settled,
    orders: partitioned,
    afterAsOf: orders.atMs.length - partitioned.count,
    asOfDay: end.epochDay,
    endMs: end.endMs,
  };
}
