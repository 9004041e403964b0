import { describe, expect, it } from "vitest";
import { readTransactions } from "../../../src/transactions/read-transactions.js";
import { ordersOf, readError } from "./support/read.js";

const HEADER = "customer,date,amount,number,takes back\n";
const MAPPING = { order: "number", refundOf: "takes back" };

describe("order lines", () => {
  it("of one customer and number become one order, at the earliest of their times", async () => {
    const text = `${HEADER}A,2025-02-01,1,7,\nB,2025-02-01,2,7,\nA,2025-01-31,4,7,\nA,2025-02-01,8,,\nA,2025-02-01,16,,\n`;
    const reading = await readTransactions(text, { order: "number" });
    expect(ordersOf(reading)).toEqual([
      ["A", "2025-01-31", 500],
      ["B", "2025-02-01", 200],
      ["A", "2025-02-01", 800],
      ["A", "2025-02-01", 1600],
    ]);
    expect(reading.audit).toMatchObject({ rows: 5, orders: 4, mergedOrderLines: 1 });
  });

  it("are orders of their own where no column of numbers is mapped", async () => {
    const text = `${HEADER}A,2025-02-01,1,7,\nA,2025-02-01,4,7,\n`;
    expect((await readTransactions(text)).audit).toMatchObject({ orders: 2, mergedOrderLines: 0 });
  });

  it("keep their numbers aligned with the orders when rows between them are rejected", async () => {
    const text = `${HEADER}A,2025-02-01,1,7,\nA,soon,1,8,\nA,2025-02-01,x,8,\nA,2025-02-01,2,9,\nA,2025-02-01,4,7,\n`;
    const reading = await readTransactions(text, { ...MAPPING, tolerance: 0.5 });
    expect(ordersOf(reading)).toEqual([
      ["A", "2025-02-01", 500],
      ["A", "2025-02-01", 200],
    ]);
    expect(reading.audit).toMatchObject({ rows: 5, orders: 2, rejected: 2, mergedOrderLines: 1 });
  });

  it("must not sum to more than an exact amount", async () => {
    const half = "A,2025-02-01,50000000000000,7,\n";
    const error = await readError(`${HEADER}${half}${half}`, MAPPING);
    expect(error.code).toBe("UNSAFE_INTEGER");
  });
});

describe("refunds that name their order", () => {
  it("are linked to it, whatever their sign, before it or behind it", async () => {
    const text = `${HEADER}A,2025-02-02,3,,7\nA,2025-02-01,10,7,\nA,2025-02-03,-1,,7\nB,2025-02-03,-1,,7\n`;
    const { log, audit } = await readTransactions(text, MAPPING);
    expect([...log.amountMinor]).toEqual([-300, 1000, -100, -100]);
    expect([...(log.refundOf ?? [])]).toEqual([1, -1, 1, -1]);
    expect(audit).toMatchObject({ rows: 4, orders: 4, linkedRefunds: 2, emptyRefunds: 0 });
  });

  it("are left out where they refund nothing, and counted", async () => {
    const text = `${HEADER}A,2025-02-01,10,7,\nA,2025-02-02,0,,7\n`;
    const { audit } = await readTransactions(text, MAPPING);
    expect(audit).toMatchObject({ rows: 2, orders: 1, linkedRefunds: 0, emptyRefunds: 1 });
  });
});
