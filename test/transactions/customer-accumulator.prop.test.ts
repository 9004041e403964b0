import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { customerAccumulator } from "../../src/transactions/customer-accumulator.js";
import type { CustomerState } from "../../src/transactions/customer-state.js";
import { summarizeTransactions } from "../../src/transactions/summarize-transactions.js";
import { takeRows } from "../../src/transactions/take-rows.js";
import type { CustomerSummaries, TransactionLog } from "../../src/transactions/types.js";
import { arbitraryAsOf, arbitraryLog } from "./support/arbitrary-log.js";

const policies = fc.record({
  sameDay: fc.constantFrom("merge" as const, "keep" as const),
  refunds: fc.constantFrom("net" as const, "ignore" as const),
});
/** A log whose refunds are not tied, because parts may tear them from their orders. */
const untied = arbitraryLog.map(({ refundOf: _, ...log }) => log);
/** For each entry, the part that it goes to. */
const shares = fc.array(fc.nat(2), { minLength: 30, maxLength: 30 });

function part(log: TransactionLog, share: readonly number[], wanted: number): TransactionLog {
  return takeRows(
    log,
    Uint8Array.from(log.atMs, (_, row) => (share[row] === wanted ? 1 : 0)),
  );
}

/** The summaries with their rows in the order of ids. */
function byId(summaries: CustomerSummaries): unknown {
  const rows = summaries.customerIds.map((id, row) => ({
    id,
    repeatCount: summaries.repeatCount[row],
    recency: summaries.recency[row],
    age: summaries.age[row],
    meanSpend: summaries.meanSpend[row],
    totalSpend: summaries.totalSpend[row],
    firstAt: summaries.firstAt[row],
    lastAt: summaries.lastAt[row],
    orderCount: summaries.orderCount[row],
  }));
  const { unit, asOf, zone, currency, audit } = summaries;
  return { rows: rows.sort((a, b) => (a.id < b.id ? -1 : 1)), unit, asOf, zone, currency, audit };
}

describe("an accumulator", () => {
  test.prop([arbitraryLog, arbitraryAsOf, policies])(
    "makes of one batch what a summary makes of the log",
    (log, asOf, policy) => {
      const { zone, currency } = log;
      const accumulator = customerAccumulator({ asOf, zone, currency, ...policy });
      accumulator.add(log);
      expect(accumulator.value()).toEqual(summarizeTransactions(log, { asOf, ...policy }));
    },
  );

  test.prop([untied, shares, arbitraryAsOf, policies])(
    "makes of parts in any order, merged through JSON, what a summary makes of the log",
    (log, share, asOf, policy) => {
      const { zone, currency } = log;
      const options = { asOf, zone, currency, ...policy };
      const states = [2, 0, 1].map((wanted) => {
        const accumulator = customerAccumulator(options);
        accumulator.add(part(log, share, wanted));
        return JSON.parse(JSON.stringify(accumulator.state())) as CustomerState;
      });
      const merged = customerAccumulator(options);
      for (const state of states) merged.merge(state);
      expect(byId(merged.value())).toEqual(byId(summarizeTransactions(log, { asOf, ...policy })));
    },
  );

  test.prop([untied, shares, arbitraryAsOf, policies])(
    "goes on from a state as if it had never stopped",
    (log, share, asOf, policy) => {
      const { zone, currency } = log;
      const options = { asOf, zone, currency, ...policy };
      const first = customerAccumulator(options);
      first.add(part(log, share, 0));
      const second = customerAccumulator(options);
      second.merge(first.state());
      for (const accumulator of [first, second]) {
        accumulator.value();
        accumulator.add(part(log, share, 1));
      }
      expect(second.state()).toEqual(first.state());
      expect(second.value()).toEqual(first.value());
    },
  );

  test.prop([untied, arbitraryAsOf, policies])(
    "takes one id for each order as well as numbered customers",
    (log, asOf, policy) => {
      const { zone, currency, atMs, amountMinor } = log;
      const options = { asOf, zone, currency, ...policy };
      const customerIds = Array.from(log.customerIndex, (customer) => log.customerIds[customer]!);
      const byNumber = customerAccumulator(options);
      byNumber.add(log);
      const byName = customerAccumulator(options);
      byName.add({
        customerIds: log.customerIds,
        atMs: atMs.slice(0, 0),
        amountMinor: amountMinor.slice(0, 0),
        customerIndex: new Int32Array(0),
      });
      byName.add({ customerIds, atMs, amountMinor });
      expect(byName.value()).toEqual(byNumber.value());
    },
  );
});
