import type { TransactionLog } from "./types.js";

/**
 * The log of the given entries alone, customers and their numbers unchanged. A refund whose order
 * is not among them is no longer linked.
 *
 * @param taken - for each entry, 1 to take it and 0 to leave it out
 */
export function takeRows(log: TransactionLog, taken: Uint8Array): TransactionLog {
  const isTaken = (_value: number, row: number) => taken[row] === 1;
  return {
    ...log,
    customerIndex: log.customerIndex.filter(isTaken),
    atMs: log.atMs.filter(isTaken),
    amountMinor: log.amountMinor.filter(isTaken),
    ...(log.refundOf && { refundOf: moveLinks(log.refundOf, taken) }),
  };
}

function moveLinks(refundOf: Int32Array, taken: Uint8Array): Int32Array {
  const positions = new Int32Array(taken.length);
  let count = 0;
  for (let row = 0; row < taken.length; row++) positions[row] = taken[row] === 1 ? count++ : -1;
  return refundOf
    .filter((_order, row) => taken[row] === 1)
    .map((order) => (order === -1 ? -1 : positions[order]!));
}
