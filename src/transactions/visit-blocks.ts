import { localDays } from "../core/zone.js";
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

/** Customers and epoch days, aligned, the days ascending. */
export interface DayOrder {
  readonly customerIndex: Int32Array;
  readonly day: Int32Array;
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
    const day = toDays(orders.atMs.subarray(from, to), zone);
    const purchases = sorter.sort(customerIndex, day, amountMinor);
    visit({ customerIndex, day, amountMinor, purchases });
  }
}

const MS_PER_DAY = 86_400_000;

/** Days of UTC need no rules, which makes them several times faster. */
function toDays(atMs: Float64Array, zone: string): Int32Array {
  if (zone !== "UTC") return localDays(atMs, zone);
  const days = new Int32Array(atMs.length);
  for (let row = 0; row < days.length; row++) days[row] = Math.floor(atMs[row]! / MS_PER_DAY);
  return days;
}

/** A counting sort of purchases by day, whose arrays are kept for the next block. */
class DaySorter {
  #next = new Int32Array(0);
  #customerIndex = new Int32Array(0);
  #day = new Int32Array(0);

  sort(customerIndex: Int32Array, day: Int32Array, amountMinor: Float64Array): DayOrder {
    const count = day.length;
    let firstDay = day[0]!;
    let lastDay = firstDay;
    let isSorted = amountMinor[0]! >= 0;
    for (let row = 1; row < count; row++) {
      const today = day[row]!;
      if (today < day[row - 1]! || amountMinor[row]! < 0) isSorted = false;
      if (today < firstDay) firstDay = today;
      if (today > lastDay) lastDay = today;
    }
    if (isSorted) return { customerIndex, day };

    const days = lastDay - firstDay + 1;
    this.#reserve(count, days + 1);
    const next = this.#next;
    next.fill(0, 0, days + 1);
    for (let row = 0; row < count; row++) {
      if (amountMinor[row]! >= 0) next[day[row]! - firstDay + 1]!++;
    }
    for (let index = 1; index <= days; index++) next[index]! += next[index - 1]!;
    const purchases = next[days]!;
    const sorted = {
      customerIndex: this.#customerIndex.subarray(0, purchases),
      day: this.#day.subarray(0, purchases),
    };
    for (let row = 0; row < count; row++) {
      if (amountMinor[row]! < 0) continue;
      const to = next[day[row]! - firstDay]!++;
      sorted.customerIndex[to] = customerIndex[row]!;
      sorted.day[to] = day[row]!;
    }
    return sorted;
  }

  #reserve(count: number, days: number): void {
    if (this.#next.length < days) this.#next = new Int32Array(days);
    if (this.#day.length >= count) return;
    this.#customerIndex = new Int32Array(count);
    this.#day = new Int32Array(count);
  }
}
