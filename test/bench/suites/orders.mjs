import { rfm, transactions, value } from "clientele";
import { madeOrders } from "../made-orders.mjs";
import { measure, measureProcesses, row } from "../measure.mjs";

/** Orders in memory: summaries, scores, tiers, cohorts. */
export async function ordersSuite() {
  const [merge, keep] = measureProcesses(
    [
      ["orders-in-memory.mjs", "10000000", "500000", "merge"],
      ["orders-in-memory.mjs", "10000000", "500000", "keep"],
    ],
    1,
  );
  const orders = madeOrders(1_000_000, 50_000);
  const customerIds = Array.from({ length: 50_000 }, (_, number) => `C${number}`);
  const log = { ...orders, customerIds, currency: "XXX", minorDigits: 2, zone: "UTC" };
  const asOf = "2024-12-31";
  const summaries = transactions.summarizeTransactions(log, { asOf });
  return {
    title: "Orders in memory",
    note: "One process, after a warm-up.",
    rows: [
      row(
        "10,000,000 orders in typed arrays to RFM scores, orders of a day kept apart",
        keep.said.times,
        { bar: "600 ms" },
      ),
      row(
        "10,000,000 orders in typed arrays to RFM scores, orders of a day merged",
        merge.said.times,
        { bar: "600 ms" },
      ),
      row(
        "1,000,000 orders, cohort table by month",
        measure(() => transactions.cohortTable(log, { asOf, grain: "month" })),
      ),
      row(
        "1,000,000 orders, gaps between purchases",
        measure(() => transactions.interpurchaseTimes(log, { asOf })),
      ),
      row(
        "50,000 customers, RFM scores",
        measure(() => rfm.scoreRfm(summaries)),
      ),
      row(
        "50,000 customers, ABC tiers",
        measure(() => value.tierByShare(summaries.totalSpend)),
      ),
    ],
  };
}
