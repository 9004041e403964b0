import { type OrderSink, SummaryColumns } from "../transactions/reading/index.js";

/** The sink that keeps one row per customer instead of every order. */
export class SummarySink implements OrderSink {
  readonly columns: SummaryColumns;

  /** @param endMs - orders from this instant on are counted but not taken */
  constructor(endMs: number) {
    this.columns = new SummaryColumns(endMs);
  }

  addBatch(
    customerIndex: Int32Array,
    atMs: Float64Array,
    amountMinor: Float64Array,
    count: number,
  ): void {
    let highest = 0;
    for (let row = 0; row < count; row++) highest = Math.max(highest, customerIndex[row]!);
    this.columns.reserve(highest + 1);
    this.columns.warmUp(customerIndex, count);
    this.columns.addBatch(customerIndex, atMs, amountMinor, 0, count);
  }
}
