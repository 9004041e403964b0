import { readFileSync } from "node:fs";
import { fc, test } from "@fast-check/vitest";
import { beforeAll, describe, expect } from "vitest";
import { ClienteleError } from "../../src/core/errors.js";
import { analyzeOrders } from "../../src/report/analyze-orders.js";
import type { OrderAnalysis } from "../../src/report/types.js";
import { RF_SEGMENT_MAP } from "../../src/rfm/maps/rf-segment-map.js";
import { readTransactions } from "../../src/transactions/read-transactions.js";
import { transactionLog } from "../../src/transactions/transaction-log.js";
import { analyzeCdnow } from "./analyze-cdnow.js";

const ROWS = [
  { customerId: "Ann", at: "2026-01-05", amount: 100 },
  { customerId: "Ann", at: "2026-02-05", amount: 50 },
  { customerId: "Ann", at: "2026-02-05", amount: 50 },
  { customerId: "Bob", at: "2026-02-20", amount: 20 },
  { customerId: "Cy", at: "2026-03-30", amount: 30 },
  { customerId: "Cy", at: "2026-03-31", amount: -10 },
];

function codeOf(call: () => unknown): string | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    return error instanceof ClienteleError ? error.code : String(error);
  }
}

describe("CDNOW", () => {
  let analysis: OrderAnalysis;
  beforeAll(async () => {
    ({ analysis } = await analyzeCdnow());
  }, 60_000);

  test("has the published size", () => {
    expect(analysis.figures.customers).toBe(23_570);
    expect(analysis.figures.orders).toBe(69_659);
    expect(analysis.figures.spend).toBe(2_500_315.63);
    expect([analysis.firstOrderDay, analysis.lastOrderDay]).toEqual(["1997-01-01", "1998-06-30"]);
    expect(analysis.trend.grain).toBe("month");
    expect(analysis.trend.periods).toHaveLength(18);
  });

  test("adds up: tiers, segments, grid, trend and audit account for everybody", () => {
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
    const { tiers, rfm, trend, audit, customers } = analysis;
    expect(sum(tiers.map((tier) => tier.customers))).toBe(23_570);
    expect(sum(tiers.map((tier) => tier.spendShare ?? 0))).toBeCloseTo(1, 12);
    expect(sum(rfm.segments.map((segment) => segment.customers))).toBe(23_570);
    expect(sum(rfm.grid.customers.flat())).toBe(23_570);
    expect(sum(trend.periods.map((period) => period.orders))).toBe(69_659);
    expect(sum(trend.periods.map((period) => period.newCustomers))).toBe(23_570);
    expect(audit.purchases - audit.mergedSameDay).toBe(
      sum([...customers.repeatCount].map((repeats) => repeats + 1)),
    );
  });

  test("lists customers who keep the rule, biggest spend first", () => {
    const { attention, customers } = analysis;
    expect(attention.listed).toHaveLength(100);
    const spend = attention.listed.map(({ row }) => customers.totalSpend[row] as number);
    expect(spend).toEqual([...spend].sort((a, b) => b - a));
    for (const { row, silentDays, usualGapDays } of attention.listed) {
      expect(customers.tier[row]).toBe(0);
      expect(customers.repeatCount[row]).toBeGreaterThanOrEqual(2);
      expect(silentDays / usualGapDays).toBeGreaterThanOrEqual(3);
      expect(silentDays / usualGapDays).toBeLessThanOrEqual(6);
    }
  });
});

test("agrees with the scores of the golden orders of 995 customers", async () => {
  const file = new URL("../golden/clv/rfm-data-orders.csv", import.meta.url);
  const { log } = await readTransactions(readFileSync(file));
  const { figures, rfm } = analyzeOrders(log, { asOf: "2006-12-31" });
  expect([figures.customers, figures.orders, figures.spend]).toEqual([995, 4906, 464_158]);
  // R's default quantile of days, orders and revenue, as in the package rfm, without its "+ 1".
  expect(rfm.cuts).toMatchObject({
    recency: { at: [114, 180, 296.4, 481] },
    frequency: { at: [3, 4, 5, 7] },
    monetary: { at: [254.8, 381, 505.4, 665] },
  });
});

test("tells a small log in full", () => {
  const analysis = analyzeOrders(transactionLog(ROWS, { currency: "EUR" }), {
    asOf: "2026-04-30",
    unit: "week",
    grain: "month",
  });
  expect(analysis).toMatchObject({
    asOf: "2026-04-30",
    firstOrderDay: "2026-01-05",
    lastOrderDay: "2026-03-30",
    zone: "UTC",
    unit: "week",
    currency: "EUR",
    minorDigits: 2,
  });
  expect(analysis.figures).toEqual({
    customers: 3,
    orders: 5,
    spend: 240,
    spendPerOrder: 48,
    spendPerCustomer: 80,
    medianSpendPerCustomer: 20,
    ordersPerCustomer: 5 / 3,
    repeatCustomers: 1,
    activeCustomers: 3,
    activeDays: 90,
  });
  expect(analysis.tiers.map(({ customers, spend }) => [customers, spend])).toEqual([
    [1, 200],
    [2, 40],
    [0, 0],
  ]);
  const { customers } = analysis;
  expect(customers.customerIds).toEqual(["Ann", "Bob", "Cy"]);
  expect([...customers.silentDays]).toEqual([84, 69, 31]);
  expect([...customers.recency]).toEqual([31 / 7, 0, 0]);
  expect([...customers.age]).toEqual([115 / 7, 69 / 7, 31 / 7]);
  expect([...customers.totalSpend]).toEqual([200, 20, 20]);
});

test("takes the calendar of the log's zone", () => {
  const rows = [{ customerId: "Ann", at: "2025-12-31T20:00:00Z", amount: 10 }];
  const shanghai = transactionLog(rows, { zone: "Asia/Shanghai" });
  expect(analyzeOrders(shanghai, { asOf: "2026-01-10" }).firstOrderDay).toBe("2026-01-01");
  expect(analyzeOrders(transactionLog(rows), { asOf: "2026-01-10" }).firstOrderDay).toBe(
    "2025-12-31",
  );
});

test("takes another map of segments", () => {
  const analysis = analyzeOrders(transactionLog(ROWS), {
    asOf: "2026-04-30",
    segmentMap: RF_SEGMENT_MAP,
  });
  expect(analysis.rfm.segments.map(({ segment }) => segment)).toEqual(RF_SEGMENT_MAP.segments);
});

test("takes another rule for the list", () => {
  const log = transactionLog(ROWS);
  const attention = { minimumPurchases: 2, overdueFrom: 1, overdueTo: 4, limit: 1 };
  const { attention: list } = analyzeOrders(log, { asOf: "2026-04-30", attention });
  // Ann: two purchases 31 days apart and one typical gap of 31 make a usual gap of 31.
  expect(list.listed).toEqual([{ row: 0, silentDays: 84, usualGapDays: 31 }]);
  expect(list.rule).toEqual({ tier: "A", ...attention });
});

test.prop([
  fc.constantFrom(0.001, 3, 1000),
  fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }),
])(
  "keeps scores, segments and tiers when rows change places and amounts their unit",
  (factor, keys) => {
    const plain = ROWS.filter(({ amount }) => amount > 0);
    const scaled = plain
      .map((row, index) => ({
        row: { ...row, amount: row.amount * factor },
        key: keys[index] as number,
      }))
      .sort((a, b) => a.key - b.key)
      .map(({ row }) => row);
    const byCustomer = (rows: typeof plain) => {
      const { customers, tiers, rfm } = analyzeOrders(transactionLog(rows, { currency: "XXX" }), {
        asOf: "2026-04-30",
      });
      const told = customers.customerIds.map((id, row) => [
        id,
        customers.monetaryScore[row],
        rfm.segments[customers.segment[row] as number]?.segment.id,
        tiers[customers.tier[row] as number]?.tier,
      ]);
      return told.sort((a, b) => String(a[0]).localeCompare(String(b[0])));
    };
    expect(byCustomer(scaled)).toEqual(byCustomer(plain));
  },
);

describe("refuses", () => {
  const log = transactionLog(ROWS);
  test("a log with nothing to report, and says why", () => {
    expect(() => analyzeOrders(log, { asOf: "2020-01-01" })).toThrow(
      "the log has no purchase up to 2020-01-01, so there is nothing to report; 6 of its 6 orders lie after that day",
    );
    expect(codeOf(() => analyzeOrders(transactionLog([]), { asOf: "2020-01-01" }))).toBe(
      "EMPTY_INPUT",
    );
  });

  test.each([
    [{ asOf: "yesterday" }, "INVALID_ARGUMENT"],
    [{ asOf: undefined }, "INVALID_ARGUMENT"],
    [{ asOf: "2026-04-30", unit: "hour" }, "INVALID_ARGUMENT"],
    [{ asOf: "2026-04-30", grain: "day" }, "INVALID_ARGUMENT"],
    [{ asOf: "2026-04-30", activeDays: -1 }, "INVALID_ARGUMENT"],
    [{ asOf: "2026-04-30", activeDays: Number.NaN }, "INVALID_ARGUMENT"],
    [{ asOf: "2026-04-30", attention: { tier: "D" } }, "INVALID_ARGUMENT"],
    [{ asOf: "2026-04-30", attention: { limit: 1.5 } }, "INVALID_ARGUMENT"],
    [{ asOf: "2026-04-30", attention: { minimum: 3 } }, "UNKNOWN_OPTION"],
    [{ asOf: "2026-04-30", refunds: "refuse" }, "INVALID_DATA"],
    [{ asOf: "2026-04-30", until: "2026" }, "UNKNOWN_OPTION"],
  ])("%j", (options, code) => {
    expect(codeOf(() => analyzeOrders(log, options as never))).toBe(code);
  });
});
