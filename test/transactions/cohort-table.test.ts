import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { cohortTable } from "../../src/transactions/cohort-table.js";
import { retentionTable } from "../../src/transactions/retention-table.js";
import type { CohortTable } from "../../src/transactions/types.js";
import { arbitraryAsOf, arbitraryLog, arbitraryShuffle, reorder } from "./support/arbitrary-log.js";
import { readCdnowSample } from "./support/golden-logs.js";
import { makeLog, thrownBy } from "./support/make-log.js";

const log = makeLog([
  ["Ann", "2026-01-05", 10],
  ["Ann", "2026-01-05T10:00", 1],
  ["Ann", "2026-03-10", 20],
  ["Bob", "2026-01-31", 5],
  ["Bob", "2026-02-01", 6],
  ["Bob", "2026-02-20", 7],
  ["Cid", "2026-03-31", 8],
  ["Cid", "2026-04-02", 9],
  ["Ann", "2026-04-30", 2],
]);

describe("a cohort table", () => {
  it("follows newcomers by month, keeps months without any, and shows nothing unobserved", () => {
    expect(cohortTable(log, { asOf: "2026-04-29" })).toEqual({
      grain: "month",
      cohorts: ["2026-01-01", "2026-02-01", "2026-03-01"],
      customers: [2, 0, 1],
      active: [
        [2, 1, 1],
        [0, 0, undefined],
        [1, undefined, undefined],
      ],
      orders: [
        [2, 2, 1],
        [0, 0, undefined],
        [1, undefined, undefined],
      ],
      spend: [
        [16, 13, 20],
        [0, 0, undefined],
        [8, undefined, undefined],
      ],
      currency: "USD",
    });
  });

  it("takes a month for observed once its last day counts", () => {
    const { active } = cohortTable(log, { asOf: "2026-04-30" });
    expect(active).toEqual([
      [2, 1, 1, 1],
      [0, 0, 0, undefined],
      [1, 1, undefined, undefined],
    ]);
    const lastMs = Date.UTC(2026, 4, 1) - 1;
    expect(cohortTable(log, { asOf: lastMs }).active).toEqual(active);
    expect(cohortTable(log, { asOf: lastMs - 1 }).active[0]).toEqual([2, 1, 1]);
  });

  it("counts each order of a day when they are kept", () => {
    expect(cohortTable(log, { asOf: "2026-04-30", sameDay: "keep" }).orders[0]).toEqual([
      3, 2, 1, 1,
    ]);
  });

  it("ends at the highest age asked for", () => {
    const { active, cohorts, spend } = cohortTable(log, { asOf: "2026-04-30", maxAge: 1 });
    expect(cohorts).toHaveLength(3);
    expect(spend).toEqual([
      [16, 13],
      [0, 0],
      [8, 9],
    ]);
    expect(active).toEqual([
      [2, 1],
      [0, 0],
      [1, 1],
    ]);
    expect(cohortTable(log, { asOf: "2026-04-30", maxAge: 0 }).active).toEqual([[2], [0], [1]]);
  });

  it("cuts by week from Monday, by quarter and by year", () => {
    const cohorts = (grain: "week" | "quarter" | "year") =>
      cohortTable(log, { asOf: "2026-12-31", grain }).cohorts;
    expect(cohorts("week").slice(0, 2)).toEqual(["2026-01-05", "2026-01-12"]);
    expect(cohorts("week").at(-1)).toBe("2026-03-30");
    expect(cohorts("quarter")).toEqual(["2026-01-01"]);
    expect(cohorts("year")).toEqual(["2026-01-01"]);
  });

  it("cuts months in the zone of the log", () => {
    const midnight = [["Ann", "2026-01-31T16:30:00Z", 1]] as const;
    const cohorts = (zone: string) =>
      cohortTable(makeLog(midnight, zone), { asOf: "2026-03-01" }).cohorts;
    expect(cohorts("UTC")).toEqual(["2026-01-01"]);
    expect(cohorts("Asia/Shanghai")).toEqual(["2026-02-01"]);
  });

  it("shows the newcomers of a period that has not ended, and nothing else of them", () => {
    expect(cohortTable(log, { asOf: "2026-01-30" })).toMatchObject({
      cohorts: ["2026-01-01"],
      customers: [1],
      active: [[undefined]],
    });
  });

  it("has no cohorts without purchases", () => {
    const refund = makeLog([["Ann", "2026-01-05", -10]]);
    for (const empty of [makeLog([]), refund]) {
      expect(cohortTable(empty, { asOf: "2026-04-30" }).cohorts).toEqual([]);
    }
    expect(cohortTable(log, { asOf: "2025-01-01" }).active).toEqual([]);
  });

  it("nets refunds where they happened, but not before the first purchase", () => {
    const refunds = makeLog([
      ["Ann", "2026-01-05", -3],
      ["Ann", "2026-02-05", 10],
      ["Ann", "2026-04-05", -4],
      ["Bob", "2026-04-05", -9],
    ]);
    const spend = (policy: "net" | "ignore") =>
      cohortTable(refunds, { asOf: "2026-04-30", refunds: policy }).spend;
    expect(spend("net")).toEqual([[7, 0, -4]]);
    expect(spend("ignore")).toEqual([[10, 0, 0]]);
    expect(
      thrownBy(() => cohortTable(refunds, { asOf: "2026-04-30", refunds: "refuse" })),
    ).toMatchObject({ code: "INVALID_DATA" });
  });

  it("finds all 2,357 newcomers of the CDNOW sample in the first quarter of 1997", () => {
    const table = cohortTable(readCdnowSample(), { asOf: "1998-06-30" });
    expect(table.cohorts).toEqual(["1997-01-01", "1997-02-01", "1997-03-01"]);
    expect(table.customers.reduce((sum, count) => sum + count)).toBe(2357);
    expect(table.active[0]).toHaveLength(18);
    expect(sumCells(table.orders)).toBe(6696);
  });

  it.each<[string, object, string]>([
    ["no asOf", {}, "INVALID_ARGUMENT"],
    ["unknown grain", { asOf: 0, grain: "day" }, "INVALID_ARGUMENT"],
    ["negative age", { asOf: 0, maxAge: -1 }, "INVALID_ARGUMENT"],
    ["fractional age", { asOf: 0, maxAge: 1.5 }, "INVALID_ARGUMENT"],
    ["unknown option", { asOf: 0, max: 1 }, "UNKNOWN_OPTION"],
    ["too far", { asOf: "9999-12-31", grain: "week" }, "LIMIT_EXCEEDED"],
  ])("refuses a bad call: %s", (_name, options, code) => {
    expect(thrownBy(() => cohortTable(log, options as never))).toMatchObject({ code });
  });

  test.prop([arbitraryShuffle, arbitraryAsOf, fc.constantFrom("week" as const, "month" as const)])(
    "does not depend on the order of the log",
    ([shuffled, shuffle], asOf, grain) => {
      expect(cohortTable(reorder(shuffled, shuffle), { asOf, grain })).toEqual(
        cohortTable(shuffled, { asOf, grain }),
      );
    },
  );

  test.prop([arbitraryLog])("loses no customer, order or money", (any) => {
    const options = { asOf: "2025-12-31", refunds: "ignore", sameDay: "keep" } as const;
    const table = cohortTable(any, { ...options, grain: "week" });
    const purchases = any.amountMinor.filter((amount) => amount >= 0);
    expect(sumCells(table.orders)).toBe(purchases.length);
    expect(sumCells(table.spend)).toBeCloseTo(purchases.reduce((a, b) => a + b, 0) / 100, 6);
    expect(table.active.map((row) => row[0])).toEqual(table.customers);
  });
});

describe("a retention table", () => {
  it("shares out each cohort, and all that were observed", () => {
    expect(retentionTable(cohortTable(log, { asOf: "2026-04-30" }))).toEqual({
      grain: "month",
      cohorts: ["2026-01-01", "2026-02-01", "2026-03-01"],
      customers: [2, 0, 1],
      rate: [
        [1, 0.5, 0.5, 0.5],
        [undefined, undefined, undefined, undefined],
        [1, 1, undefined, undefined],
      ],
      overall: [1, 2 / 3, 0.5, 0.5],
    });
  });

  it("has nothing to say of an age that only an empty cohort has reached", () => {
    const table: CohortTable = {
      ...cohortTable(log, { asOf: "2026-04-30" }),
      cohorts: ["2026-01-01"],
      customers: [0],
      active: [[0, undefined]],
    };
    expect(retentionTable(table).overall).toEqual([undefined, undefined]);
  });

  it("is empty for an empty table, and refuses what is none", () => {
    const empty = retentionTable(cohortTable(makeLog([]), { asOf: "2026-04-30" }));
    expect(empty.rate).toEqual([]);
    expect(empty.overall).toEqual([]);
    expect(thrownBy(() => retentionTable(undefined as never))).toMatchObject({
      code: "INVALID_ARGUMENT",
    });
    expect(thrownBy(() => retentionTable({ active: 1 } as never))).toMatchObject({
      code: "INVALID_ARGUMENT",
    });
  });
});

function sumCells(cells: CohortTable["orders"]): number {
  return cells.flat().reduce<number>((sum, cell) => sum + (cell ?? 0), 0);
}
