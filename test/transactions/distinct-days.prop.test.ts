import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { DistinctDays } from "../../src/transactions/distinct-days.js";

const BLOCK_BITS = 8;
const FIRST_CUSTOMER = 3 << BLOCK_BITS;

const orders = fc.array(
  fc.record({
    customer: fc.nat(2 ** BLOCK_BITS - 1).map((number) => FIRST_CUSTOMER + number),
    // From few days, which one map holds for all customers, to centuries, which take many.
    day: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: -25_000, max: 84_000 })),
    amountMinor: fc.integer({ min: -5, max: 20 }),
  }),
  { minLength: 1, maxLength: 200 },
);

describe("the count of different days", () => {
  test.prop([orders, orders])("is that of a set, also when used again", (first, second) => {
    const distinct = new DistinctDays();
    for (const rows of [first, second]) {
      const counts = new Int32Array(FIRST_CUSTOMER + 2 ** BLOCK_BITS);
      const columns = {
        customerIndex: Int32Array.from(rows, ({ customer }) => customer),
        day: Int32Array.from(rows, ({ day }) => day),
        amountMinor: Float64Array.from(rows, ({ amountMinor }) => amountMinor),
      };
      distinct.count(columns, FIRST_CUSTOMER, BLOCK_BITS, counts);
      const expected = new Int32Array(counts.length);
      const purchases = rows.filter(({ amountMinor }) => amountMinor >= 0);
      for (const text of new Set(purchases.map(({ customer, day }) => `${customer} ${day}`))) {
        expected[Number.parseInt(text, 10)]!++;
      }
      expect(counts).toEqual(expected);
    }
  });
});
