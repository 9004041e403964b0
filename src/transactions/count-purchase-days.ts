import type { PartitionedOrders } from "./partition-orders.js";
import type { CustomerFacts } from "./summary-columns.js";
import { type CustomerBlock, type DayOrder, NONE, visitBlocks } from "./visit-blocks.js";

/** Purchases after merging by a policy, aligned by customer number. */
export interface MergedPurchases {
  /** Purchase days, or purchases where they are not merged; 0 for a customer without any. */
  readonly purchaseCount: Int32Array;
  /** What was spent on the first of them, in minor units. */
  readonly firstMinor: Float64Array;
}

/** Each purchase counts by itself. */
export function keepPurchases(facts: CustomerFacts): MergedPurchases {
  return { purchaseCount: facts.orderCount, firstMinor: facts.firstMinor };
}

/**
 * Counts the local days on which each customer purchased, and sums the first of them up.
 *
 * @param netsRefunds - whether refunds on that first day are taken off it
 */
export function countPurchaseDays(
  orders: PartitionedOrders,
  customers: number,
  zone: string,
  netsRefunds: boolean,
): MergedPurchases {
  const purchaseCount = new Int32Array(customers);
  const firstMinor = new Float64Array(customers);
  const firstDay = new Int32Array(customers).fill(NONE);
  const lastDay = new Int32Array(customers).fill(NONE);

  const countDays = ({ customerIndex, firstDay: day, ends }: DayOrder): void => {
    let row = 0;
    for (let index = 0; index < ends.length; index++) {
      const today = day + index;
      const to = ends[index]!;
      for (; row < to; row++) {
        const customer = customerIndex[row]!;
        const before = lastDay[customer]!;
        if (before === today) continue;
        if (before === NONE) firstDay[customer] = today;
        lastDay[customer] = today;
        purchaseCount[customer]!++;
      }
    }
  };
  const sumFirstDay = ({ customerIndex, day, amountMinor }: CustomerBlock): void => {
    for (let row = 0; row < day.length; row++) {
      const customer = customerIndex[row]!;
      if (firstDay[customer] !== day[row]) continue;
      const amount = amountMinor[row]!;
      if (amount >= 0 || netsRefunds) firstMinor[customer]! += amount;
    }
  };
  visitBlocks(orders, zone, (block) => {
    countDays(block.purchases);
    sumFirstDay(block);
  });
  return { purchaseCount, firstMinor };
}
