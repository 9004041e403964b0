/** Takes accepted orders in blocks; the arrays are used again after it returns. */
export interface OrderSink {
  addBatch(
    customerIndex: Int32Array,
    atMs: Float64Array,
    amountMinor: Float64Array,
    count: number,
  ): void;
  /** Order and refund numbers of one order, called before its batch; only where such a column is mapped. */
  addLink?(order: string | undefined, refundOf: string | undefined): void;
}

/** Orders whose customers are still bytes: `[customerFrom, customerTo)` of the text they stand in. */
export interface OrderBlock {
  readonly customerFrom: Int32Array;
  readonly customerTo: Int32Array;
  readonly customerIndex: Int32Array;
  readonly atMs: Float64Array;
  readonly amountMinor: Float64Array;
}

/** An empty block of the given capacity. */
export function orderBlock(rows: number): OrderBlock {
  return {
    customerFrom: new Int32Array(rows),
    customerTo: new Int32Array(rows),
    customerIndex: new Int32Array(rows),
    atMs: new Float64Array(rows),
    amountMinor: new Float64Array(rows),
  };
}
