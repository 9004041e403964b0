import type { TransactionLog } from "../types.ts";
import type { OrderSink } from "./order-intake.ts";

const FIRST_CAPACITY = 1024;

/** Growing columns: the sink that keeps every order. */
export class LogColumns implements OrderSink {
  count = 0;
  customerIndex: Int32Array<ArrayBuffer> = new Int32Array(FIRST_CAPACITY);
  atMs: Float64Array<ArrayBuffer> = new Float64Array(FIRST_CAPACITY);
  amountMinor: Float64Array<ArrayBuffer> = new Float64Array(FIRST_CAPACITY);
  /** Order and refund numbers, where such columns are mapped; aligned with the orders. */
  readonly orders: (string | undefined)[] = [];
  readonly refundsOf: (string | undefined)[] = [];

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

  /** The log so far. */
  toLog(customerIds: readonly string[], rest: LogSettings): TransactionLog {
    return {
      customerIds,
      customerIndex: this.customerIndex.slice(0, this.count),
      atMs: this.atMs.slice(0, this.count),
      amountMinor: this.amountMinor.slice(0, this.count),
      ...rest,
    };
  }

  #reserve(count: number): void {
    if (count <= this.customerIndex.length) return;
    const capacity = Math.max(count, 2 * this.customerIndex.length);
    this.customerIndex = grown(this.customerIndex, new Int32Array(capacity));
    this.atMs = grown(this.atMs, new Float64Array(capacity));
    this.amountMinor = grown(this.amountMinor, new Float64Array(capacity));
  }
}

/** What all orders of a log share. */
export type LogSettings = Pick<TransactionLog, "currency" | "minorDigits" | "zone">;

function grown<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
