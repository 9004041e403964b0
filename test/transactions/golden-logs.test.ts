import { describe, expect, it } from "vitest";
import { customerAccumulator } from "../../src/transactions/customer-accumulator.js";
import { splitTransactions } from "../../src/transactions/split-transactions.js";
import { summarizeTransactions } from "../../src/transactions/summarize-transactions.js";
import type { CustomerSummaries } from "../../src/transactions/types.js";
import { readCdnowSample, readCdnowSummary, readRfmOrders } from "./support/golden-logs.js";

const cdnow = readCdnowSample();
const expected = readCdnowSummary();
const calibration = { asOf: "1997-09-30", unit: "week" } as const;

function expectCdnow(summaries: CustomerSummaries): void {
  expect(summaries.customerIds).toHaveLength(2357);
  const rows = new Map(summaries.customerIds.map((id, row) => [id, row]));
  const near = (value: number, wanted: number) =>
    expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1e-12 * Math.abs(wanted));
  for (const { customer, repeatCount, recencyWeeks, ageWeeks, meanSpend } of expected) {
    const row = rows.get(customer)!;
    expect(summaries.repeatCount[row]).toBe(repeatCount);
    near(summaries.recency[row]!, recencyWeeks);
    near(summaries.age[row]!, ageWeeks);
    near(summaries.meanSpend[row]!, meanSpend);
  }
}

describe("CDNOW sample", () => {
  it("has 2,357 customers with 6,919 orders on 6,696 purchase days", () => {
    const { audit } = summarizeTransactions(cdnow, { asOf: "1998-06-30" });
    expect(audit).toEqual({
      orders: 6919,
      purchases: 6919,
      cancelledOrders: 0,
      afterAsOf: 0,
      refundsNetted: 0,
      refundsIgnored: 0,
      mergedSameDay: 6919 - 6696,
      customersWithoutPurchase: 0,
    });
  });

  it("gives x, t_x, T and m of every customer at 1997-09-30", () => {
    expectCdnow(summarizeTransactions(cdnow, calibration));
  });

  it("gives the same from an accumulator, in slices of a hundred rows", () => {
    const accumulator = customerAccumulator({ ...calibration, currency: "USD" });
    for (let from = 0; from < cdnow.atMs.length; from += 100) {
      accumulator.add({
        customerIds: cdnow.customerIds,
        customerIndex: cdnow.customerIndex.slice(from, from + 100),
        atMs: cdnow.atMs.slice(from, from + 100),
        amountMinor: cdnow.amountMinor.slice(from, from + 100),
      });
    }
    expectCdnow(accumulator.value());
  });

  it("gives the purchase days after the calibration through a split", () => {
    const { after } = splitTransactions(cdnow, "1997-09-30");
    const holdout = summarizeTransactions(after, { asOf: "1998-06-30" });
    const days = new Map(holdout.customerIds.map((id, row) => [id, holdout.repeatCount[row]! + 1]));
    for (const { customer, holdoutCount } of expected) {
      expect(days.get(customer) ?? 0).toBe(holdoutCount);
    }
  });
});

describe("orders of rsquaredacademy/rfm", () => {
  it("are 4,906 of 995 customers at 2006-12-31", () => {
    const { customerIds, orderCount, audit } = summarizeTransactions(readRfmOrders(), {
      asOf: "2006-12-31",
    });
    expect(customerIds).toHaveLength(995);
    expect(orderCount.reduce((sum, orders) => sum + orders)).toBe(4906);
    expect(audit.purchases).toBe(4906);
  });
});
