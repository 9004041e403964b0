import { describe, expect, it } from "vitest";
import type { ErrorCode } from "../../src/core/errors.js";
import { applyRfmCuts, type RfmOptionsInput, scoreRfm } from "../../src/rfm/index.js";
import type { CustomerSummaries } from "../../src/transactions/types.js";
import { summariesOf } from "./support/summaries.js";

const summaries = summariesOf({ since: [1, 2, 3], orders: [1, 2, 3], spend: [1, 2, 3] });
const { cuts } = scoreRfm(summaries);

function expectRefusal(call: () => unknown, code: ErrorCode, message: string): void {
  expect(call).toThrow(
    expect.objectContaining({
      name: "ClienteleError",
      code,
      message: expect.stringContaining(message),
    }),
  );
}

describe("scoreRfm refuses", () => {
  it("summaries without customers", () => {
    expectRefusal(() => scoreRfm(summariesOf({ since: [] })), "EMPTY_INPUT", "no customers");
  });

  const brokenColumns: Readonly<Record<string, readonly [object, ErrorCode, string]>> = {
    "NaN spend": [
      { totalSpend: Float64Array.of(1, Number.NaN, 3) },
      "INVALID_ARGUMENT",
      "summaries.totalSpend[1]",
    ],
    "infinite spend": [
      { totalSpend: [1, 2, Infinity] },
      "INVALID_ARGUMENT",
      "summaries.totalSpend[2]",
    ],
    "a negative age": [{ age: Float64Array.of(-1, 2, 3) }, "INVALID_ARGUMENT", "summaries.age[0]"],
    "a last order after asOf": [
      { recency: Float64Array.of(0, 5, 0) },
      "INVALID_ARGUMENT",
      "summaries.recency[1] must be at most its age 2",
    ],
    "a column that is too short": [{ age: Float64Array.of(1) }, "LENGTH_MISMATCH", "summaries.age"],
    "a column that is missing": [
      { orderCount: undefined },
      "INVALID_ARGUMENT",
      "summaries.orderCount",
    ],
    "a customer without orders": [
      { orderCount: Int32Array.of(1, 0, 1) },
      "INVALID_ARGUMENT",
      "summaries.orderCount[1] must be at least 1",
    ],
    "text for numbers": [
      { totalSpend: ["1", "2", "3"] },
      "INVALID_ARGUMENT",
      "summaries.totalSpend[0]",
    ],
    "missing ids": [{ customerIds: undefined }, "INVALID_ARGUMENT", "summaries.customerIds"],
  };
  for (const [name, [columns, code, message]] of Object.entries(brokenColumns)) {
    it(name, () => {
      expectRefusal(
        () => scoreRfm({ ...summaries, ...columns } as CustomerSummaries),
        code,
        message,
      );
    });
  }

  it("what is no summaries at all", () => {
    for (const value of [undefined, null, 7, "summaries", [], {}]) {
      expectRefusal(() => scoreRfm(value as never), "INVALID_ARGUMENT", "summaries");
    }
  });

  const brokenOptions: Readonly<Record<string, readonly [object, ErrorCode, string]>> = {
    "an unknown option": [{ bin: 5 }, "UNKNOWN_OPTION", "options.bin is not an option"],
    "one bin": [{ bins: 1 }, "INVALID_ARGUMENT", "options.bins.recency must be from 2 to 10"],
    "eleven bins": [
      { bins: { recency: 2, frequency: 2, monetary: 11 } },
      "INVALID_ARGUMENT",
      "options.bins.monetary",
    ],
    "a fractional bin": [{ bins: 2.5 }, "INVALID_ARGUMENT", "options.bins.recency"],
    "bins for two measures": [
      { bins: { recency: 2, frequency: 2 } },
      "INVALID_ARGUMENT",
      "options.bins.monetary",
    ],
    "an unknown method": [{ method: "ntile" }, "INVALID_ARGUMENT", "options.method"],
    "an unknown tie policy": [{ ties: "first" }, "INVALID_ARGUMENT", "options.ties"],
    "an inherited word for a measure": [
      { frequency: "constructor" },
      "INVALID_ARGUMENT",
      "options.frequency",
    ],
    "a negative step": [{ cutStep: -1 }, "INVALID_ARGUMENT", "options.cutStep"],
    "cuts without the method fixed": [{ cuts }, "INVALID_ARGUMENT", "options.method"],
    "the method fixed without cuts": [{ method: "fixed" }, "INVALID_ARGUMENT", "options.cuts"],
    "bins beside fixed cuts": [
      { method: "fixed", cuts, bins: 5 },
      "INVALID_ARGUMENT",
      "options.bins",
    ],
    "another measure than the cuts": [
      { method: "fixed", cuts, monetary: "meanSpend" },
      "INVALID_ARGUMENT",
      "options.monetary",
    ],
    "cuts out of order": [
      { method: "fixed", cuts: { recency: [2, 1], frequency: [2], monetary: [2] } },
      "INVALID_ARGUMENT",
      "cuts.recency.at[1] must be at least 2",
    ],
    "NaN cuts": [
      { method: "fixed", cuts: { recency: [1], frequency: [Number.NaN], monetary: [2] } },
      "INVALID_ARGUMENT",
      "options.cuts.frequency[0]",
    ],
    "no cuts of a measure": [
      { method: "fixed", cuts: { recency: [], frequency: [2], monetary: [2] } },
      "INVALID_ARGUMENT",
      "cuts.recency.at must be 1 to 9 cuts",
    ],
    "a measure left out": [
      { method: "fixed", cuts: { recency: [1], frequency: [2] } },
      "INVALID_ARGUMENT",
      "options.cuts.monetary",
    ],
  };
  for (const [name, [options, code, message]] of Object.entries(brokenOptions)) {
    it(name, () => {
      expectRefusal(() => scoreRfm(summaries, options as RfmOptionsInput), code, message);
    });
  }
});

describe("applyRfmCuts", () => {
  it("scores an empty shard as nobody", () => {
    const scores = applyRfmCuts(summariesOf({ since: [] }), cuts);
    expect(scores.recency).toEqual(new Uint8Array(0));
    expect(scores.emptyBins.recency).toEqual([1, 2, 3, 4, 5]);
  });

  it("refuses cuts in another time unit or currency", () => {
    expectRefusal(
      () => applyRfmCuts(summariesOf({ since: [1], unit: "week" }), cuts),
      "INVALID_ARGUMENT",
      'summaries.unit must be "day", the unit of the cuts, got "week"',
    );
    expectRefusal(
      () => applyRfmCuts(summariesOf({ since: [1], currency: "EUR" }), cuts),
      "CURRENCY_MISMATCH",
      "the summaries are in EUR, the cuts in USD",
    );
  });

  const nested = scoreRfm(summaries, { method: "nested", bins: 2 }).cuts;
  const side = { at: [1], side: ["lower"] };
  const broken: Readonly<Record<string, readonly [unknown, ErrorCode, string]>> = {
    nothing: [undefined, "INVALID_ARGUMENT", "cuts must be RFM cuts"],
    "another kind": [{ ...cuts, kind: "segmentMap" }, "INVALID_ARGUMENT", "cuts.kind"],
    "a version from the future": [{ ...cuts, version: 2 }, "UNSUPPORTED_VERSION", "cuts.version 2"],
    "an unknown layout": [{ ...cuts, layout: "round" }, "INVALID_ARGUMENT", "cuts.layout"],
    "a missing measure": [{ ...cuts, monetary: undefined }, "INVALID_ARGUMENT", "cuts.monetary"],
    "an unknown side": [
      { ...cuts, recency: { at: [1], side: ["left"] } },
      "INVALID_ARGUMENT",
      "cuts.recency.side[0]",
    ],
    "cuts without sides": [
      { ...cuts, recency: { at: [1] } },
      "INVALID_ARGUMENT",
      "cuts.recency.side",
    ],
    "too few sides": [
      { ...cuts, recency: { at: [1, 2], side: ["lower"] } },
      "LENGTH_MISMATCH",
      "cuts.recency.side",
    ],
    "null for a lost Infinity": [
      { ...cuts, recency: { at: [null], side: ["lower"] } },
      "INVALID_ARGUMENT",
      "cuts.recency.at[0]",
    ],
    "too few groups": [{ ...nested, frequency: [side] }, "LENGTH_MISMATCH", "cuts.frequency"],
    "no groups": [{ ...nested, monetary: side }, "INVALID_ARGUMENT", "cuts.monetary"],
    "groups of unequal length": [
      { ...nested, frequency: [side, { at: [1, 2], side: ["lower", "lower"] }] },
      "LENGTH_MISMATCH",
      "cuts.frequency[1].at",
    ],
  };
  for (const [name, [value, code, message]] of Object.entries(broken)) {
    it(`refuses ${name}`, () => {
      expectRefusal(() => applyRfmCuts(summaries, value as never), code, message);
    });
  }
});
