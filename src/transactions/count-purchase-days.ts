import { DistinctDays } from "./distinct-days.js";
import { orderDays } from "./order-days.js";
import type { PartitionedOrders } from "./partition-orders.js";
import type { CustomerFacts } from "./summary-columns.js";

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

/** Later than any local day. */
const NO_DAY = 0x7fff_ffff;

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
  const { starts, blockBits } = orders;
  const purchaseCount = new Int32Array(customers);
  const firstMinor = new Float64Array(customers);
  const firstDay = new Int32Array(customers).fill(NO_DAY);
  const distinct = new DistinctDays();
  for (let block = 0; block + 1 < starts.length; block++) {
    const [from, to] = [starts[block]!, starts[block + 1]!];
    if (from === to) continue;
    const customerIndex = orders.customerIndex.subarray(from, to);
    const amountMinor = orders.amountMinor.subarray(from, to);
    const day = orderDays(orders.atMs.subarray(from, to), zone);
    for (let row = 0; row < day.length; row++) {
      const customer = customerIndex[row]!;
      if (amountMinor[row]! >= 0 && day[row]! < firstDay[customer]!) firstDay[customer] = day[row]!;
    }
    for (let row = 0; row < day.length; row++) {
      const customer = customerIndex[row]!;
      const amount = amountMinor[row]!;
      if (day[row] === firstDay[customer] && (amount >= 0 || netsRefunds)) {
        firstMinor[customer]! += amount;
      }
    }
    const firstCustomer = block << blockBits;
    distinct.count({ customerIndex, day, amountMinor }, firstCustomer, blockBits, purchaseCount);
  }
  return { purchaseCount, firstMinor };
}
