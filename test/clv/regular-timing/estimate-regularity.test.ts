import { describe, expect, it } from "vitest";
import { estimateRegularity, type GapHistories } from "../../../src/clv/index.js";
import { seededRandom } from "../../../src/core/random.js";
import { drawGamma, drawLogGamma } from "../../../src/core/random-draws.js";
import { expectClose } from "../support/compare.js";

/** Histories of customers, each with gaps. */
function historiesOf(
  customers: readonly (readonly number[])[],
): Required<Omit<GapHistories, "customerCount">> {
  const sum = (values: readonly number[], f: (value: number) => number = Number): number =>
    values.reduce((total, value) => total + f(value), 0);
  return {
    repeatCount: customers.map((gaps) => gaps.length),
    recency: customers.map((gaps) => sum(gaps)),
    logGapSum: customers.map((gaps) => sum(gaps, Math.log)),
    squaredGapSum: customers.map((gaps) => sum(gaps, (gap) => gap * gap)),
  };
}

/** Customers of regularity k at rates of their own. */
function drawCustomers(k: number, count: number): number[][] {
  const random = seededRandom(3);
  return Array.from({ length: count }, () => {
    const scale = Math.exp(drawLogGamma(0.5, 0.01, random));
    const gaps = 1 + Math.floor(6 * random());
    return Array.from({ length: gaps }, () => scale * drawGamma(k, 1, random));
  });
}

describe("estimateRegularity", () => {
  it.each([0.6, 1, 3.5])("finds the shape %d whatever the rates of the customers", (shape) => {
    const histories = historiesOf(drawCustomers(shape, 3000));
    const estimate = estimateRegularity(histories);
    expect(Math.abs(estimate.shape - shape)).toBeLessThan(3 * estimate.standardError!);
    expect(estimate.standardError!).toBeLessThan(0.05 * shape);
    const { shape: byMoments } = estimateRegularity(histories, { method: "moments" });
    expect(Math.abs(byMoments - shape)).toBeLessThan(5 * estimate.standardError!);
    expect(estimate.regularity).toBe(Math.max(1, Math.round(estimate.shape)));
  });

  it("is by moments that of Wheat and Morrison where everybody has two gaps", () => {
    const pairs = [
      [3, 5],
      [2, 9],
      [6, 6],
      [10, 4],
    ];
    const variance =
      pairs.reduce((sum, [first, second]) => sum + (first! / (first! + second!) - 0.5) ** 2, 0) / 4;
    const { shape, gaps, customers } = estimateRegularity(historiesOf(pairs), {
      method: "moments",
    });
    expectClose(shape, (1 - 4 * variance) / (8 * variance), 1e-12);
    expect([customers, gaps]).toEqual([4, 8]);
  });

  it("does not change with the unit of time, nor with customers in weighted rows", () => {
    const customers = drawCustomers(2, 200);
    const { shape } = estimateRegularity(historiesOf(customers));
    const inDays = historiesOf(customers.map((gaps) => gaps.map((gap) => 7 * gap)));
    expectClose(estimateRegularity(inDays).shape, shape, 1e-11);
    const weighted = { ...historiesOf(customers), customerCount: customers.map(() => 2) };
    const twice = estimateRegularity(weighted);
    expectClose(twice.shape, shape, 1e-11);
    expect(twice.customers).toBe(2 * estimateRegularity(historiesOf(customers)).customers);
  });

  it.each([
    ["nobody with two gaps", historiesOf([[3], []]), "EMPTY_INPUT", "two gaps"],
    ["nobody at all", historiesOf([]), "EMPTY_INPUT", "two gaps"],
    [
      "clockwork",
      historiesOf([
        [3, 3],
        [4, 4],
      ]),
      "INVALID_DATA",
      "gaps are all equal",
    ],
    ["a gap of 0", historiesOf([[3, 0]]), "INVALID_DATA", "row 0"],
    ["no sums", { repeatCount: [2], recency: [3] }, "INVALID_ARGUMENT", "regularHistories"],
    ["no histories", null, "INVALID_ARGUMENT", "histories"],
    [
      "a column that is too short",
      { ...historiesOf([[3, 4]]), recency: [] },
      "LENGTH_MISMATCH",
      "recency",
    ],
    ["half a purchase", { ...historiesOf([[3, 4]]), repeatCount: [1.5] }, "INVALID_DATA", "row 0"],
  ])("refuses %s", (_, histories, code, words) => {
    expect(() => estimateRegularity(histories as GapHistories)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(words) }),
    );
  });

  it("refuses squares that the gaps cannot have, and unknown methods", () => {
    const histories = { ...historiesOf([[3, 4]]), squaredGapSum: [60] };
    expect(() => estimateRegularity(histories, { method: "moments" })).toThrow(
      expect.objectContaining({ code: "INVALID_DATA" }),
    );
    expect(() => estimateRegularity(histories, { method: "cv" as "moments" })).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
  });
});
