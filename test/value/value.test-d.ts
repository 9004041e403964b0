import { expectTypeOf, test } from "vitest";
import type { CustomerSummaries } from "../../src/transactions/types.js";
import {
  type Concentration,
  concentration,
  historicValue,
  reviewTiers,
  type TierHistory,
  type TierReview,
  thresholdsByShare,
  tierByShare,
} from "../../src/value/index.js";

test("Any array-like of numbers is a column.", () => {
  expectTypeOf(tierByShare).toBeCallableWith([1, 2]);
  expectTypeOf(tierByShare).toBeCallableWith(Float64Array.of(1));
  expectTypeOf(tierByShare([1])).toExtend<Uint8Array>();
  // @ts-expect-error texts are no numbers
  tierByShare(["1"]);
});

test("Where there may be no answer the type says so.", () => {
  expectTypeOf(concentration([1])).toEqualTypeOf<Concentration | undefined>();
  expectTypeOf(thresholdsByShare([1])).toEqualTypeOf<number[] | undefined>();
});

test("A review is the history of the next one, and cannot do without thresholds and a day.", () => {
  expectTypeOf<TierReview>().toExtend<TierHistory>();
  // @ts-expect-error thresholds are missing
  reviewTiers([1], { tiers: [0], since: ["2026-01-01"] }, { asOf: "2026-03-31" });
});

test("Summaries of transactions have a historic value.", () => {
  expectTypeOf(historicValue).toBeCallableWith({} as CustomerSummaries);
});

test("Thresholds by share have no policy for ties.", () => {
  // @ts-expect-error equal values are always together
  thresholdsByShare([1], { ties: "rowOrder" });
});
