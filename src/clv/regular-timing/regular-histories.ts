import { DAYS_PER_UNIT } from "../../core/calendar.js";
import { openOrders } from "../../transactions/open-orders.js";
import type { RefundPolicy, SummaryOptionsInput } from "../../transactions/options.js";
import { summarizeTransactions } from "../../transactions/summarize-transactions.js";
import type { CustomerSummaries, TransactionLog } from "../../transactions/types.js";
import { NONE, visitBlocks } from "../../transactions/visit-blocks.js";
import type { RegularHistories } from "./types.js";

/**
 * Sums an order log up as `summarizeTransactions` does, and the times between each customer's purchases
 * with it: what the models of regular buyers learn from.
 *
 * @param log - orders in any order
 * @param options - those of `summarizeTransactions`; with `sameDay` as `keep` a gap may be 0, and the
 * sum of logarithms -Infinity, which no regular buyer has
 * @returns one row per customer with a purchase up to `asOf`
 * @throws ClienteleError whatever `summarizeTransactions` throws
 * @example
 * fitMbgCnbd(regularHistories(log, { asOf: "1997-09-30", unit: "week" })).regularity; //=> 1
 */
export function regularHistories(
  log: TransactionLog,
  options: SummaryOptionsInput,
): RegularHistories {
  const summaries = summarizeTransactions(log, options);
  const { sameDay = "merge", refunds = "net" } = options;
  return { ...summaries, ...sumGaps(log, summaries, sameDay === "keep", refunds) };
}

function sumGaps(
  log: TransactionLog,
  { customerIds, unit, zone, asOf }: CustomerSummaries,
  keepsDays: boolean,
  refunds: RefundPolicy,
): Pick<RegularHistories, "logGapSum" | "squaredGapSum"> {
  const rowOf = rowsOf(log.customerIds, customerIds);
  const lastDay = new Int32Array(customerIds.length).fill(NONE);
  const logGapSum = new Float64Array(customerIds.length);
  const squaredGapSum = new Float64Array(customerIds.length);
  const { orders } = openOrders(log, asOf, zone, refunds);
  visitBlocks(orders, zone, ({ purchases: { customerIndex, firstDay, ends } }) => {
    let entry = 0;
    for (let index = 0; index < ends.length; index++) {
      const today = firstDay + index;
      for (; entry < ends[index]!; entry++) {
        const row = rowOf[customerIndex[entry]!]!;
        const before = lastDay[row]!;
        lastDay[row] = today;
        if (before === NONE || (today === before && !keepsDays)) continue;
        const gap = (today - before) / DAYS_PER_UNIT[unit];
        logGapSum[row]! += Math.log(gap);
        squaredGapSum[row]! += gap * gap;
      }
    }
  });
  return { logGapSum, squaredGapSum };
}

/** The row of each customer of the log; summaries keep their order but leave out who has no purchase. */
function rowsOf(all: readonly string[], listed: readonly string[]): Int32Array {
  let row = 0;
  return Int32Array.from(all, (id) => (id === listed[row] ? row++ : -1));
}
