import { describe, expect, it } from "vitest";
import {
  applyRfmCuts,
  describeSegments,
  type FrequencyMeasure,
  RFM_SEGMENT_MAP,
  scoreRfm,
  segmentRfm,
} from "../../src/rfm/index.js";
import { summarizeTransactions } from "../../src/transactions/summarize-transactions.js";
import { transactionLog } from "../../src/transactions/transaction-log.js";
import {
  type GoldenOrder,
  readGoldenOrders,
  summarizeGoldenOrders,
} from "./support/golden-orders.js";

const orders = readGoldenOrders();

function summarize(rows: readonly GoldenOrder[], unit: "day" | "week" = "day") {
  const log = transactionLog(rows, { currency: "USD" });
  return summarizeTransactions(log, { asOf: "2006-12-31", unit });
}

describe("orders scored from the log", () => {
  it("score as the summaries made by hand do", () => {
    const summaries = summarize(orders);
    const byHand = summarizeGoldenOrders();
    expect(summaries.customerIds).toEqual(byHand.customerIds);
    for (const frequency of ["orderCount", "purchaseDays"] as FrequencyMeasure[]) {
      expect(scoreRfm(summaries, { frequency })).toEqual(scoreRfm(byHand, { frequency }));
    }
  });

  it("keep their scores in weeks, and with all amounts in cents", () => {
    const scores = scoreRfm(summarize(orders));
    const inWeeks = scoreRfm(summarize(orders, "week"));
    const inCents = scoreRfm(summarize(orders.map((o) => ({ ...o, amount: o.amount * 100 }))));
    for (const other of [inWeeks, inCents]) {
      expect(other.recency).toEqual(scores.recency);
      expect(other.frequency).toEqual(scores.frequency);
      expect(other.monetary).toEqual(scores.monetary);
    }
  });

  it("give each customer the same segment whatever the order of the rows, whole or in shards", () => {
    const whole = scoreRfm(summarize(orders));
    const expected = segmentsById(summarize(orders), whole.cuts);
    const shards = [0, 1, 2].map((shard) =>
      orders.filter(({ customerId }) => customerId.length % 3 === shard).reverse(),
    );
    const merged = new Map(
      shards.flatMap((rows) => [...segmentsById(summarize(rows), whole.cuts)]),
    );
    expect(merged.size).toBe(995);
    for (const [id, segment] of merged) expect([id, segment]).toEqual([id, expected.get(id)]);
  });

  it("add up to all orders and all spend over the segments", () => {
    const summaries = summarize(orders);
    const segmentation = segmentRfm(scoreRfm(summaries), RFM_SEGMENT_MAP);
    const described = describeSegments(segmentation, summaries);
    expect(described.reduce((sum, each) => sum + each.customers, 0)).toBe(995);
    expect(described.reduce((sum, each) => sum + each.orders, 0)).toBe(4906);
    expect(described.reduce((sum, each) => sum + each.spend, 0)).toBe(
      orders.reduce((sum, { amount }) => sum + amount, 0),
    );
  });
});

function segmentsById(
  summaries: ReturnType<typeof summarize>,
  cuts: Parameters<typeof applyRfmCuts>[1],
): Map<string, string | undefined> {
  const { segment, segments } = segmentRfm(applyRfmCuts(summaries, cuts), RFM_SEGMENT_MAP);
  return new Map(summaries.customerIds.map((id, row) => [id, segments[segment[row] ?? -1]?.id]));
}
