import { describe, expect, it } from "vitest";
import { cohortTable } from "../../src/transactions/cohort-table.js";
import { interpurchaseTimes } from "../../src/transactions/interpurchase-times.js";
import { orderTrend } from "../../src/transactions/order-trend.js";
import { splitTransactions } from "../../src/transactions/split-transactions.js";
import { summarizeTransactions } from "../../src/transactions/summarize-transactions.js";
import type { TransactionLog } from "../../src/transactions/types.js";
import { makeLog, thrownBy } from "./support/make-log.js";

const good = makeLog([
  ["Ann", "2026-03-01", 5],
  ["Bob", "2026-03-02", 5],
  ["Ann", "2026-03-03", -5],
]);
const asOf = "2026-03-31";

describe.each<[string, (log: TransactionLog) => unknown]>([
  ["summarizeTransactions", (log) => summarizeTransactions(log, { asOf })],
  ["cohortTable", (log) => cohortTable(log, { asOf })],
  ["orderTrend", (log) => orderTrend(log, { asOf })],
  ["interpurchaseTimes", (log) => interpurchaseTimes(log, { asOf })],
  ["splitTransactions", (log) => splitTransactions(log, asOf)],
])("%s", (_name, call) => {
  it.each<[string, unknown, string, string]>([
    ["nothing", undefined, "INVALID_ARGUMENT", "log"],
    ["no customers", { ...good, customerIds: undefined }, "INVALID_ARGUMENT", "log.customerIds"],
    ["plain arrays", { ...good, atMs: [1, 2, 3] }, "INVALID_ARGUMENT", "log.atMs"],
    ["a short column", { ...good, atMs: good.atMs.slice(1) }, "LENGTH_MISMATCH", "log.atMs"],
    [
      "a stranger",
      { ...good, customerIndex: Int32Array.of(0, 2, 0) },
      "INVALID_DATA",
      "log.customerIndex[1]",
    ],
    [
      "a negative number",
      { ...good, customerIndex: Int32Array.of(0, 1, -1) },
      "INVALID_DATA",
      "log.customerIndex[2]",
    ],
    [
      "NaN time",
      { ...good, atMs: Float64Array.of(0, Number.NaN, 0) },
      "INVALID_DATA",
      "log.atMs[1]",
    ],
    [
      "microseconds",
      { ...good, atMs: Float64Array.of(0, 0, 1.7e15) },
      "INVALID_DATA",
      "log.atMs[2]",
    ],
    ["a fraction", { ...good, atMs: Float64Array.of(0.5, 0, 0) }, "INVALID_DATA", "log.atMs[0]"],
    [
      "NaN amount",
      { ...good, amountMinor: Float64Array.of(Number.NaN, 0, 0) },
      "INVALID_DATA",
      "log.amountMinor[0]",
    ],
    [
      "dollars",
      { ...good, amountMinor: Float64Array.of(0, 12.5, 0) },
      "INVALID_DATA",
      "log.amountMinor[1]",
    ],
    [
      "infinity",
      { ...good, amountMinor: Float64Array.of(0, Infinity, 0) },
      "INVALID_DATA",
      "log.amountMinor[1]",
    ],
    ["unknown zone", { ...good, zone: "Nowhere" }, "UNKNOWN_TIME_ZONE", "log.zone"],
    ["unknown currency", { ...good, currency: "BTC" }, "UNKNOWN_CURRENCY", "log.currency"],
    ["other decimals", { ...good, minorDigits: 3 }, "INVALID_ARGUMENT", "log.minorDigits"],
    ["short links", { ...good, refundOf: Int32Array.of(-1) }, "LENGTH_MISMATCH", "log.refundOf"],
    [
      "a link to itself",
      { ...good, refundOf: Int32Array.of(-1, -1, 2) },
      "INVALID_DATA",
      "log.refundOf[2]",
    ],
    [
      "a link to nothing",
      { ...good, refundOf: Int32Array.of(-1, -1, 3) },
      "INVALID_DATA",
      "log.refundOf[2]",
    ],
    [
      "a link to another customer",
      { ...good, refundOf: Int32Array.of(-1, -1, 1) },
      "INVALID_DATA",
      "log.refundOf[2]",
    ],
    [
      "a link of a purchase",
      { ...good, refundOf: Int32Array.of(2, -1, -1) },
      "INVALID_DATA",
      "log.refundOf[0]",
    ],
  ])("refuses %s", (_what, log, code, where) => {
    expect(thrownBy(() => call(log as TransactionLog))).toMatchObject({
      name: "ClienteleError",
      code,
      details: { where },
    });
  });

  it("takes a log without orders", () => {
    expect(thrownBy(() => call(makeLog([])))).toBeUndefined();
  });

  it("leaves the log as it is", () => {
    const log = makeLog([
      ["Ann", "2026-03-05", 5, { orderId: "A" }],
      ["Ann", "2026-03-01", 5],
      ["Ann", "2026-03-06", -5, { refundOf: "A" }],
    ]);
    const before = structuredClone(log);
    call(log);
    expect(log).toEqual(before);
  });
});
