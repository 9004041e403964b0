import { spanOf } from "./order-by.js";

/** Orders of neighbouring customers with their local days. */
interface OrderDays {
  readonly customerIndex: Int32Array;
  readonly day: Int32Array;
  readonly amountMinor: Float64Array;
}

/** The bits of a map that stays in a processor's cache: a megabyte. */
const MAP_BITS_LOG2 = 23;

/**
 * Counts the different days of purchase in any order of rows: one bit per customer and day tells
 * whether the day is new. A map holds as many customers as fit, and is used again for the next.
 */
export class DistinctDays {
  #seen = new Int32Array(0);

  /**
   * Adds the days of the customers `firstCustomer` to `firstCustomer + 2^blockBits - 1` to their
   * counts.
   */
  count(
    { customerIndex, day, amountMinor }: OrderDays,
    firstCustomer: number,
    blockBits: number,
    counts: Int32Array,
  ): void {
    const [firstDay, lastDay] = spanOf(day);
    const dayBits = 32 - Math.clz32(lastDay - firstDay);
    const mapBits = Math.min(blockBits, Math.max(0, MAP_BITS_LOG2 - dayBits));
    const words = 2 ** Math.max(0, mapBits + dayBits - 5);
    if (this.#seen.length < words) this.#seen = new Int32Array(words);
    const seen = this.#seen;
    for (let map = 0; map < 2 ** (blockBits - mapBits); map++) {
      const base = firstCustomer + (map << mapBits);
      for (let row = 0; row < day.length; row++) {
        const customer = customerIndex[row]! - base;
        if (customer >>> mapBits !== 0 || amountMinor[row]! < 0) continue;
        const key = (customer << dayBits) | (day[row]! - firstDay);
        const word = seen[key >>> 5]!;
        const bit = 1 << (key & 31);
        if ((word & bit) !== 0) continue;
        seen[key >>> 5] = word | bit;
        counts[base + customer]!++;
      }
      seen.fill(0, 0, words);
    }
  }
}
