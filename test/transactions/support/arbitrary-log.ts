import * as fc from "fast-check";
import type { TransactionLog } from "../../../src/transactions/types.js";

const HOUR = 3_600_000;
/** A fortnight around the end of daylight saving time in New York, 2024. */
export const FROM_MS: number = Date.UTC(2024, 9, 28);
const HOURS = 14 * 24;

const order = fc.record({
  customer: fc.nat(4),
  hour: fc.nat(HOURS - 1),
  amount: fc.oneof(fc.nat(5), fc.integer({ min: -4, max: -1 }), fc.nat(10_000)),
  refundOf: fc.option(fc.nat(30), { nil: undefined, freq: 2 }),
});

/** Small logs in which days, instants, amounts and customers meet often, some with linked refunds. */
export const arbitraryLog: fc.Arbitrary<TransactionLog> = fc
  .record({
    orders: fc.array(order, { maxLength: 30 }),
    zone: fc.constantFrom("UTC", "Asia/Shanghai", "America/New_York"),
  })
  .map(({ orders, zone }) => {
    const amountMinor = Float64Array.from(orders, ({ amount }) => amount);
    const refundOf = Int32Array.from(orders, ({ customer, amount, refundOf }) => {
      if (refundOf === undefined || amount >= 0) return -1;
      const isOwn = (row: number) => orders[row]!.customer === customer && orders[row]!.amount >= 0;
      const own = [...orders.keys()].filter(isOwn);
      return own[refundOf % own.length] ?? -1;
    });
    const log = {
      customerIds: ["a", "b", "c", "d", "e"],
      customerIndex: Int32Array.from(orders, ({ customer }) => customer),
      atMs: Float64Array.from(orders, ({ hour }) => FROM_MS + hour * HOUR),
      amountMinor,
      currency: "USD",
      minorDigits: 2,
      zone,
    };
    return refundOf.some((link) => link !== -1) ? { ...log, refundOf } : log;
  });

/** An instant in or around the fortnight of {@link arbitraryLog}. */
export const arbitraryAsOf: fc.Arbitrary<number> = fc
  .integer({ min: -24, max: HOURS + 24 })
  .map((hour) => FROM_MS + hour * HOUR);

/** The same orders in another order; `shuffle[n]` is the old place of the new entry `n`. */
export function reorder(log: TransactionLog, shuffle: readonly number[]): TransactionLog {
  const place = new Map(shuffle.map((from, to) => [from, to]));
  return {
    ...log,
    customerIndex: Int32Array.from(shuffle, (row) => log.customerIndex[row]!),
    atMs: Float64Array.from(shuffle, (row) => log.atMs[row]!),
    amountMinor: Float64Array.from(shuffle, (row) => log.amountMinor[row]!),
    ...(log.refundOf && {
      refundOf: Int32Array.from(shuffle, (row) => place.get(log.refundOf![row]!) ?? -1),
    }),
  };
}

/** A log together with a permutation of its entries. */
export const arbitraryShuffle: fc.Arbitrary<[TransactionLog, number[]]> = arbitraryLog.chain(
  (log) => {
    const rows = [...log.atMs.keys()];
    return fc.tuple(
      fc.constant(log),
      fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
    );
  },
);
