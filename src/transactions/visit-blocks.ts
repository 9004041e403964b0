import { spanOf } from "./order-by.js";
import { orderDays } from "./order-days.js";
import type { PartitionedOrders } from "./partition-orders.js";

/** Some customers' orders, all that they have. */
export interface CustomerBlock {
  readonly customerIndex: Int32Array;
  /** Epoch days. */
  readonly day: Int32Array;
  readonly amountMinor: Float64Array;
  /** The orders that are no refunds, in the order of their local days. */
  readonly purchases: DayOrder;
}

/** Customers in the order of the days of their purchases. */
export interface DayOrder {
  readonly customerIndex: Int32Array;
  /** The earliest day of all orders, refunds too. */
  readonly firstDay: number;
  /** Day `firstDay + n` ends before `ends[n]`, and begins where the one before ends. */
  readonly ends: Int32Array;
}

/**
 * Shows all orders, block by block of customers. The arrays of a block are used again for the
 * next one.
 */
export function visitBlocks(
  orders: PartitionedOrders,
  zone: string,
  visit: (block: CustomerBlock) => void,
): void {
  const { starts } = orders;
  const sorter = new DaySorter();
  for (let block = 0; block + 1 < starts.length; block++) {
    const from = starts[block]!;
    const to = starts[block + 1]!;
    if (from === to) continue;
    const customerIndex = orders.customerIndex.subarray(from, to);
    const amountMinor = orders.amountMinor.subarray(from, to);
    const day = orderDays(orders.atMs.subarray(from, to), zone);
    const purchases = sorter.sort(customerIndex, day, amountMinor);
    visit({ customerIndex, day, amountMinor, purchases });
  }
}

/** No local day, and no period, of the years in which orders lie. */
export const NONE = -0x8000_0000;

/** A counting sort of purchases by day, stable, whose arrays are kept for the next block. */
class DaySorter {
  #bounds = new Int32Array(0);
  #sorted = new Int32Array(0);

  sort(customerIndex: Int32Array, day: Int32Array, amountMinor: Float64Array): DayOrder {
    const [firstDay, lastDay] = spanOf(day);
    const days = lastDay - firstDay + 1;
    if (this.#bounds.length <= days) this.#bounds = new Int32Array(days + 1);
    const bounds = this.#bounds.fill(0, 0, days + 1);
    for (let row = 0; row < day.length; row++) {
      if (amountMinor[row]! >= 0) bounds[day[row]! - firstDay + 1]!++;
    }
    for (let index = 1; index <= days; index++) bounds[index]! += bounds[index - 1]!;
    if (isInOrder(day, amountMinor)) {
      return { customerIndex, firstDay, ends: bounds.subarray(1, days + 1) };
    }

    if (this.#sorted.length < day.length) this.#sorted = new Int32Array(day.length);
    const sorted = this.#sorted;
    for (let row = 0; row < day.length; row++) {
      if (amountMinor[row]! >= 0) sorted[bounds[day[row]! - firstDay]!++] = customerIndex[row]!;
    }
    // Each bound has moved from the start of its day to the end.
    return { customerIndex: sorted, firstDay, ends: bounds.subarray(0, days) };
  }
}

/** Whether the rows are purchases alone, their days ascending. */
function isInOrder(day: Int32Array, amountMinor: Float64Array): boolean {
  let before = day[0]!;
  for (let row = 0; row < day.length; row++) {
    if (day[row]! < before || amountMinor[row]! < 0) return false;
    before = day[row]!;
  }
  return true;
}
