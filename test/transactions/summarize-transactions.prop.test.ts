import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { summarizeTransactions } from "../../src/transactions/summarize-transactions.js";
import { takeRows } from "../../src/transactions/take-rows.js";
import { arbitraryAsOf, arbitraryLog, arbitraryShuffle, reorder } from "./support/arbitrary-log.js";
import { summarizeNaively } from "./support/naive-summary.js";

const policies = fc.record({
  sameDay: fc.constantFrom("merge" as const, "keep" as const),
  refunds: fc.constantFrom("net" as const, "ignore" as const),
});

describe("a summary", () => {
  test.prop([arbitraryLog, arbitraryAsOf, policies])(
    "is what its definitions say, spelled out with maps and sorts",
    (log, asOf, policy) => {
      const summaries = summarizeTransactions(log, { asOf, ...policy });
      const naive = summarizeNaively(log, asOf + 1, policy);
      expect(summaries.customerIds).toEqual([...naive.keys()]);
      [...naive.values()].forEach((customer, row) => {
        expect(summaries.repeatCount[row]).toBe(customer.repeatCount);
        expect(summaries.recency[row]).toBe(customer.recency);
        expect(summaries.age[row]).toBe(customer.age);
        expect(summaries.meanSpend[row]).toBeCloseTo(customer.meanMinor / 100, 9);
        expect(summaries.totalSpend[row]).toBe(customer.totalMinor / 100);
        expect(summaries.firstAt[row]).toBe(customer.firstAt);
        expect(summaries.lastAt[row]).toBe(customer.lastAt);
        expect(summaries.orderCount[row]).toBe(customer.orderCount);
      });
    },
  );

  test.prop([arbitraryShuffle, arbitraryAsOf, policies])(
    "does not depend on the order of the log",
    ([log, shuffle], asOf, policy) => {
      const options = { asOf, ...policy };
      expect(summarizeTransactions(reorder(log, shuffle), options)).toEqual(
        summarizeTransactions(log, options),
      );
    },
  );

  test.prop([arbitraryLog, arbitraryAsOf, policies], { numRuns: 30 })(
    "does not depend on the numbers of customers, near or far",
    (log, asOf, policy) => {
      const customerIds = Array.from({ length: 12_001 }, (_, number) =>
        number % 3000 === 0 ? log.customerIds[number / 3000]! : `nobody ${number}`,
      );
      const customerIndex = log.customerIndex.map((customer) => customer * 3000);
      const { audit: _far, ...far } = summarizeTransactions(
        { ...log, customerIds, customerIndex },
        { asOf, ...policy },
      );
      const { audit: _near, ...near } = summarizeTransactions(log, { asOf, ...policy });
      expect(far).toEqual(near);
    },
  );

  test.prop([arbitraryLog, arbitraryAsOf, policies])(
    "accounts for every entry of the log",
    (log, asOf, policy) => {
      const { audit, orderCount, repeatCount, customerIds } = summarizeTransactions(log, {
        asOf,
        ...policy,
      });
      const { purchases, cancelledOrders, refundsNetted, refundsIgnored, afterAsOf } = audit;
      expect(audit.orders).toBe(log.atMs.length);
      expect(purchases + cancelledOrders + refundsNetted + refundsIgnored + afterAsOf).toBe(
        audit.orders,
      );
      expect(sum(orderCount)).toBe(purchases);
      expect(sum(repeatCount) + customerIds.length).toBe(purchases - audit.mergedSameDay);
      expect(customerIds.length + audit.customersWithoutPurchase).toBe(log.customerIds.length);
    },
  );

  test.prop([arbitraryLog, arbitraryAsOf, policies])(
    "knows nothing of what comes after asOf",
    (log, asOf, policy) => {
      const known = takeRows(
        log,
        Uint8Array.from(log.atMs, (at) => (at <= asOf ? 1 : 0)),
      );
      const { audit, ...whole } = summarizeTransactions(log, { asOf, ...policy });
      const { audit: knownAudit, ...part } = summarizeTransactions(known, { asOf, ...policy });
      expect(part).toEqual(whole);
      expect({ ...knownAudit, orders: audit.orders, afterAsOf: audit.afterAsOf }).toEqual(audit);
    },
  );

  test.prop([arbitraryLog, arbitraryAsOf, policies, fc.integer({ min: 2, max: 1000 })])(
    "scales its money, and nothing else, with the amounts",
    (log, asOf, policy, factor) => {
      const scaled = { ...log, amountMinor: log.amountMinor.map((amount) => amount * factor) };
      const before = summarizeTransactions(log, { asOf, ...policy });
      const after = summarizeTransactions(scaled, { asOf, ...policy });
      expect(after.repeatCount).toEqual(before.repeatCount);
      expect(after.recency).toEqual(before.recency);
      after.totalSpend.forEach((spend, row) => {
        expect(spend).toBeCloseTo(before.totalSpend[row]! * factor, 9);
        expect(after.meanSpend[row]).toBeCloseTo(before.meanSpend[row]! * factor, 6);
      });
    },
  );

  test.prop([arbitraryLog, arbitraryAsOf])(
    "says times in weeks as days over seven",
    (log, asOf) => {
      const days = summarizeTransactions(log, { asOf });
      const weeks = summarizeTransactions(log, { asOf, unit: "week" });
      expect(weeks.age).toEqual(days.age.map((age) => age / 7));
      expect(weeks.recency).toEqual(days.recency.map((recency) => recency / 7));
    },
  );
});

function sum(column: Int32Array): number {
  return column.reduce((total, value) => total + value, 0);
}
