import { test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { splitTransactions } from "../../src/transactions/split-transactions.js";
import { summarizeTransactions } from "../../src/transactions/summarize-transactions.js";
import { arbitraryAsOf, arbitraryLog } from "./support/arbitrary-log.js";
import { makeLog, thrownBy } from "./support/make-log.js";

const log = makeLog(
  [
    ["Ann", "2026-03-01T23:59:59", 1],
    ["Bob", "2026-03-02", 2],
    ["Ann", "2026-02-01", 3],
  ],
  "America/New_York",
);

describe("a split", () => {
  it("gives the whole day of a date to the earlier part, and shares the customers", () => {
    const { before, after } = splitTransactions(log, "2026-03-01");
    expect(before.amountMinor).toEqual(Float64Array.of(100, 300));
    expect(after.amountMinor).toEqual(Float64Array.of(200));
    expect(after.customerIndex).toEqual(Int32Array.of(1));
    expect(before.customerIds).toEqual(["Ann", "Bob"]);
    expect(after.customerIds).toEqual(["Ann", "Bob"]);
    expect(after.zone).toBe("America/New_York");
  });

  it("gives an instant itself to the earlier part", () => {
    const { before } = splitTransactions(log, log.atMs[1]!);
    expect(before.atMs).toHaveLength(3);
    expect(splitTransactions(log, log.atMs[1]! - 1).before.atMs).toHaveLength(2);
  });

  it("can leave a part without orders", () => {
    expect(splitTransactions(log, "2020-01-01").before.atMs).toHaveLength(0);
    expect(splitTransactions(log, "2030-01-01").after.atMs).toHaveLength(0);
  });

  it("keeps refunds tied to orders of the same part", () => {
    const tied = makeLog([
      ["Ann", "2026-03-05", 30, { orderId: "B" }],
      ["Ann", "2026-03-01", 50, { orderId: "A" }],
      ["Ann", "2026-03-02", -50, { refundOf: "A" }],
    ]);
    expect(splitTransactions(tied, "2026-03-02").before.refundOf).toEqual(Int32Array.of(-1, 0));
    expect(splitTransactions(tied, "2026-03-01").after.refundOf).toEqual(Int32Array.of(-1, -1));
  });

  it.each([undefined, "", "yesterday", Number.NaN, {}])("refuses to split at %s", (at) => {
    expect(thrownBy(() => splitTransactions(log, at as never))).toMatchObject({
      code: "INVALID_ARGUMENT",
    });
  });

  test.prop([arbitraryLog, arbitraryAsOf])(
    "leaves every entry in one part, and makes of the earlier what a summary makes of the log",
    (any, at) => {
      const { before, after } = splitTransactions(any, at);
      expect(before.atMs.length + after.atMs.length).toBe(any.atMs.length);
      const { audit: _a, ...part } = summarizeTransactions(before, { asOf: at });
      const { audit: _b, ...whole } = summarizeTransactions(any, { asOf: at });
      expect(part).toEqual(whole);
    },
  );
});
