import { describe, expect, test } from "vitest";
import { concentration } from "../../src/value/index.js";

describe("concentration", () => {
  test("1, 2, 3, 4, 5 by hand.", () => {
    const spread = concentration([3, 1, 5, 2, 4], {
      topShares: [0.2, 0.5, 1],
      valueShares: [1 / 3, 0.8, 1],
      curveTolerance: 0,
    });
    // Σ |x_i - x_j| = 40 over 2 n² mean = 150; with the correction times 5 / 4.
    expect(spread?.gini).toBeCloseTo(4 / 15, 15);
    expect(spread?.giniCorrected).toBeCloseTo(1 / 3, 15);
    // (1 + 4 + 9 + 16 + 25) / 225
    expect(spread?.hhi).toBeCloseTo(55 / 225, 15);
    expect(spread?.effectiveCustomers).toBeCloseTo(225 / 55, 14);
    expect(spread).toMatchObject({ customers: 5, negativeCustomers: 0, total: 15 });
    expect(spread?.topShares).toEqual([
      { customers: 0.2, value: 5 / 15 },
      // Two customers and half of the third: 5 + 4 + 1.5.
      { customers: 0.5, value: 10.5 / 15 },
      { customers: 1, value: 1 },
    ]);
    expect(spread?.neededCustomers).toEqual([
      { customers: 0.2, value: 1 / 3, count: 1 },
      { customers: 0.6, value: 0.8, count: 3 },
      { customers: 1, value: 1, count: 5 },
    ]);
    expect(spread?.curve).toEqual([
      { customers: 0, value: 0 },
      { customers: 0.2, value: 5 / 15 },
      { customers: 0.4, value: 9 / 15 },
      { customers: 0.6, value: 12 / 15 },
      { customers: 0.8, value: 14 / 15 },
      { customers: 1, value: 1 },
    ]);
  });

  test("Equal values are not concentrated at all.", () => {
    const spread = concentration(new Array(1000).fill(0.1));
    expect(spread?.gini).toBe(0);
    expect(spread?.giniCorrected).toBe(0);
    expect(spread?.hhi).toBeCloseTo(0.001, 17);
    expect(spread?.curve).toEqual([
      { customers: 0, value: 0 },
      { customers: 1, value: 1 },
    ]);
  });

  test("One customer with everything: Gini (n - 1) / n, corrected 1, index 1.", () => {
    const spread = concentration([0, 0, 7, 0]);
    expect(spread).toMatchObject({ gini: 0.75, giniCorrected: 1, hhi: 1, effectiveCustomers: 1 });
    expect(spread?.neededCustomers.map(({ count }) => count)).toEqual([1, 1, 1]);
  });

  test("A single customer has no corrected Gini.", () => {
    expect(concentration([5])).toMatchObject({ gini: 0, giniCorrected: undefined, hhi: 1 });
  });

  test("All value takes only the customers who have some.", () => {
    const spread = concentration([9, 1e-13, 0, 0], { valueShares: [1] });
    expect(spread?.neededCustomers).toEqual([{ customers: 0.5, value: 1, count: 2 }]);
  });

  test("Negative values count as no value, are left out or are refused; they are counted anyway.", () => {
    const values = [6, -1, 2, -1];
    expect(concentration(values)).toMatchObject({ customers: 4, negativeCustomers: 2, total: 8 });
    expect(concentration(values)?.gini).toBe(concentration([6, 0, 2, 0])?.gini);
    expect(concentration(values, { negatives: "drop" })).toMatchObject({
      customers: 2,
      negativeCustomers: 2,
      gini: 0.25,
    });
    expect(() => concentration(values, { negatives: "refuse" })).toThrow(
      "values[1] must be a non-negative number, got -1. options.negatives can be zero or drop",
    );
  });

  test("Where nobody has value there is no answer.", () => {
    expect(concentration([])).toBeUndefined();
    expect(concentration([0, 0])).toBeUndefined();
    expect(concentration([-4, -0])).toBeUndefined();
    expect(concentration([-4], { negatives: "drop" })).toBeUndefined();
  });

  test("The values of the caller stay as they are.", () => {
    const values = Float64Array.of(1, -3, 2);
    concentration(values);
    expect([...values]).toEqual([1, -3, 2]);
  });

  test("The smallest and the largest numbers are as good as others.", () => {
    expect(concentration([5e-324, 0])?.gini).toBe(0.5);
    expect(concentration([1e308, 0])?.gini).toBe(0.5);
  });

  test.each<[string, () => unknown, string]>([
    ["NaN", () => concentration([Number.NaN]), "values[0] must be a finite number, got NaN"],
    [
      "values beyond the numbers",
      () => concentration([1e308, 1e308]),
      "values must be small enough",
    ],
    [
      "percent",
      () => concentration([1], { topShares: [20] }),
      "options.topShares[0] must be a share over 0, up to 1",
    ],
    [
      "shares out of order",
      () => concentration([1], { valueShares: [0.8, 0.5] }),
      "options.valueShares[1] must be greater",
    ],
    [
      "a negative tolerance",
      () => concentration([1], { curveTolerance: -1 }),
      "options.curveTolerance must be a non-negative number",
    ],
    [
      "an unknown policy",
      () => concentration([1], { negatives: "abs" as never }),
      "options.negatives must be one of zero, drop, refuse",
    ],
    [
      "a misspelt option",
      () => concentration([1], { tolerance: 0 } as never),
      "options.tolerance is not an option",
    ],
  ])("%s: refused.", (_, call, message) => {
    expect(call).toThrow(message);
  });
});
