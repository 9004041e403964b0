import { expect, test } from "vitest";
import * as report from "../../src/report/index.js";
import { transactionLog } from "../../src/transactions/transaction-log.js";
import { type Call, rawErrors } from "../hostile-calls.js";

const log = () =>
  transactionLog(
    [
      { customerId: "a", at: "2024-01-01", amount: 10 },
      { customerId: "a", at: "2024-02-01", amount: 20 },
      { customerId: "b", at: "2024-02-03", amount: 5 },
    ],
    { currency: "EUR" },
  );
const analysis = () => report.analyzeOrders(log(), { asOf: "2024-03-01" });
const csvOptions = () => ({ ...report.CSV_DEFAULTS });

const CALLS: Readonly<Record<string, Call>> = {
  analyzeOrders: {
    run: report.analyzeOrders,
    whole: [0],
    args: () => [
      log(),
      {
        ...report.ANALYSIS_DEFAULTS,
        asOf: "2024-03-01",
        attention: { ...report.ATTENTION_RULE },
        value: { ...report.VALUE_RULE },
        lifecycle: { ...report.LIFECYCLE_RULE },
      },
    ],
  },
  customerCsvChunks: {
    run: report.customerCsvChunks,
    args: () => [analysis(), csvOptions()],
    whole: [0],
  },
  customerTable: {
    run: report.customerTable,
    args: () => [analysis(), { locale: "en" }],
    whole: [0],
  },
  renderCustomerCsv: {
    run: report.renderCustomerCsv,
    args: () => [analysis(), csvOptions()],
    whole: [0],
  },
  renderReport: {
    run: report.renderReport,
    args: () => [
      analysis(),
      {
        locale: "en",
        title: { en: "A", zh: "甲" },
        source: { name: "orders.csv", reading: undefined },
      },
    ],
    whole: [0],
  },
};

test("covers every public function", () => {
  const functions = Object.entries(report).filter(([, each]) => typeof each === "function");
  expect(functions.map(([name]) => name).filter((name) => !(name in CALLS))).toEqual([]);
});

test("answers hostile input with errors that have a code", () => {
  expect(rawErrors(CALLS)).toEqual([]);
}, 60_000);
