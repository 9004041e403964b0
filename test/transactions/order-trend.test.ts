import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { orderTrend } from "../../src/transactions/order-trend.js";
import { arbitraryLog, arbitraryShuffle, reorder } from "./support/arbitrary-log.js";
import { readCdnowSample } from "./support/golden-logs.js";
import { makeLog, thrownBy } from "./support/make-log.js";

const log = makeLog([
  ["Ann", "2026-01-05", 10],
  ["Ann", "2026-01-05T10:00", 1],
  ["Bob", "2026-01-31", 5],
  ["Ann", "2026-03-10", 20],
  ["Cid", "2026-03-31", 8],
  ["Ann", "2026-03-31", -3],
  ["Ann", "2026-04-02", 9],
]);

describe("an order trend", () => {
  it("counts by month without gaps, and tells which months are whole", () => {
    const none = {
      orders: 0,
      spend: 0,
      newCustomers: 0,
      returningCustomers: 0,
      returningOrders: 0,
      returningSpend: 0,
    };
    expect(orderTrend(log, { asOf: "2026-04-15" })).toEqual([
      { ...none, from: "2026-01-01", orders: 3, spend: 16, newCustomers: 2, complete: false },
      { ...none, from: "2026-02-01", complete: true },
      {
        from: "2026-03-01",
        orders: 2,
        spend: 25,
        newCustomers: 1,
        returningCustomers: 1,
        returningOrders: 1,
        returningSpend: 17,
        complete: true,
      },
      {
        from: "2026-04-01",
        orders: 1,
        spend: 9,
        newCustomers: 0,
        returningCustomers: 1,
        returningOrders: 1,
        returningSpend: 9,
        complete: false,
      },
    ]);
  });

  it("is whole from the first period on when the log starts with it", () => {
    const periods = orderTrend(readCdnowSample(), { asOf: "1998-06-30", grain: "quarter" });
    expect(periods.map(({ from, complete }) => [from, complete])).toEqual([
      ["1997-01-01", true],
      ["1997-04-01", true],
      ["1997-07-01", true],
      ["1997-10-01", true],
      ["1998-01-01", true],
      ["1998-04-01", true],
    ]);
    expect(periods.map(({ newCustomers }) => newCustomers)).toEqual([2357, 0, 0, 0, 0, 0]);
    expect(periods.reduce((sum, { orders }) => sum + orders, 0)).toBe(6919);
  });

  it("counts periods up to asOf, even those after the last order", () => {
    expect(orderTrend(log, { asOf: "2026-06-30" })).toHaveLength(6);
    expect(orderTrend(log, { asOf: "2026-01-05" })).toHaveLength(1);
    expect(orderTrend(log, { asOf: "2026-01-04" })).toEqual([]);
    expect(orderTrend(makeLog([]), { asOf: "2026-01-04" })).toEqual([]);
  });

  it("ignores or refuses refunds when told to", () => {
    expect(orderTrend(log, { asOf: "2026-04-15", refunds: "ignore" })[2]).toMatchObject({
      spend: 28,
      returningSpend: 20,
    });
    expect(
      thrownBy(() => orderTrend(log, { asOf: "2026-04-15", refunds: "refuse" })),
    ).toMatchObject({ code: "INVALID_DATA" });
  });

  it("refuses to sum a period past 2^53 - 1", () => {
    const huge = { ...log, amountMinor: log.amountMinor.slice().fill(2 ** 53 - 1) };
    expect(thrownBy(() => orderTrend(huge, { asOf: "2026-04-15" }))).toMatchObject({
      code: "UNSAFE_INTEGER",
    });
  });

  it("has its weeks and months in the zone of the log", () => {
    const orders = [["Ann", "2026-03-01T05:30:00Z", 1]] as const;
    const from = (zone: string) =>
      orderTrend(makeLog(orders, zone), { asOf: "2026-03-01" })[0]?.from;
    expect(from("UTC")).toBe("2026-03-01");
    expect(from("America/Los_Angeles")).toBe("2026-02-01");
  });

  it("finds the day before where clocks went back over midnight", () => {
    // St. John's went from 00:01 on 1 November 2009 back to 23:01 on 31 October.
    const orders = makeLog(
      [
        ["Ann", "2009-11-01T02:30:30Z", 1],
        ["Bob", "2009-11-01T02:50:00Z", 2],
      ],
      "America/St_Johns",
    );
    const periods = orderTrend(orders, { asOf: "2009-11-30" });
    expect(periods.map(({ from, orders }) => [from, orders])).toEqual([
      ["2009-10-01", 1],
      ["2009-11-01", 1],
    ]);
  });

  it.each<[string, object, string]>([
    ["no asOf", {}, "INVALID_ARGUMENT"],
    ["unknown grain", { asOf: 0, grain: "day" }, "INVALID_ARGUMENT"],
    ["unknown policy", { asOf: 0, refunds: "drop" }, "INVALID_ARGUMENT"],
    ["unknown option", { asOf: 0, sameDay: "keep" }, "UNKNOWN_OPTION"],
    ["too far", { asOf: 8.64e15 - 1, grain: "week" }, "LIMIT_EXCEEDED"],
  ])("refuses a bad call: %s", (_name, options, code) => {
    expect(thrownBy(() => orderTrend(log, options as never))).toMatchObject({ code });
  });

  test.prop([arbitraryShuffle, fc.constantFrom("week" as const, "month" as const)])(
    "does not depend on the order of the log",
    ([shuffled, shuffle], grain) => {
      const options = { asOf: "2024-11-30", grain };
      expect(orderTrend(reorder(shuffled, shuffle), options)).toEqual(
        orderTrend(shuffled, options),
      );
    },
  );

  test.prop([arbitraryLog])("adds up to the log", (any) => {
    const { refundOf: _, ...untied } = any;
    const periods = orderTrend(untied, { asOf: "2024-11-30", grain: "week" });
    const total = (column: "orders" | "spend" | "newCustomers") =>
      periods.reduce((sum, period) => sum + period[column], 0);
    const buyers = [...any.customerIndex].filter((_, row) => any.amountMinor[row]! >= 0);
    expect(total("orders")).toBe(buyers.length);
    expect(total("newCustomers")).toBe(new Set(buyers).size);
    expect(total("spend")).toBeCloseTo(any.amountMinor.reduce((a, b) => a + b, 0) / 100, 6);
  });
});
