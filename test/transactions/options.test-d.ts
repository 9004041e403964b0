import { expectTypeOf, test } from "vitest";
import {
  type CustomerSummaries,
  customerAccumulator,
  summarizeTransactions,
  type TransactionLog,
  transactionLog,
} from "../../src/transactions/index.js";

declare const log: TransactionLog;

test("asOf cannot be left out, and all else can.", () => {
  expectTypeOf(
    summarizeTransactions(log, { asOf: "2026-03-31" }),
  ).toEqualTypeOf<CustomerSummaries>();
  // @ts-expect-error asOf is missing
  summarizeTransactions(log, { unit: "week" });
  // @ts-expect-error asOf is undefined
  customerAccumulator({ asOf: undefined });
});

test("A misspelt policy does not compile.", () => {
  // @ts-expect-error no such policy
  summarizeTransactions(log, { asOf: 0, sameDay: "merged" });
  // @ts-expect-error no such option
  summarizeTransactions(log, { asOf: 0, sameDays: "merge" });
});

test("Rows and columns both make a log, and a log is a batch.", () => {
  const rows = [{ customerId: "Ann", at: "2026-03-01", amount: "12.50" }];
  const columns = { customerId: [1, 2], at: Float64Array.of(0, 0), amountMinor: [5, 6] };
  expectTypeOf(transactionLog(rows)).toEqualTypeOf<TransactionLog>();
  expectTypeOf(transactionLog(columns)).toEqualTypeOf<TransactionLog>();
  expectTypeOf(customerAccumulator({ asOf: 0 }).add).toBeCallableWith(log);
});
