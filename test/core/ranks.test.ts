import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { correlation, ranks, spearman } from "../../src/core/ranks.js";
import { sortedOrder } from "../../src/core/sorted-order.js";
import { failure } from "./math/failure.js";

const many = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
  minLength: 2000,
  maxLength: 2200,
});

describe("sortedOrder", () => {
  it("puts row numbers in rising order of value, equal values in row order", () => {
    expect(Array.from(sortedOrder([30, 10, 20, 10]))).toEqual([1, 3, 2, 0]);
    expect(Array.from(sortedOrder([]))).toEqual([]);
  });

  test.prop([many], { numRuns: 20 })(
    "sorts long columns as a stable comparison would",
    (values) => {
      const column = [...values, 0, -0, 0, 5e-324, -5e-324, ...values.slice(0, 50)];
      const expected = column.map((_, row) => row).sort((a, b) => column[a]! - column[b]! || a - b);
      expect(Array.from(sortedOrder(column))).toEqual(expected);
    },
  );

  it("refuses NaN", () => {
    expect(failure(() => sortedOrder([1, NaN])).message).toMatch(/^values\[1\]/);
  });
});

describe("ranks", () => {
  it("give equal values their mean, lowest or highest rank", () => {
    expect(Array.from(ranks([10, 30, 10, 20]))).toEqual([1.5, 4, 1.5, 3]);
    expect(Array.from(ranks([10, 30, 10, 20], "lowest"))).toEqual([1, 4, 1, 3]);
    expect(Array.from(ranks([10, 30, 10, 20], "highest"))).toEqual([2, 4, 2, 3]);
  });

  test.prop([fc.array(fc.integer({ min: 0, max: 9 }))])(
    "always add up to n (n + 1) / 2",
    (values) => {
      const total = ranks(values).reduce((sum, rank) => sum + rank, 0);
      expect(total).toBe((values.length * (values.length + 1)) / 2);
    },
  );

  it("refuse an unknown policy and values that are not finite", () => {
    expect(failure(() => ranks([1], "first" as never)).code).toBe("INVALID_ARGUMENT");
    expect(failure(() => ranks([Infinity])).code).toBe("INVALID_ARGUMENT");
  });
});

describe("correlation", () => {
  it("is 1 on a rising line, -1 on a falling one, and Pearson's in between", () => {
    expect(correlation([1, 2, 3], [5, 7, 9])).toBeCloseTo(1, 15);
    expect(correlation([1, 2, 3], [9, 7, 5])).toBeCloseTo(-1, 15);
    expect(correlation([1, 2, 3], [2, 4, 7])).toBeCloseTo(15 / Math.sqrt(228), 15);
  });

  it("works over the whole range of doubles", () => {
    expect(correlation([1e-300, 2e-300, 3e-300], [1e300, 2e300, 3e300])).toBeCloseTo(1, 15);
    expect(correlation([1e308, -1e308], [1, 2])).toBeCloseTo(-1, 15);
  });

  it("is undefined for a constant side and for fewer than two pairs", () => {
    expect(correlation([1, 1, 1], [1, 2, 3])).toBeUndefined();
    expect(correlation([1], [1])).toBeUndefined();
    expect(correlation([], [])).toBeUndefined();
  });

  it("refuses sides of different lengths", () => {
    expect(failure(() => correlation([1, 2], [1])).code).toBe("LENGTH_MISMATCH");
    expect(failure(() => spearman([1, 2], [1])).code).toBe("LENGTH_MISMATCH");
  });
});

describe("spearman", () => {
  it("sees only the order", () => {
    expect(spearman([1, 2, 3], [10, 100, 1000])).toBeCloseTo(1, 15);
  });

  it("agrees with SciPy where there are ties", () => {
    // scipy.stats.spearmanr, SciPy 1.17.1.
    expect(spearman([1, 2, 2, 4, 5], [2, 1, 3, 3, 5])).toBeCloseTo(0.763157894736842, 14);
  });

  it("is undefined where one side is constant", () => {
    expect(spearman([1, 2], [3, 3])).toBeUndefined();
  });
});
