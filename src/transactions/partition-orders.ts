import type { OrderColumns } from "./validate-log.js";

/** 4,096 customers: what a summary keeps of that many fits into a processor's inner cache. */
const BLOCK_BITS = 12;
/** More blocks than this are slower to write to than larger blocks are to read. */
const MOST_BLOCKS = 512;

/** Orders block by block of neighbouring customers; within a block they keep their order. */
export interface PartitionedOrders extends OrderColumns {
  readonly count: number;
  /** Block `n` is `[starts[n], starts[n + 1])`. */
  readonly starts: Int32Array;
  /** A block is 2^`blockBits` customers: those whose numbers agree but for so many bits. */
  readonly blockBits: number;
}

/**
 * Brings together the orders of neighbouring customers that lie before `endMs`. Whatever is kept
 * per customer is then touched block by block, in the cache, instead of all over the memory:
 * several times faster for millions of orders in any other order.
 */
export function partitionOrders(
  orders: OrderColumns,
  customers: number,
  endMs: number,
): PartitionedOrders {
  const { customerIndex, atMs, amountMinor } = orders;
  const bits = bitsPerBlock(customers);
  const starts = new Int32Array((customers >>> bits) + 2);
  for (let row = 0; row < customerIndex.length; row++) {
    if (atMs[row]! < endMs) starts[(customerIndex[row]! >>> bits) + 1]!++;
  }
  for (let block = 1; block < starts.length; block++) starts[block]! += starts[block - 1]!;

  const count = starts[starts.length - 1]!;
  const next = starts.slice();
  const partitioned = {
    customerIndex: new Int32Array(count),
    atMs: new Float64Array(count),
    amountMinor: new Float64Array(count),
  };
  for (let row = 0; row < customerIndex.length; row++) {
    const at = atMs[row]!;
    if (at >= endMs) continue;
    const customer = customerIndex[row]!;
    const to = next[customer >>> bits]!++;
    partitioned.customerIndex[to] = customer;
    partitioned.atMs[to] = at;
    partitioned.amountMinor[to] = amountMinor[row]!;
  }
  return { ...partitioned, count, starts, blockBits: bits };
}

function bitsPerBlock(customers: number): number {
  let bits = BLOCK_BITS;
  while (customers >>> bits >= MOST_BLOCKS) bits++;
  return bits;
}
