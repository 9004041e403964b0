import type { OrderHistory } from "./types.js";

/** The positions of each customer's orders up to an instant, in the order of time, then of the log. */
export function ordersByCustomer(
  { customerIds, customerIndex, atMs }: OrderHistory,
  untilMs: number,
): (customer: number) => Int32Array {
  const starts = new Int32Array(customerIds.length + 1);
  for (const [position, customer] of customerIndex.entries()) {
    if (atMs[position]! <= untilMs) starts[customer + 1]!++;
  }
  for (let customer = 0; customer < customerIds.length; customer++) {
    starts[customer + 1]! += starts[customer]!;
  }
  const next = starts.slice();
  const positions = new Int32Array(starts.at(-1) ?? 0);
  for (const [position, customer] of customerIndex.entries()) {
    if (atMs[position]! <= untilMs) positions[next[customer]!++] = position;
  }
  return (customer) =>
    positions
      .subarray(starts[customer], starts[customer + 1])
      .sort((a, b) => atMs[a]! - atMs[b]! || a - b);
}
