import type { PartitionedOrders } from "../../../transactions/partition-orders.js";
import { visitBlocks } from "../../../transactions/visit-blocks.js";

/**
 * Shows the local days on which each customer purchased, ascending, every day once: customer by
 * customer in the order of the log. Only some thousand customers are held at a time.
 *
 * @param visit - its `row` counts the customers with a purchase, as summaries do
 */
export function visitPurchaseDays(
  orders: PartitionedOrders,
  zone: string,
  visit: (row: number, days: readonly number[]) => void,
): void {
  let row = 0;
  visitBlocks(orders, zone, ({ purchases: { customerIndex, firstDay, ends } }) => {
    const daysOf = new Map<number, number[]>();
    let place = 0;
    for (let index = 0; index < ends.length; index++) {
      const today = firstDay + index;
      for (; place < ends[index]!; place++) {
        const customer = customerIndex[place]!;
        const days = daysOf.get(customer);
        if (days === undefined) daysOf.set(customer, [today]);
        else if (days.at(-1) !== today) days.push(today);
      }
    }
    const customers = Int32Array.from(daysOf.keys()).sort();
    for (const customer of customers) visit(row++, daysOf.get(customer)!);
  });
}
