import type { TransactionLog } from "../types.js";
import type { OrderSink } from "./order-block.js";

const FIRST_CAPACITY = 1024;

/** Growing columns: the sink that keeps every order. */
export class LogColumns implements OrderSink {
  count = 0;
  customerIndex: Int32Array<ArrayBuffer>;
  atMs: Float64Array<ArrayBuffer>;
  amountMinor: Float64Array<ArrayBuffer>;
  /** Order and refund numbers, where such columns are mapped; aligned with the orders. */
  readonly orders: (string | undefined)[] = [];
  readonly refundsOf: (string | undefined)[] = [];

  /** @param capacity - orders to make room for at once, where their number is known */
  constructor(capacity: number = FIRST_CAPACITY) {
    this.customerIndex = new Int32Array(capacity);
    this.atMs = new Float64Array(capacity);
    this.amountMinor = new Float64Array(capacity);
  }

  addBatch(
    customerIndex: Int32Array,
    atMs: Float64Array,
    amountMinor: Float64Array,
    count: number,
  ): void {
    const from = this.count;
    this.#reserve(from + count);
    this.customerIndex.set(customerIndex.subarray(0, count), from);
    this.atMs.set(atMs.subarray(0, count), from);
    this.amountMinor.set(amountMinor.subarray(0, count), from);
    this.count = from + count;
  }

  addLink(order: string | undefined, refundOf: string | undefined): void {
    this.orders.push(order);
    this.refundsOf.push(refundOf);
  }

  /** The orders so far, as columns of their own. */
  orderColumns(): OrderColumns {
    return {
      customerIndex: this.customerIndex.slice(0, this.count),
      atMs: this.atMs.slice(0, this.count),
      amountMinor: this.amountMinor.slice(0, this.count),
    };
  }

  /** The log so far. */
  toLog(customerIds: readonly string[], rest: LogSettings): TransactionLog {
    return { customerIds, ...this.orderColumns(), ...rest };
  }

  #reserve(count: number): void {
    if (count <= this.customerIndex.length) return;
    const capacity = Math.max(count, 2 * this.customerIndex.length);
    this.customerIndex = grown(this.customerIndex, new Int32Array(capacity));
    this.atMs = grown(this.atMs, new Float64Array(capacity));
    this.amountMinor = grown(this.amountMinor, new Float64Array(capacity));
  }
}

/** The orders of a log as columns that a thread can hand over. */
export interface OrderColumns {
  readonly customerIndex: Int32Array<ArrayBuffer>;
  readonly atMs: Float64Array<ArrayBuffer>;
  readonly amountMinor: Float64Array<ArrayBuffer>;
}

/** What all orders of a log share. */
export type LogSettings = Pick<TransactionLog, "currency" | "minorDigits" | "zone">;

function grown<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
