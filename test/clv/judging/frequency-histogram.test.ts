import { describe, expect, it } from "vitest";
import { frequencyHistogram, simulateCustomers } from "../../../src/clv/index.js";
import { cdnowSample } from "../support/golden.js";
import { allModels, clvModels } from "../support/known-models.js";

const [, paretoNbd] = clvModels;

describe("frequencyHistogram", () => {
  it.each(clvModels)("of $kind accounts for every customer on both sides", (model) => {
    const classes = frequencyHistogram(model, cdnowSample());
    expect(classes.map(({ count }) => count)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(classes.map(({ actual }) => actual)).toEqual([1411, 439, 214, 100, 62, 38, 29, 64]);
    expect(classes.map(({ orMore }) => orMore).indexOf(true)).toBe(7);
    expect(classes.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(2357, 8);
    // The published plots of this sample show fits within about 5 % of the customers in each class.
    for (const { actual, expected } of classes) {
      expect(Math.abs(actual - expected)).toBeLessThan(0.05 * 2357);
    }
  });

  it.each(allModels)("of $kind fits the customers that the model makes up", (model) => {
    const age = [{ weeks: 39 }, { weeks: 39.5 }] as const;
    const customers = simulateCustomers(model, { customers: 300, age });
    for (const { actual, expected } of frequencyHistogram(model, customers, { highestCount: 3 })) {
      expect(Math.abs(actual - expected)).toBeLessThan(4 * Math.sqrt(expected));
    }
  });

  it("counts rows for several customers as often, and everybody in one class where asked", () => {
    const rows = { repeatCount: [0, 3], recency: [0, 9], age: [10, 10], unit: "week" } as const;
    const [none, more] = frequencyHistogram(
      paretoNbd,
      { ...rows, customerCount: [5, 2] },
      { highestCount: 1 },
    );
    expect([none!.actual, more!.actual]).toEqual([5, 2]);
    expect(none!.expected + more!.expected).toBeCloseTo(7, 12);
    const all = { count: 0, orMore: true, actual: 2, expected: 2 };
    expect(frequencyHistogram(paretoNbd, rows, { highestCount: 0 })).toEqual([all]);
  });

  it("has empty classes for nobody", () => {
    const nobody = { repeatCount: [], recency: [], age: [], unit: "week" } as const;
    expect(frequencyHistogram(paretoNbd, nobody, { highestCount: 1 })).toEqual([
      { count: 0, orMore: false, actual: 0, expected: 0 },
      { count: 1, orMore: true, actual: 0, expected: 0 },
    ]);
  });

  it.each([
    ["a count that is none", { highestCount: -1 }, "INVALID_ARGUMENT"],
    ["a count beyond all sense", { highestCount: 1e12 }, "INVALID_ARGUMENT"],
    ["an unknown option", { highest: 3 }, "UNKNOWN_OPTION"],
  ])("refuses %s", (_, options, code) => {
    expect(() => frequencyHistogram(paretoNbd, cdnowSample(), options as never)).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
