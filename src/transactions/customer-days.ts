import type { MergedPurchases } from "./count-purchase-days.js";
import { orderBy } from "./order-by.js";

/** One entry per customer and local day, as plain JSON. */
export interface CustomerDayRows {
  readonly customer: readonly number[];
  /** Epoch days. */
  readonly day: readonly number[];
  /** The net sum of that day, in minor units. */
  readonly minor: readonly number[];
  /** 1 for a day with a purchase, 0 for one with refunds alone. */
  readonly purchased: readonly number[];
}

const FIRST_CAPACITY = 1024;

/**
 * Sums orders up by customer and local day, in any order: what it takes to count purchase days
 * exactly when the parts of a log come in any order. Memory grows with customers times days.
 */
export class CustomerDays {
  #count = 0;
  #customer = new Int32Array(FIRST_CAPACITY);
  #day = new Int32Array(FIRST_CAPACITY);
  #minor = new Float64Array(FIRST_CAPACITY);
  #purchased = new Uint8Array(FIRST_CAPACITY);

  /** Takes one order, or what was kept of one day. */
  add(customer: number, day: number, minor: number, purchased: number): void {
    if (this.#count === this.#day.length) this.#makeRoom();
    const row = this.#count++;
    this.#customer[row] = customer;
    this.#day[row] = day;
    this.#minor[row] = minor;
    this.#purchased[row] = purchased;
  }

  /** Counts the days with a purchase of each customer, and what the first of them amounts to. */
  merged(customers: number): MergedPurchases {
    this.#compact();
    const purchaseCount = new Int32Array(customers);
    const firstMinor = new Float64Array(customers);
    for (let row = 0; row < this.#count; row++) {
      if (this.#purchased[row] === 0) continue;
      const customer = this.#customer[row]!;
      if (purchaseCount[customer]! === 0) firstMinor[customer] = this.#minor[row]!;
      purchaseCount[customer]!++;
    }
    return { purchaseCount, firstMinor };
  }

  /** What has been kept so far, by customer and day. */
  rows(): CustomerDayRows {
    this.#compact();
    return {
      customer: [...this.#customer.subarray(0, this.#count)],
      day: [...this.#day.subarray(0, this.#count)],
      minor: [...this.#minor.subarray(0, this.#count)],
      purchased: [...this.#purchased.subarray(0, this.#count)],
    };
  }

  /** Makes one entry of all with the same customer and day, in the order of both. */
  #compact(): void {
    const count = this.#count;
    const customer = this.#customer.slice(0, count);
    const day = this.#day.slice(0, count);
    const minor = this.#minor.slice(0, count);
    const purchased = this.#purchased.slice(0, count);
    let last = -1;
    for (const row of orderBy(customer, orderBy(day))) {
      const isSame =
        last >= 0 && this.#customer[last] === customer[row] && this.#day[last] === day[row];
      if (isSame) {
        this.#minor[last]! += minor[row]!;
        this.#purchased[last]! |= purchased[row]!;
        continue;
      }
      last++;
      this.#customer[last] = customer[row]!;
      this.#day[last] = day[row]!;
      this.#minor[last] = minor[row]!;
      this.#purchased[last] = purchased[row]!;
    }
    this.#count = last + 1;
  }

  #makeRoom(): void {
    this.#compact();
    const capacity = this.#day.length;
    // Less than half free would mean to compact again soon.
    if (this.#count * 2 <= capacity) return;
    this.#customer = grown(this.#customer, new Int32Array(2 * capacity));
    this.#day = grown(this.#day, new Int32Array(2 * capacity));
    this.#minor = grown(this.#minor, new Float64Array(2 * capacity));
    this.#purchased = grown(this.#purchased, new Uint8Array(2 * capacity));
  }
}

function grown<Column extends Int32Array | Float64Array | Uint8Array>(
  from: Column,
  to: Column,
): Column {
  to.set(from);
  return to;
}
