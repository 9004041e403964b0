import { zoneRules } from "../../../src/core/zone.js";
import type { OrderPolicies } from "../../../src/transactions/options.js";
import type { TransactionLog } from "../../../src/transactions/types.js";

/** One customer of a naive summary; money in minor units, times in days. */
export interface NaiveCustomer {
  readonly repeatCount: number;
  readonly recency: number;
  readonly age: number;
  readonly meanMinor: number;
  readonly totalMinor: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly orderCount: number;
}

interface Entry {
  readonly at: number;
  readonly day: number;
  amount: number;
}

/**
 * The definitions of a summary spelled out with maps and sorts, as a second implementation to
 * compare with.
 */
export function summarizeNaively(
  log: TransactionLog,
  endMs: number,
  { sameDay, refunds }: OrderPolicies,
): Map<string, NaiveCustomer> {
  const { toEpochDay } = zoneRules(log.zone);
  const asOfDay = toEpochDay(endMs - 1);
  const summaries = new Map<string, NaiveCustomer>();
  log.customerIds.forEach((id, customer) => {
    const entries = settle(log, customer, endMs, refunds).map(({ at, amount }) => ({
      at,
      amount,
      day: toEpochDay(at),
    }));
    const purchases = entries
      .filter(({ amount }) => amount >= 0)
      .sort((a, b) => a.at - b.at || a.amount - b.amount);
    if (purchases.length === 0) return;
    const days = [...new Set(purchases.map(({ day }) => day))].sort((a, b) => a - b);
    const count = sameDay === "merge" ? days.length : purchases.length;
    const ofFirst = (entry: Entry) =>
      sameDay === "merge" ? entry.day === days[0] : entry === purchases[0];
    const totalMinor = sum(entries);
    const repeatMinor = Math.max(0, sum(entries.filter((entry) => !ofFirst(entry))));
    const firstAt = purchases[0]!.at;
    const lastAt = purchases.at(-1)!.at;
    summaries.set(id, {
      repeatCount: count - 1,
      recency: toEpochDay(lastAt) - toEpochDay(firstAt),
      age: asOfDay - toEpochDay(firstAt),
      meanMinor: count === 1 ? 0 : repeatMinor / (count - 1),
      totalMinor,
      firstAt,
      lastAt,
      orderCount: purchases.length,
    });
  });
  return summaries;
}

/** The entries of a customer up to the end, after the refund policy; a negative one is a refund. */
function settle(
  log: TransactionLog,
  customer: number,
  endMs: number,
  refunds: string,
): { at: number; amount: number }[] {
  const counts = (row: number) => log.customerIndex[row] === customer && log.atMs[row]! < endMs;
  const rows = [...log.atMs.keys()].filter(counts);
  if (refunds === "ignore") {
    return rows.filter((row) => log.amountMinor[row]! >= 0).map((row) => entryOf(log, row));
  }
  const left = new Map(rows.map((row) => [row, entryOf(log, row)]));
  const linked = rows.filter((row) => left.has(log.refundOf?.[row] ?? -1));
  linked.sort((a, b) => log.atMs[a]! - log.atMs[b]! || log.amountMinor[a]! - log.amountMinor[b]!);
  const cancelled = new Set<number>();
  for (const row of linked) {
    const order = left.get(log.refundOf![row]!)!;
    const refund = left.get(row)!;
    const taken = Math.min(order.amount, -refund.amount);
    order.amount -= taken;
    refund.amount += taken;
    if (refund.amount === 0) left.delete(row);
    if (order.amount === 0) cancelled.add(log.refundOf![row]!);
  }
  return [...left].filter(([row]) => !cancelled.has(row)).map(([, entry]) => entry);
}

function entryOf(log: TransactionLog, row: number): { at: number; amount: number } {
  return { at: log.atMs[row]!, amount: log.amountMinor[row]! };
}

function sum(entries: readonly { readonly amount: number }[]): number {
  return entries.reduce((total, { amount }) => total + amount, 0);
}
