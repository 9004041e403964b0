import { fc } from "@fast-check/vitest";
import type { PurchaseHistories, PurchaseModel } from "../../../src/clv/types.js";

/** A positive number spread evenly over orders of magnitude. */
export function spread(low: number, high: number): fc.Arbitrary<number> {
  return fc
    .double({ min: Math.log(low), max: Math.log(high), noNaN: true })
    .map((logarithm) => Math.exp(logarithm));
}

const rates = { r: spread(0.01, 50), alpha: spread(0.01, 500) };
const chances = { ...rates, a: spread(0.02, 50), b: spread(0.02, 500) };
const lifetimes = { ...rates, s: spread(0.02, 50), beta: spread(0.01, 5000) };

/** A model of any kind with parameters from the usual to the odd, in weeks. */
export const anyModel: fc.Arbitrary<PurchaseModel> = fc.oneof(
  fc
    .record(rates)
    .map((params) => ({ kind: "nbd", version: 1, timeUnit: "week", params }) as const),
  fc
    .record(lifetimes)
    .map((params) => ({ kind: "paretoNbd", version: 1, timeUnit: "week", params }) as const),
  fc
    .record(chances)
    .map((params) => ({ kind: "bgNbd", version: 1, timeUnit: "week", params }) as const),
  fc
    .record(chances)
    .map((params) => ({ kind: "mbgNbd", version: 1, timeUnit: "week", params }) as const),
);

/** One customer. */
export const anyCustomer: fc.Arbitrary<readonly [x: number, recency: number, age: number]> = fc
  .tuple(
    fc.oneof(fc.constant(0), fc.nat(20), fc.nat(5000)),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.oneof(fc.constant(0), spread(0.01, 1000)),
  )
  .map(([x, share, age]) => [x, x === 0 ? 0 : share * age, age]);

/** Histories of some customers in weeks. */
export const anyHistories: fc.Arbitrary<PurchaseHistories> = fc
  .array(anyCustomer, { minLength: 1, maxLength: 8 })
  .map(historiesOf);

/** Columns from rows of count, recency and age. */
export function historiesOf(
  rows: readonly (readonly [x: number, recency: number, age: number])[],
): PurchaseHistories {
  return {
    repeatCount: rows.map(([x]) => x),
    recency: rows.map(([, recency]) => recency),
    age: rows.map(([, , age]) => age),
    unit: "week",
  };
}
