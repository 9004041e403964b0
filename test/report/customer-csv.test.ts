import { describe, expect, test } from "vitest";
import { analyzeOrders } from "../../src/report/analyze-orders.js";
import { attentionCsv } from "../../src/report/csv/attention-csv.js";
import { customerTable } from "../../src/report/csv/customer-table.js";
import { customerCsvChunks, renderCustomerCsv } from "../../src/report/csv/render-customer-csv.js";
import { transactionLog } from "../../src/transactions/transaction-log.js";

const ROWS = [
  { customerId: "Ann", at: "2026-01-05", amount: "100.10" },
  { customerId: "Ann", at: "2026-02-05", amount: "50.20" },
  { customerId: "=Bob, the 1st", at: "2026-02-20", amount: "20" },
];
const analysis = analyzeOrders(transactionLog(ROWS, { currency: "EUR" }), {
  asOf: "2026-04-30",
  unit: "week",
});

describe("customerTable", () => {
  test("tells each customer in one row", () => {
    expect([...customerTable(analysis)][0]).toEqual({
      customerId: "Ann",
      firstOrder: "2026-01-05",
      lastOrder: "2026-02-05",
      daysSinceLastOrder: 84,
      orders: 2,
      repeatPurchases: 1,
      recency: 31 / 7,
      age: 115 / 7,
      meanRepeatSpend: 50.2,
      spend: 150.3,
      recencyScore: analysis.customers.recencyScore[0],
      frequencyScore: analysis.customers.frequencyScore[0],
      monetaryScore: analysis.customers.monetaryScore[0],
      segment: analysis.rfm.segments[analysis.customers.segment[0] as number]?.segment.id,
      tier: "A",
      probabilityAlive: undefined,
      expectedOrders: undefined,
      expectedValue: undefined,
    });
  });
});

describe("renderCustomerCsv", () => {
  test("writes a header, a row for each customer, and CRLF at every end", () => {
    const lines = renderCustomerCsv(analysis).split("\r\n");
    expect(lines).toHaveLength(4);
    expect(lines[3]).toBe("");
    expect(lines[0]).toBe(
      "customer_id,first_order,last_order,days_since_last_order,orders,spend,currency,recency_score,frequency_score,monetary_score,segment,segment_label,tier,repeat_purchases,recency_weeks,age_weeks,mean_repeat_spend,probability_alive,expected_orders_52w,expected_value_52w",
    );
    expect(lines[1]).toMatch(
      /^Ann,2026-01-05,2026-02-05,84,2,150\.30,EUR,\d,\d,\d,[a-z-]+,[A-Za-z ']+,A,1,4\.428571,16\.428571,50\.2,,,$/,
    );
  });

  test("keeps a table program from running an id, unless told otherwise", () => {
    expect(renderCustomerCsv(analysis)).toContain('\r\n"\'=Bob, the 1st",2026-02-20,');
    expect(renderCustomerCsv(analysis, { formulas: "verbatim" })).toContain('\r\n"=Bob, the 1st",');
  });

  test("marks the file as UTF-8 for Excel, and names segments in Chinese, where asked to", () => {
    const csv = renderCustomerCsv(analysis, { byteOrderMark: true, locale: "zh" });
    expect(csv.startsWith("\u{FEFF}customer_id,")).toBe(true);
    expect(csv.split("\r\n")[1]?.split(",")[11]).toMatch(/^\p{Script=Han}+$/u);
    expect(renderCustomerCsv(analysis).startsWith("customer_id,")).toBe(true);
  });

  test("comes in pieces that make the same file", () => {
    const many = Array.from({ length: 4001 }, (_, index) => ({
      customerId: `c${index}`,
      at: "2026-01-05",
      amount: 1,
    }));
    const large = analyzeOrders(transactionLog(many), { asOf: "2026-04-30" });
    const chunks = [...customerCsvChunks(large)];
    expect(chunks).toHaveLength(3);
    expect(chunks.join("")).toBe(renderCustomerCsv(large));
    expect(chunks.join("").split("\r\n")).toHaveLength(4003);
  });

  test.each([{ locale: "fr" }, { formulas: "maybe" }, { byteOrderMark: "yes" }, { bom: true }])(
    "refuses %j",
    (options) => {
      expect(() => renderCustomerCsv(analysis, options as never)).toThrow(/options\./);
    },
  );
});

test("attentionCsv shortens an id of hostile length and keeps ids of every script", () => {
  const rows = ["x".repeat(10_000), "王小明"].flatMap((customerId) =>
    ["01-05", "01-25", "02-14"].map((day) => ({ customerId, at: `2026-${day}`, amount: 10 })),
  );
  const lines = attentionCsv(
    analyzeOrders(transactionLog(rows), { asOf: "2026-04-30" }),
    "zh",
  ).split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[1]?.split(",")[0]).toBe(`${"x".repeat(500)}…`);
  expect(lines[2]).toMatch(/^王小明,\p{Script=Han}+,30\.00,3,2026-02-14,75,20,3\.8$/u);
});
