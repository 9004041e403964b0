import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { interpurchaseTimes } from "../../src/transactions/interpurchase-times.js";
import { summarizeTransactions } from "../../src/transactions/summarize-transactions.js";
import { arbitraryAsOf, arbitraryLog, arbitraryShuffle, reorder } from "./support/arbitrary-log.js";
import { makeLog, thrownBy } from "./support/make-log.js";

/** Gaps of 1, 2, 3, 4 and 30 days, and two purchases on one day. */
const log = makeLog([
  ["Ann", "2026-01-01", 1],
  ["Ann", "2026-01-02T08:00", 1],
  ["Ann", "2026-01-02T09:00", 1],
  ["Ann", "2026-01-04", 1],
  ["Ann", "2026-01-07", 1],
  ["Bob", "2026-01-01", 1],
  ["Bob", "2026-01-05", 1],
  ["Bob", "2026-02-04", 1],
  ["Cid", "2026-01-01", 1],
]);

describe("interpurchase times", () => {
  it("have R's default quantiles, and a histogram of half-open bins", () => {
    const times = interpurchaseTimes(log, { asOf: "2026-12-31", bins: [0, 2, 4] });
    // R: quantile(c(1, 2, 3, 4, 30), c(.1, .25, .5, .75, .9, .95))
    expect(times.quantiles.map(({ probability }) => probability)).toEqual([
      0.1, 0.25, 0.5, 0.75, 0.9, 0.95,
    ]);
    [1.4, 2, 3, 4, 19.6, 24.8].forEach((days, index) => {
      expect(times.quantiles[index]!.days).toBeCloseTo(days, 12);
    });
    expect(times).toMatchObject({
      count: 5,
      meanDays: 8,
      medianDays: 3,
      histogram: [
        { fromDays: 0, toDays: 2, count: 1 },
        { fromDays: 2, toDays: 4, count: 2 },
        { fromDays: 4, toDays: Infinity, count: 2 },
      ],
    });
  });

  it("are 0 within a day when its purchases are kept apart", () => {
    const { count, histogram } = interpurchaseTimes(log, {
      asOf: "2026-12-31",
      sameDay: "keep",
      bins: [0, 1],
    });
    expect(count).toBe(6);
    expect(histogram[0]).toEqual({ fromDays: 0, toDays: 1, count: 1 });
  });

  it("are counted in local days over the end of daylight saving time", () => {
    const autumn = makeLog(
      [
        ["Ann", "2026-10-31T23:30", 1],
        ["Ann", "2026-11-02T00:30", 1],
      ],
      "America/New_York",
    );
    expect(interpurchaseTimes(autumn, { asOf: "2026-12-31" }).meanDays).toBe(2);
  });

  it("do not reach over a refund, nor after asOf", () => {
    const refunded = makeLog([
      ["Ann", "2026-01-01", 1],
      ["Ann", "2026-01-03", -1],
      ["Ann", "2026-01-05", 5, { orderId: "A" }],
      ["Ann", "2026-01-06", -5, { refundOf: "A" }],
      ["Ann", "2026-01-11", 1],
    ]);
    expect(interpurchaseTimes(refunded, { asOf: "2026-01-05" }).meanDays).toBe(4);
    expect(interpurchaseTimes(refunded, { asOf: "2026-12-31" }).meanDays).toBe(10);
  });

  it("have no mean, median or quantiles where nobody purchased twice", () => {
    expect(interpurchaseTimes(log, { asOf: "2026-01-01", bins: [0] })).toEqual({
      count: 0,
      meanDays: undefined,
      medianDays: undefined,
      quantiles: [],
      histogram: [{ fromDays: 0, toDays: Infinity, count: 0 }],
    });
  });

  it.each<[string, object, string]>([
    ["no asOf", {}, "INVALID_ARGUMENT"],
    ["no bins", { asOf: 0, bins: [] }, "INVALID_ARGUMENT"],
    ["bins not from 0", { asOf: 0, bins: [1, 2] }, "INVALID_ARGUMENT"],
    ["equal bins", { asOf: 0, bins: [0, 2, 2] }, "INVALID_ARGUMENT"],
    ["NaN", { asOf: 0, bins: [0, Number.NaN] }, "INVALID_ARGUMENT"],
    ["an infinite bin", { asOf: 0, bins: [0, Infinity] }, "INVALID_ARGUMENT"],
    ["no array", { asOf: 0, bins: 7 }, "INVALID_ARGUMENT"],
    ["unknown option", { asOf: 0, edges: [0] }, "UNKNOWN_OPTION"],
  ])("refuse a bad call: %s", (_name, options, code) => {
    expect(thrownBy(() => interpurchaseTimes(log, options as never))).toMatchObject({ code });
  });

  test.prop([arbitraryShuffle, arbitraryAsOf])(
    "do not depend on the order of the log",
    ([shuffled, shuffle], asOf) => {
      expect(interpurchaseTimes(reorder(shuffled, shuffle), { asOf })).toEqual(
        interpurchaseTimes(shuffled, { asOf }),
      );
    },
  );

  test.prop([arbitraryLog, arbitraryAsOf, fc.constantFrom("merge" as const, "keep" as const)])(
    "are as many as repeat purchases, and add up to recency",
    (any, asOf, sameDay) => {
      const { repeatCount, recency } = summarizeTransactions(any, { asOf, sameDay });
      const { count, meanDays, histogram } = interpurchaseTimes(any, { asOf, sameDay });
      const days = recency.reduce((sum, time) => sum + time, 0);
      expect(count).toBe(repeatCount.reduce((sum, repeats) => sum + repeats, 0));
      expect((meanDays ?? 0) * count).toBeCloseTo(days, 9);
      expect(histogram.reduce((sum, bin) => sum + bin.count, 0)).toBe(count);
    },
  );
});
