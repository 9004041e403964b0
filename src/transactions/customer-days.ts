import { countPurchaseDays, type MergedPurchases } from "./count-purchase-days.js";
import { orderBy } from "./order-by.js";
import { partitionOrders } from "./partition-orders.js";
import type { OrderColumns } from "./validate-log.js";

/** Sums by customer and local day, purchases and refunds apart, as plain JSON. */
export interface CustomerDayRows {
  readonly customer: readonly number[];
  /** Epoch days. */
  readonly day: readonly number[];
  /** The sum of that day's purchases, or, where negative, of its refunds; in minor units. */
  readonly minor: readonly number[];
}

const MS_PER_DAY = 86_400_000;
const FIRST_CAPACITY = 1024;

/**
 * Sums orders up by customer and local day, in any order: what it takes to count purchase days
 * exactly when the parts of a log come in any order. Memory grows with customers times days.
 */
export class CustomerDays {
  /** A log of its own, whose times are local days as a clock in UTC shows them. */
  #orders = emptyOrders(FIRST_CAPACITY);
  #count = 0;
  /** How many entries there were when each was last the only one of its customer and day. */
  #distinct = 0;
  #customers = 0;

  /** Takes orders, or what was kept of days, of customers with numbers below `customers`. */
  add(
    customer: ArrayLike<number>,
    day: ArrayLike<number>,
    minor: ArrayLike<number>,
    customers: number,
  ): void {
    this.#customers = Math.max(this.#customers, customers);
    this.#makeRoom(day.length);
    const { customerIndex, atMs, amountMinor } = this.#orders;
    const from = this.#count;
    for (let row = 0; row < day.length; row++) {
      customerIndex[from + row] = customer[row]!;
      atMs[from + row] = day[row]! * MS_PER_DAY;
      amountMinor[from + row] = minor[row]!;
    }
    this.#count = from + day.length;
  }

  /** Counts the days with a purchase of each customer, and what the first of them amounts to. */
  merged(netsRefunds: boolean): MergedPurchases {
    this.#compact();
    const customers = this.#customers;
    const orders = partitionOrders(this.#taken(), customers, Infinity);
    return countPurchaseDays(orders, customers, "UTC", netsRefunds);
  }

  /** What has been kept so far. */
  rows(): CustomerDayRows {
    this.#compact();
    const { customerIndex, atMs, amountMinor } = this.#taken();
    return {
      customer: [...customerIndex],
      day: [...toDays(atMs)],
      minor: [...amountMinor],
    };
  }

  #taken(): OrderColumns {
    return takeFirst(this.#orders, this.#count);
  }

  /** Makes one entry of all purchases of a customer and day, and one of all refunds. */
  #compact(): void {
    if (this.#distinct === this.#count) return;
    const orders = partitionOrders(this.#taken(), this.#customers, Infinity);
    const into = emptyOrders(this.#orders.atMs.length);
    const lastPurchase = new Int32Array(this.#customers).fill(-1);
    const lastRefund = new Int32Array(this.#customers).fill(-1);
    let count = 0;
    for (let block = 1; block < orders.starts.length; block++) {
      const from = orders.starts[block - 1]!;
      const byDay = orderBy(toDays(orders.atMs.subarray(from, orders.starts[block])));
      for (let index = 0; index < byDay.length; index++) {
        const row = from + byDay[index]!;
        const customer = orders.customerIndex[row]!;
        const amount = orders.amountMinor[row]!;
        const last = amount < 0 ? lastRefund : lastPurchase;
        const entry = last[customer]!;
        if (entry >= 0 && into.atMs[entry] === orders.atMs[row]) {
          into.amountMinor[entry]! += amount;
          continue;
        }
        into.customerIndex[count] = customer;
        into.atMs[count] = orders.atMs[row]!;
        into.amountMinor[count] = amount;
        last[customer] = count++;
      }
    }
    this.#orders = into;
    this.#count = count;
    this.#distinct = count;
  }

  #makeRoom(rows: number): void {
    if (this.#count + rows <= this.#orders.atMs.length) return;
    this.#compact();
    // At least half free afterwards, so as not to compact again soon.
    const capacity = 2 * (this.#count + rows);
    if (capacity <= this.#orders.atMs.length) return;
    const larger = emptyOrders(capacity);
    larger.customerIndex.set(this.#taken().customerIndex);
    larger.atMs.set(this.#taken().atMs);
    larger.amountMinor.set(this.#taken().amountMinor);
    this.#orders = larger;
  }
}

function toDays(atMs: Float64Array): Int32Array {
  const days = new Int32Array(atMs.length);
  for (let row = 0; row < days.length; row++) days[row] = atMs[row]! / MS_PER_DAY;
  return days;
}

function emptyOrders(capacity: number): OrderColumns {
  return {
    customerIndex: new Int32Array(capacity),
    atMs: new Float64Array(capacity),
    amountMinor: new Float64Array(capacity),
  };
}

function takeFirst(
  { customerIndex, atMs, amountMinor }: OrderColumns,
  count: number,
): OrderColumns {
  return {
    customerIndex: customerIndex.subarray(0, count),
    atMs: atMs.subarray(0, count),
    amountMinor: amountMinor.subarray(0, count),
  };
}
