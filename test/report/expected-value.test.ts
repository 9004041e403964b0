import { fc, test } from "@fast-check/vitest";
import { beforeAll, describe, expect } from "vitest";
import { seededRandom } from "../../src/core/random.js";
import { aliveGrid } from "../../src/report/analysis/expected-value/alive-grid.js";
import { riskList } from "../../src/report/analysis/expected-value/risk-list.js";
import { sampleRows } from "../../src/report/analysis/expected-value/sample-rows.js";
import { cohortIndex } from "../../src/report/analysis/expected-value/value-groups.js";
import { valueHistogram } from "../../src/report/analysis/expected-value/value-histogram.js";
import { analyzeOrders } from "../../src/report/analyze-orders.js";
import { renderReport } from "../../src/report/render-report.js";
import type { ExpectedValue } from "../../src/report/value-types.js";
import { transactionLog } from "../../src/transactions/transaction-log.js";
import type { TransactionRow } from "../../src/transactions/types.js";
import { analyzeCdnow } from "./analyze-cdnow.js";

const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);

describe("CDNOW", () => {
  let worth: ExpectedValue;
  beforeAll(async () => {
    const { value } = (await analyzeCdnow()).analysis;
    if (!value.ok) throw new Error(value.message);
    worth = value.value;
  }, 60_000);

  test("takes the model that forecast best in the rehearsal, and names the others", () => {
    expect(worth.model).toMatchObject({ kind: "paretoNbd", chosenBy: "forecast" });
    expect(worth.model.candidates.map(({ kind }) => kind)).toEqual([
      "mbgNbd",
      "paretoNbd",
      "bgNbd",
      "nbd",
    ]);
    expect(worth.model.candidates[0]?.aic).toBeCloseTo(346_596.884, 2);
    expect(worth.model.verdict?.en).toMatch(/^MBG\/NBD fits clearly best/);
    expect(worth.model.fittedCustomers).toBe(23_570);
    expect(worth.spend).toMatchObject({ method: "gammaGamma", independence: "weak" });
    expect(worth.spend.meanSpend).toBeCloseTo(36.0886, 3);
  });

  test("rehearses on the first half, and counts what came in the second", () => {
    const { rehearsal } = worth.model;
    expect(rehearsal).toMatchObject({
      learntUntil: "1997-09-30",
      weeks: 39,
      customers: 23_570,
      purchases: 19_684,
      grain: "month",
    });
    const forecasts = rehearsal!.forecasts.map(({ kind, purchases, error }) => [
      kind,
      Math.round(purchases),
      Number(error.toFixed(4)),
    ]);
    expect(forecasts).toEqual([
      ["paretoNbd", 17_153, 1.644],
      ["bgNbd", 16_874, 1.6422],
      ["mbgNbd", 15_934, 1.6527],
      ["nbd", 29_008, 1.7693],
    ]);
    expect(rehearsal!.atOwnRate).toBeCloseTo(29_010.645, 2);
    const judged = rehearsal!.periods.filter(({ isHoldout }) => isHoldout);
    expect(rehearsal!.periods).toHaveLength(18);
    expect(judged).toHaveLength(9);
    expect(sum(judged.map(({ actual }) => actual))).toBe(19_684);
  });

  test("adds up: segments, cohorts, grid and histogram account for everybody and every value", () => {
    const { customers, total } = worth;
    expect(total.customers).toBe(23_570);
    expect(total.expectedOrders).toBeCloseTo(sum(customers.expectedOrders), 6);
    for (const groups of [worth.segments, worth.cohorts]) {
      expect(sum(groups.map((group) => group.customers))).toBe(23_570);
      expect(sum(groups.map((group) => group.alive))).toBeCloseTo(total.alive, 6);
      expect(sum(groups.map((group) => group.expectedValue))).toBeCloseTo(total.expectedValue, 4);
    }
    expect(sum(worth.alive.customers.flat())).toBe(23_570);
    expect(sum(worth.histogram.map((bin) => bin.customers))).toBe(23_570);
    expect(sum(worth.histogram.map((bin) => bin.value))).toBeCloseTo(total.expectedValue, 4);
  });

  test("lists most value at risk first, within the window", () => {
    const atRisk = worth.risk.listed.map(({ valueAtRisk }) => valueAtRisk);
    expect(atRisk).toHaveLength(50);
    expect(atRisk).toEqual([...atRisk].sort((a, b) => b - a));
    for (const { row, valueIfAlive, valueAtRisk } of worth.risk.listed) {
      const alive = worth.customers.probabilityAlive[row] as number;
      expect(alive).toBeGreaterThanOrEqual(0.1);
      expect(alive).toBeLessThanOrEqual(0.8);
      expect(valueIfAlive * alive).toBeCloseTo(worth.customers.expectedValue[row] as number, 8);
      expect(valueAtRisk).toBeCloseTo(valueIfAlive * (1 - alive), 8);
    }
  });
});

/** Customers who buy at random at their own rate, each until the own life ends. */
function shop(customers: number, amount: (index: number) => number): TransactionRow[] {
  const random = seededRandom(7);
  const wait = (mean: number): number => -mean * Math.log(1 - random());
  return Array.from({ length: customers }, (_, index) => {
    const gapDays = 10 / (0.05 + wait(0.5));
    const first = 1 + (index % 60);
    const end = first + wait(20 + wait(250));
    const rows: TransactionRow[] = [];
    for (let day = first; rows.length === 0 || (day < end && day < 365); day += 1 + wait(gapDays)) {
      const at = Date.UTC(2025, 0, Math.floor(day));
      rows.push({ customerId: `c${index}`, at, amount: amount(index + rows.length) });
    }
    return rows;
  }).flat();
}

const varied = (index: number): number => 10 + ((index * 7) % 40);
const judge = (rows: TransactionRow[], value = {}, asOf = "2025-12-31") =>
  analyzeOrders(transactionLog(rows, { currency: "EUR" }), { asOf, value }).value;

function accepted(rows: TransactionRow[], value = {}): ExpectedValue {
  const outcome = judge(rows, value);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

describe("says nothing, and why, of", () => {
  const once = shop(200, varied).filter(
    (row, index, rows) => row.customerId !== rows[index - 1]?.customerId,
  );
  test.each([
    ["few customers", shop(99, varied), "2025-12-31", "FEW_CUSTOMERS"],
    ["few who came back", once, "2025-12-31", "FEW_REPEAT_BUYERS"],
    ["a short time", shop(200, varied), "2025-03-30", "SHORT_HISTORY"],
  ])("%s", (_, rows, asOf, code) => {
    const analysis = analyzeOrders(transactionLog(rows), { asOf });
    expect(analysis.value).toMatchObject({ ok: false, code });
    const page = renderReport(analysis);
    expect(page).toMatch(/for an estimate of what/);
    expect(page).not.toContain('id="en-risk-csv"');
  });
});

test("counts every purchase at the mean where all cost the same", () => {
  const worth = accepted(shop(300, () => 25));
  expect(worth.spend).toEqual({ method: "mean", meanSpend: 25, independence: undefined });
  const { expectedValue, expectedOrders } = worth.customers;
  expect(sum(expectedValue)).toBeLessThan(25 * sum(expectedOrders));
  expect(sum(expectedValue)).toBeGreaterThan(0);
});

test("prints no figure that is none where orders are free", () => {
  const log = transactionLog(shop(300, () => 0));
  const page = renderReport(analyzeOrders(log, { asOf: "2025-12-31" }));
  expect(page.replace(/<(script|style)[\s\S]*?<\/\1>/g, "")).not.toMatch(/NaN|Infinity|undefined/);
});

test("says nothing of customers whom no model can tell apart", () => {
  const rows = Array.from({ length: 200 }, (_, index) =>
    [5, 65, 125].map((day) => ({ customerId: `c${index}`, at: Date.UTC(2025, 0, day), amount: 9 })),
  ).flat();
  expect(judge(rows)).toMatchObject({ ok: false, code: "NO_FIT" });
});

test("discounts, takes the margin, and looks as far as it is told", () => {
  const rows = shop(300, varied);
  const plain = accepted(rows, { annualDiscountRate: 0 });
  const third = accepted(rows, { annualDiscountRate: 0, margin: 0.3 });
  expect(third.total.expectedValue).toBeCloseTo(0.3 * plain.total.expectedValue, 8);
  expect(accepted(rows).total.expectedValue).toBeLessThan(plain.total.expectedValue);
  const near = accepted(rows, { horizonWeeks: 4 });
  expect(near.total.expectedOrders).toBeLessThan(plain.total.expectedOrders);
});

test("fits a sample of many customers, the same each time, and scores them all", () => {
  const rows = shop(400, varied);
  const worth = accepted(rows, { mostFitted: 200 });
  expect(worth.model.fittedCustomers).toBe(200);
  expect(worth.customers.probabilityAlive).toHaveLength(400);
  expect(accepted(rows, { mostFitted: 200 })).toEqual(worth);
  expect(accepted(rows, { mostFitted: 200, seed: 2 }).model.params).not.toEqual(worth.model.params);
});

test.each([
  [{ horizonWeeks: 0 }, /options\.value\.horizonWeeks/],
  [{ annualDiscountRate: -0.1 }, /options\.value\.annualDiscountRate/],
  [{ margin: Number.NaN }, /options\.value\.margin/],
  [{ mostFitted: 1.5 }, /options\.value\.mostFitted/],
  [{ horizon: 52 }, /options\.horizon is not an option/],
])("refuses %j", (value, message) => {
  expect(() => judge(shop(10, varied), value)).toThrow(message);
});

test.prop([fc.integer({ min: 0, max: 200 }), fc.nat(200), fc.nat(1000)])(
  "sampleRows draws distinct rows in order, as many as asked for",
  (rows, size, seed) => {
    const drawn = [...sampleRows(rows, size, seed)];
    expect(drawn).toHaveLength(Math.min(rows, size));
    expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b));
    for (const row of drawn) expect(row).toBeLessThan(rows);
  },
);

test("sampleRows draws every row about as often", () => {
  const counts = new Int32Array(10);
  for (let seed = 0; seed < 3000; seed++)
    for (const row of sampleRows(10, 3, seed)) counts[row]! += 1;
  for (const count of counts) expect(Math.abs(count - 900)).toBeLessThan(120);
});

test("aliveGrid means what is in a cell, and leaves out what is empty around", () => {
  const grid = aliveGrid(
    Int32Array.of(0, 27, 28, 60),
    Int32Array.of(1, 1, 1, 3),
    Float64Array.of(1, 0.5, 0.4, 0.2),
  );
  expect(grid.silentWeeks).toEqual([
    { from: 0, to: 4 },
    { from: 4, to: 8 },
    { from: 8, to: 13 },
  ]);
  expect(grid.purchases).toEqual([
    { from: 2, to: 3 },
    { from: 3, to: 4 },
    { from: 4, to: 6 },
  ]);
  expect(grid.customers).toEqual([
    [2, 0, 0],
    [1, 0, 0],
    [0, 0, 1],
  ]);
  expect(grid.probability[0]).toEqual([0.75, undefined, undefined]);
});

test("valueHistogram ends its bins at round values and counts everybody", () => {
  const bins = valueHistogram(Float64Array.of(0.5, 3, 4, 8, 15, 30, 70));
  expect(bins.map(({ from }) => from)).toEqual([0, 1, 2, 5, 10, 20, 50]);
  expect(bins.map(({ customers }) => customers)).toEqual([1, 0, 2, 1, 1, 1, 1]);
  expect(bins.at(-1)?.to).toBeUndefined();
  expect(valueHistogram(Float64Array.of(0, 0))).toEqual([
    { from: 0, to: undefined, customers: 2, value: 0 },
  ]);
});

test("cohortIndex finds the cohort that began last", () => {
  const cohorts = ["1970-01-01", "1970-02-01", "1970-03-01"];
  expect([...cohortIndex(Int32Array.of(0, 30, 31, 58, 59, 400), cohorts)]).toEqual([
    0, 0, 1, 1, 2, 2,
  ]);
});

test("riskList watches who came back and may have left", () => {
  const valued = {
    probabilityAlive: Float64Array.of(0.5, 0.5, 0.05, 0.9, 0.2),
    expectedOrders: new Float64Array(5),
    expectedValue: Float64Array.of(10, 10, 10, 10, 10),
  };
  const list = riskList(valued, Int32Array.of(2, 0, 2, 2, 2), 1);
  expect(list.customers).toBe(2);
  expect(list.value).toBeCloseTo(10 + 40, 12);
  expect(list.listed.map(({ row }) => row)).toEqual([4]);
});
