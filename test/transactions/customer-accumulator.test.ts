import { describe, expect, it } from "vitest";
import { customerAccumulator } from "../../src/transactions/customer-accumulator.js";
import type { CustomerState } from "../../src/transactions/customer-state.js";
import type { OrderBatch } from "../../src/transactions/types.js";
import { makeLog, thrownBy } from "./support/make-log.js";

const options = { asOf: "2026-03-31", currency: "USD" } as const;
const log = makeLog([
  ["Ann", "2026-03-01T09:00", 10],
  ["Bob", "2026-03-02", 3],
  ["Ann", "2026-03-01T10:00", 5],
  ["Ann", "2026-03-09", -2],
  ["Cid", "2026-04-01", 9],
]);

function stateOf(sameDay: "merge" | "keep"): CustomerState {
  const accumulator = customerAccumulator({ ...options, sameDay });
  accumulator.add(log);
  return accumulator.state();
}

describe("a customer accumulator", () => {
  it("is empty before its first batch", () => {
    const { customerIds, audit } = customerAccumulator(options).value();
    expect(customerIds).toEqual([]);
    expect(audit.orders).toBe(0);
  });

  it("keeps one row per customer, and days only where those of a day merge", () => {
    expect(stateOf("keep")).toEqual({
      kind: "customerState",
      version: 1,
      frame: {
        asOfDay: 20_543,
        endMs: Date.UTC(2026, 3, 1),
        zone: "UTC",
        currency: "USD",
        sameDay: "keep",
        refunds: "net",
      },
      counts: { purchases: 3, refunds: 1, afterAsOf: 1, cancelledOrders: 0 },
      customerIds: ["Ann", "Bob", "Cid"],
      facts: {
        orderCount: [2, 1, 0],
        firstAt: [Date.UTC(2026, 2, 1, 9), Date.UTC(2026, 2, 2), 0],
        lastAt: [Date.UTC(2026, 2, 1, 10), Date.UTC(2026, 2, 2), 0],
        grossMinor: [1500, 300, 0],
        refundMinor: [-200, 0, 0],
        firstMinor: [1000, 300, 0],
      },
    });
    expect(stateOf("merge").days).toEqual({
      customer: [0, 1, 0],
      day: [20_513, 20_514, 20_521],
      minor: [1500, 300, -200],
    });
  });

  it("keeps a day once, however often it comes", () => {
    const accumulator = customerAccumulator(options);
    for (let times = 0; times < 2000; times++) accumulator.add(log);
    const { days } = accumulator.state();
    expect(days?.minor).toEqual([1500 * 2000, 300 * 2000, -200 * 2000]);
    expect(accumulator.value().audit.purchases).toBe(6000);
  });

  it("keeps the smallest of the first purchases at one instant", () => {
    const accumulator = customerAccumulator({ ...options, sameDay: "keep" });
    accumulator.add(makeLog([["Ann", "2026-03-01", 7]]));
    accumulator.add(makeLog([["Ann", "2026-03-01", 4]]));
    accumulator.add(makeLog([["Ann", "2026-03-01", 9]]));
    expect(accumulator.state().facts.firstMinor).toEqual([400]);
  });
});

describe("a batch", () => {
  it("is refused in another currency or zone", () => {
    const add = (batch: OrderBatch) => thrownBy(() => customerAccumulator(options).add(batch));
    expect(add({ ...log, currency: "EUR" })).toMatchObject({ code: "CURRENCY_MISMATCH" });
    expect(add({ ...log, zone: "Asia/Shanghai" })).toMatchObject({
      code: "INVALID_ARGUMENT",
      details: { where: "batch.zone" },
    });
  });

  it.each<[string, unknown, string, string]>([
    ["nothing", undefined, "INVALID_ARGUMENT", "batch"],
    ["no ids", { ...log, customerIds: undefined }, "INVALID_ARGUMENT", "batch.customerIds"],
    [
      "ids that are no texts",
      { ...log, customerIds: ["Ann", 5, "Cid"] },
      "INVALID_DATA",
      "batch.customerIds[1]",
    ],
    ["too few ids", { ...log, customerIndex: undefined }, "LENGTH_MISMATCH", "batch.atMs"],
    [
      "a stranger",
      { ...log, customerIndex: Int32Array.of(0, 1, 0, 0, 3) },
      "INVALID_DATA",
      "batch.customerIndex[4]",
    ],
  ])("is refused: %s", (_name, batch, code, where) => {
    const accumulator = customerAccumulator(options);
    expect(thrownBy(() => accumulator.add(batch as OrderBatch))).toMatchObject({
      code,
      details: { where },
    });
    expect(accumulator.state().customerIds).toEqual([]);
  });

  it("is refused with a refund where refunds are", () => {
    const accumulator = customerAccumulator({ ...options, refunds: "refuse" });
    expect(thrownBy(() => accumulator.add(log))).toMatchObject({ code: "INVALID_DATA" });
  });
});

describe("a state", () => {
  const good = stateOf("merge");
  it.each<[string, unknown, string, string]>([
    ["nothing", null, "INVALID_ARGUMENT", "state.kind"],
    ["another kind", { ...good, kind: "rfmCuts" }, "INVALID_ARGUMENT", "state.kind"],
    ["a later version", { ...good, version: 2 }, "UNSUPPORTED_VERSION", "state.version"],
    [
      "another asOf",
      { ...good, frame: { ...good.frame, asOfDay: 1 } },
      "INVALID_ARGUMENT",
      "state.frame.asOfDay",
    ],
    [
      "another policy",
      { ...good, frame: { ...good.frame, sameDay: "keep" } },
      "INVALID_ARGUMENT",
      "state.frame.sameDay",
    ],
    ["no frame", { ...good, frame: undefined }, "INVALID_ARGUMENT", "state.frame"],
    [
      "a negative count",
      { ...good, counts: { ...good.counts, refunds: -1 } },
      "INVALID_ARGUMENT",
      "state.counts.refunds",
    ],
    [
      "ids that are no texts",
      { ...good, customerIds: [1, 2, 3] },
      "INVALID_ARGUMENT",
      "state.customerIds",
    ],
    [
      "a missing column",
      { ...good, facts: { ...good.facts, lastAt: undefined } },
      "INVALID_ARGUMENT",
      "state.facts.lastAt",
    ],
    [
      "a short column",
      { ...good, facts: { ...good.facts, lastAt: [1] } },
      "LENGTH_MISMATCH",
      "state.facts.lastAt",
    ],
    [
      "a positive refund",
      { ...good, facts: { ...good.facts, refundMinor: [1, 0, 0] } },
      "INVALID_ARGUMENT",
      "state.facts.refundMinor[0]",
    ],
    ["no days", { ...good, days: undefined }, "INVALID_ARGUMENT", "state.days.customer"],
    [
      "a day of a stranger",
      { ...good, days: { ...good.days, customer: [0, 1, 3] } },
      "INVALID_ARGUMENT",
      "state.days.customer[2]",
    ],
    [
      "purchases without days",
      { ...good, days: { customer: [], day: [], minor: [] } },
      "INVALID_ARGUMENT",
      "state.days",
    ],
    [
      "purchases that are not there",
      { ...good, counts: { ...good.counts, purchases: 4 } },
      "INVALID_ARGUMENT",
      "state.counts.purchases",
    ],
    [
      "a day off the calendar",
      { ...good, days: { ...good.days, day: [0, 1, 1e9] } },
      "INVALID_ARGUMENT",
      "state.days.day[2]",
    ],
  ])("is refused: %s", (_name, state, code, where) => {
    const accumulator = customerAccumulator(options);
    expect(thrownBy(() => accumulator.merge(state as CustomerState))).toMatchObject({
      code,
      details: { where },
    });
    expect(accumulator.state().customerIds).toEqual([]);
  });

  it("has no say in days where purchases are kept apart", () => {
    const accumulator = customerAccumulator({ ...options, sameDay: "keep" });
    accumulator.merge({ ...stateOf("keep"), days: 5 as never });
    expect(accumulator.state()).toEqual(stateOf("keep"));
  });

  it("with an id named __proto__ is taken like any other", () => {
    const state = { ...good, customerIds: ["__proto__", "constructor", "Cid"] };
    const accumulator = customerAccumulator(options);
    accumulator.merge(JSON.parse(JSON.stringify(state)) as CustomerState);
    expect(accumulator.value().customerIds).toEqual(["__proto__", "constructor"]);
  });
});

describe("bad calls", () => {
  it.each<[string, unknown, string]>([
    ["no asOf", {}, "INVALID_ARGUMENT"],
    ["unknown option", { asOf: 0, time: 1 }, "UNKNOWN_OPTION"],
    ["unknown currency", { asOf: 0, currency: "BTC" }, "UNKNOWN_CURRENCY"],
    ["unknown zone", { asOf: 0, zone: "Nowhere" }, "UNKNOWN_TIME_ZONE"],
    ["unknown unit", { asOf: 0, unit: "hour" }, "INVALID_ARGUMENT"],
  ])("are refused: %s", (_name, wrong, code) => {
    expect(thrownBy(() => customerAccumulator(wrong as never))).toMatchObject({ code });
  });
});
