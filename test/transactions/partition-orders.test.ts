import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/core/random.js";
import { partitionOrders } from "../../src/transactions/partition-orders.js";

const COUNT = 20_000;

/** Orders of random customers; the amount of each is its place in the log. */
function randomOrders(customers: number) {
  const random = seededRandom(7);
  return {
    customerIndex: Int32Array.from({ length: COUNT }, () => Math.floor(random() * customers)),
    atMs: Float64Array.from({ length: COUNT }, () => Math.floor(random() * 1e12)),
    amountMinor: Float64Array.from({ length: COUNT }, (_, row) => row),
  };
}

describe.each([1, 4096, 4097, 10_000, 5_000_000])("orders of %i customers", (customers) => {
  const orders = randomOrders(customers);
  const partitioned = partitionOrders(orders, customers, Infinity);
  const { starts } = partitioned;

  it("are all there, each as it was", () => {
    expect(partitioned.count).toBe(COUNT);
    expect([...partitioned.amountMinor].sort((a, b) => a - b)).toEqual([...orders.amountMinor]);
    partitioned.amountMinor.forEach((row, place) => {
      expect(partitioned.customerIndex[place]).toBe(orders.customerIndex[row]);
      expect(partitioned.atMs[place]).toBe(orders.atMs[row]);
    });
  });

  it("lie in at most 514 blocks, no customer in two, in the order of the log", () => {
    expect(starts.length - 1).toBeLessThanOrEqual(514);
    expect(starts[0]).toBe(0);
    expect(starts.at(-1)).toBe(COUNT);
    let highest = -1;
    for (let block = 1; block < starts.length; block++) {
      const customerIndex = partitioned.customerIndex.subarray(starts[block - 1], starts[block]);
      const rows = partitioned.amountMinor.subarray(starts[block - 1], starts[block]);
      expect([...rows]).toEqual([...rows].sort((a, b) => a - b));
      const lowest = customerIndex.reduce((a, b) => Math.min(a, b), Infinity);
      expect(lowest).toBeGreaterThan(highest);
      highest = customerIndex.reduce((a, b) => Math.max(a, b), highest);
    }
  });
});

describe("orders from the end on", () => {
  it("are left out", () => {
    const orders = randomOrders(10_000);
    const { count, atMs } = partitionOrders(orders, 10_000, 5e11);
    expect(count).toBe(orders.atMs.filter((at) => at < 5e11).length);
    expect(atMs.every((at) => at < 5e11)).toBe(true);
  });
});
