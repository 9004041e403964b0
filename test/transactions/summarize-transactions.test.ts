import { describe, expect, it } from "vitest";
import { splitTransactions } from "../../src/transactions/split-transactions.js";
import { summarizeTransactions } from "../../src/transactions/summarize-transactions.js";
import type { CustomerSummaries, TransactionLog } from "../../src/transactions/types.js";
import { makeLog, thrownBy } from "./support/make-log.js";

/** The row of one customer. */
function rowOf(summaries: CustomerSummaries, customer: string): Record<string, number> {
  const row = summaries.customerIds.indexOf(customer);
  const columns = Object.entries(summaries).filter(([, column]) => ArrayBuffer.isView(column));
  return Object.fromEntries(columns.map(([name, column]) => [name, column[row]]));
}

describe("purchases of one day", () => {
  const log = makeLog([
    ["Ann", "2026-03-01T09:00", 10],
    ["Ann", "2026-03-01T17:00", 5],
    ["Ann", "2026-03-11T08:00", 4],
    ["Ann", "2026-03-11T20:00", 2],
    ["Ann", "2026-03-21T12:00", 9],
    ["Bob", "2026-03-31T23:59", 7],
  ]);

  it("are one purchase unless they are kept apart", () => {
    const summaries = summarizeTransactions(log, { asOf: "2026-04-10" });
    expect(rowOf(summaries, "Ann")).toEqual({
      repeatCount: 2,
      recency: 20,
      age: 40,
      meanSpend: 7.5,
      totalSpend: 30,
      firstAt: Date.UTC(2026, 2, 1, 9),
      lastAt: Date.UTC(2026, 2, 21, 12),
      orderCount: 5,
    });
    expect(summaries.audit).toMatchObject({ purchases: 6, mergedSameDay: 2 });
  });

  it("count each when kept", () => {
    const summaries = summarizeTransactions(log, { asOf: "2026-04-10", sameDay: "keep" });
    expect(rowOf(summaries, "Ann")).toMatchObject({ repeatCount: 4, recency: 20, meanSpend: 5 });
    expect(summaries.audit.mergedSameDay).toBe(0);
  });

  it("leave a one-time buyer without recency and mean spend", () => {
    const summaries = summarizeTransactions(log, { asOf: "2026-04-10" });
    expect(rowOf(summaries, "Bob")).toMatchObject({
      repeatCount: 0,
      recency: 0,
      age: 10,
      meanSpend: 0,
      totalSpend: 7,
    });
  });

  it("count with an amount of zero too", () => {
    const free = makeLog([
      ["Ann", "2026-03-01", 0],
      ["Ann", "2026-03-02", 0],
      ["Ann", "2026-03-03", 3],
    ]);
    expect(rowOf(summarizeTransactions(free, { asOf: "2026-03-03" }), "Ann")).toMatchObject({
      repeatCount: 2,
      meanSpend: 1.5,
    });
  });
});

describe("asOf", () => {
  const log = makeLog([
    ["Ann", "2026-03-01T09:00", 10],
    ["Ann", "2026-03-02T23:59:59.999", 5],
    ["Bob", "2026-03-03", 7],
  ]);

  it("counts a date to its end, and an instant to that millisecond", () => {
    const purchases = (asOf: string | number) => summarizeTransactions(log, { asOf }).audit;
    expect(purchases("2026-03-02")).toMatchObject({
      purchases: 2,
      afterAsOf: 1,
      customersWithoutPurchase: 1,
    });
    expect(purchases(Date.UTC(2026, 2, 1, 9)).purchases).toBe(1);
    expect(purchases(Date.UTC(2026, 2, 1, 9) - 1).purchases).toBe(0);
    expect(purchases("2026-03-03T00:00:00Z").purchases).toBe(3);
  });

  it("gives no rows before the first order and for an empty log", () => {
    const before = summarizeTransactions(log, { asOf: "2020-01-01" });
    expect(before.customerIds).toEqual([]);
    expect(before.repeatCount).toHaveLength(0);
    expect(before.asOf).toBe("2020-01-01");
    expect(before.audit).toMatchObject({ afterAsOf: 3, customersWithoutPurchase: 2 });
    expect(summarizeTransactions(makeLog([]), { asOf: "2026-03-01" }).audit.orders).toBe(0);
  });

  it("expresses times in the unit asked for", () => {
    const age = (unit: "day" | "week" | "month" | "year") =>
      rowOf(summarizeTransactions(log, { asOf: "2027-03-01", unit }), "Ann").age;
    expect(age("day")).toBe(365);
    expect(age("week")).toBe(365 / 7);
    expect(age("month")).toBe(365 / (365.2425 / 12));
    expect(age("year")).toBe(365 / 365.2425);
  });
});

describe("days", () => {
  it("are those of the zone: one evening in Shanghai is two days of UTC", () => {
    const orders = [
      ["Ann", "2026-03-01T15:30:00Z", 1],
      ["Ann", "2026-03-01T16:30:00Z", 1],
    ] as const;
    const count = (zone: string) =>
      summarizeTransactions(makeLog(orders, zone), { asOf: "2026-03-31" }).repeatCount[0];
    expect(count("UTC")).toBe(0);
    expect(count("Asia/Shanghai")).toBe(1);
  });

  it("can be counted in another zone than the log's", () => {
    const log = makeLog([
      ["Ann", "2026-03-01T15:30:00Z", 1],
      ["Ann", "2026-03-01T16:30:00Z", 1],
    ]);
    const summaries = summarizeTransactions(log, { asOf: "2026-03-31", zone: "Asia/Shanghai" });
    expect(summaries.repeatCount[0]).toBe(1);
    expect(summaries.zone).toBe("Asia/Shanghai");
  });

  it("of 23 and of 25 hours are days", () => {
    const log = makeLog(
      [
        ["Spring", "2026-03-07T12:00", 1],
        ["Spring", "2026-03-08T12:00", 1],
        ["Spring", "2026-03-09T00:30", 1],
        ["Autumn", "2026-11-01T00:30", 1],
        ["Autumn", "2026-11-01T23:30", 1],
        ["Autumn", "2026-11-02T00:30", 1],
      ],
      "America/New_York",
    );
    const summaries = summarizeTransactions(log, { asOf: "2026-11-02" });
    expect(rowOf(summaries, "Spring")).toMatchObject({ repeatCount: 2, recency: 2, age: 240 });
    expect(rowOf(summaries, "Autumn")).toMatchObject({ repeatCount: 1, recency: 1, age: 1 });
  });

  it("never make a time negative where clocks go back over midnight", () => {
    // St. John's went from 00:01 back to 23:01 of the day before, until 2011.
    const log = makeLog(
      [
        ["Ann", "2010-11-07T02:30:30Z", 1],
        ["Ann", "2010-11-07T02:50:00Z", 2],
      ],
      "America/St_Johns",
    );
    const summaries = summarizeTransactions(log, { asOf: Date.UTC(2010, 10, 7, 2, 50) });
    expect(rowOf(summaries, "Ann")).toMatchObject({ repeatCount: 1, recency: 0, age: 0 });
  });
});

describe("refunds", () => {
  const untied = makeLog([
    ["Ann", "2026-03-01T09:00", 50],
    ["Ann", "2026-03-01T10:00", -20],
    ["Ann", "2026-03-05", 30],
    ["Ann", "2026-03-09", -10],
    ["Bob", "2026-03-05", -5],
  ]);

  it("are taken off their day if it is the first, and else off repeat spend", () => {
    const summaries = summarizeTransactions(untied, { asOf: "2026-03-31" });
    expect(rowOf(summaries, "Ann")).toMatchObject({
      repeatCount: 1,
      recency: 4,
      meanSpend: 20,
      totalSpend: 50,
      orderCount: 2,
    });
    expect(summaries.customerIds).toEqual(["Ann"]);
    expect(summaries.audit).toMatchObject({ refundsNetted: 3, customersWithoutPurchase: 1 });
  });

  it("never make a mean negative, but a total", () => {
    const log = makeLog([
      ["Ann", "2026-03-01", 5],
      ["Ann", "2026-03-05", 3],
      ["Ann", "2026-03-09", -20],
    ]);
    expect(rowOf(summarizeTransactions(log, { asOf: "2026-03-31" }), "Ann")).toMatchObject({
      meanSpend: 0,
      totalSpend: -12,
    });
  });

  it("can be ignored", () => {
    const summaries = summarizeTransactions(untied, { asOf: "2026-03-31", refunds: "ignore" });
    expect(rowOf(summaries, "Ann")).toMatchObject({ meanSpend: 30, totalSpend: 80 });
    expect(summaries.audit).toMatchObject({ refundsNetted: 0, refundsIgnored: 3 });
  });

  it("can be refused, by their index, as far as they have happened", () => {
    const refuse = (asOf: string) =>
      thrownBy(() => summarizeTransactions(untied, { asOf, refunds: "refuse" }));
    expect(refuse("2026-03-31")).toMatchObject({
      code: "INVALID_DATA",
      details: { where: "log.amountMinor[1]" },
    });
    expect(refuse("2026-02-28")).toBeUndefined();
  });
});

describe("refunds that are tied to an order", () => {
  const tied = makeLog([
    ["Ann", "2026-03-01", 50, { orderId: "A" }],
    ["Ann", "2026-03-05", 30, { orderId: "B" }],
    ["Ann", "2026-03-09", -10, { refundOf: "B" }],
    ["Ann", "2026-03-20", -50, { refundOf: "A" }],
  ]);

  it("lower their order, and cancel it when nothing is left", () => {
    const summaries = summarizeTransactions(tied, { asOf: "2026-03-31" });
    expect(rowOf(summaries, "Ann")).toMatchObject({
      repeatCount: 0,
      firstAt: Date.UTC(2026, 2, 5),
      totalSpend: 20,
      orderCount: 1,
      age: 26,
    });
    expect(summaries.audit).toMatchObject({
      orders: 4,
      purchases: 1,
      cancelledOrders: 1,
      refundsNetted: 2,
    });
  });

  it("count from their own day on: before it, the order stands", () => {
    const summaries = summarizeTransactions(tied, { asOf: "2026-03-10" });
    expect(rowOf(summaries, "Ann")).toMatchObject({
      repeatCount: 1,
      firstAt: Date.UTC(2026, 2, 1),
      meanSpend: 20,
      totalSpend: 70,
    });
    expect(summaries.audit).toMatchObject({ cancelledOrders: 0, refundsNetted: 1, afterAsOf: 1 });
  });

  it("are taken off the customer's other spend by what they exceed their order", () => {
    const log = makeLog([
      ["Ann", "2026-03-01", 10, { orderId: "A" }],
      ["Ann", "2026-03-02", -12, { refundOf: "A" }],
      ["Ann", "2026-03-05", 30],
    ]);
    const { totalSpend, audit } = summarizeTransactions(log, { asOf: "2026-03-31" });
    expect(totalSpend[0]).toBe(28);
    expect(audit).toMatchObject({ purchases: 1, cancelledOrders: 1, refundsNetted: 1 });
  });

  it("are refunds of an unknown order as long as their order lies after asOf", () => {
    const log = makeLog([
      ["Ann", "2026-03-01", 40],
      ["Ann", "2026-03-02", -10, { refundOf: "A" }],
      ["Ann", "2026-03-05", 10, { orderId: "A" }],
    ]);
    const { totalSpend, audit } = summarizeTransactions(log, { asOf: "2026-03-04" });
    expect(totalSpend[0]).toBe(30);
    expect(audit).toMatchObject({ purchases: 1, refundsNetted: 1, afterAsOf: 1 });
  });

  it("leave their order alone when ignored", () => {
    const { orderCount, audit } = summarizeTransactions(tied, {
      asOf: "2026-03-31",
      refunds: "ignore",
    });
    expect(orderCount[0]).toBe(2);
    expect(audit).toMatchObject({ purchases: 2, cancelledOrders: 0, refundsIgnored: 2 });
  });

  it("are refunds of an unknown order once a split has torn them away", () => {
    const { after } = splitTransactions(tied, "2026-03-05");
    expect(after.refundOf).toEqual(Int32Array.of(-1, -1));
    expect(summarizeTransactions(after, { asOf: "2026-03-31" }).customerIds).toEqual([]);
  });
});

describe("sums", () => {
  it("are exact where floating-point dollars are not", () => {
    const log = makeLog(
      Array.from({ length: 10 }, (_, day) => ["Ann", `2026-03-0${(day % 9) + 1}`, 0.1]),
    );
    expect(summarizeTransactions(log, { asOf: "2026-03-31" }).totalSpend[0]).toBe(1);
  });

  it("are refused past 2^53 - 1, even where a refund would bring them back", () => {
    const huge = 2 ** 53 - 1;
    const log: TransactionLog = {
      ...makeLog([
        ["Ann", "2026-03-01", 1],
        ["Ann", "2026-03-02", 1],
        ["Ann", "2026-03-03", -1],
      ]),
      amountMinor: Float64Array.of(huge, huge, -huge),
    };
    expect(thrownBy(() => summarizeTransactions(log, { asOf: "2026-03-31" }))).toMatchObject({
      code: "UNSAFE_INTEGER",
      details: { where: "customerIds[0]" },
    });
  });
});

describe("bad calls", () => {
  const log = makeLog([["Ann", "2026-03-01", 1]]);
  it.each<[string, unknown, string]>([
    ["no options", undefined, "INVALID_ARGUMENT"],
    ["no asOf", {}, "INVALID_ARGUMENT"],
    ["no such day", { asOf: "2026-02-30" }, "INVALID_ARGUMENT"],
    ["NaN", { asOf: Number.NaN }, "INVALID_ARGUMENT"],
    ["unknown option", { asOf: 0, sameday: "keep" }, "UNKNOWN_OPTION"],
    ["unknown unit", { asOf: 0, unit: "fortnight" }, "INVALID_ARGUMENT"],
    ["inherited unit", { asOf: 0, unit: "toString" }, "INVALID_ARGUMENT"],
    ["unknown policy", { asOf: 0, sameDay: "drop" }, "INVALID_ARGUMENT"],
    ["unknown refund policy", { asOf: 0, refunds: "keep" }, "INVALID_ARGUMENT"],
    ["unknown zone", { asOf: 0, zone: "Mars/Olympus" }, "UNKNOWN_TIME_ZONE"],
  ])("are refused: %s", (_name, options, code) => {
    expect(thrownBy(() => summarizeTransactions(log, options as never))).toMatchObject({ code });
  });
});
