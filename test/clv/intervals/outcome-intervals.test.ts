import { describe, expect, it } from "vitest";
import {
  outcomeIntervals,
  simulateCustomers,
  transactionDistribution,
} from "../../../src/clv/index.js";
import { allModels, clvModels } from "../support/known-models.js";

const HORIZON = { weeks: 39 };
const [nbd, paretoNbd] = clvModels;

describe("outcomeIntervals", () => {
  it.each(allModels)("of $kind hold the outcomes at the level or above", (model) => {
    const customers = simulateCustomers(model, { customers: 1500, age: HORIZON, horizon: HORIZON });
    const { low, high } = outcomeIntervals(model, customers, { horizon: HORIZON, level: 0.8 });
    const within = customers.holdoutCount.filter(
      (count, row) => low[row]! <= count && count <= high[row]!,
    );
    // The level less three standard errors of 1,500 customers.
    expect(within.length / 1500).toBeGreaterThan(0.8 - 3 * Math.sqrt((0.8 * 0.2) / 1500));
  });

  it("are the narrowest with so much in each tail", () => {
    const rows = {
      repeatCount: [0, 5, 26],
      recency: [0, 30, 38],
      age: [38, 38, 39],
      unit: "week",
    } as const;
    const tail = 0.05;
    const { low, high } = outcomeIntervals(nbd, rows, { horizon: HORIZON, level: 1 - 2 * tail });
    transactionDistribution(nbd, rows, { horizon: HORIZON }).forEach((probabilities, row) => {
      const upTo = (count: number) =>
        probabilities.slice(0, count + 1).reduce((sum, each) => sum + each, 0);
      expect(upTo(low[row]!)).toBeGreaterThanOrEqual(tail);
      expect(upTo(low[row]! - 1)).toBeLessThan(tail);
      expect(upTo(high[row]!)).toBeGreaterThanOrEqual(1 - tail);
      expect(upTo(high[row]! - 1)).toBeLessThan(1 - tail);
    });
    expect(low[2]).toBeGreaterThan(0);
  });

  it("are 0 to 0 for who is surely gone or has no time", () => {
    const gone = { repeatCount: [300], recency: [1], age: [2000], unit: "week" } as const;
    expect(outcomeIntervals(paretoNbd, gone, { horizon: HORIZON })).toEqual({
      low: Float64Array.of(0),
      high: Float64Array.of(0),
    });
    const now = outcomeIntervals(
      nbd,
      { repeatCount: [9], recency: [3], age: [4], unit: "week" },
      {
        horizon: { weeks: 0 },
      },
    );
    expect([now.low[0], now.high[0]]).toEqual([0, 0]);
  });

  it("are of nobody for nobody", () => {
    const nobody = { repeatCount: [], recency: [], age: [], unit: "week" } as const;
    expect(outcomeIntervals(nbd, nobody, { horizon: HORIZON }).low).toHaveLength(0);
  });

  it.each([
    ["no horizon", { level: 0.9 }, "INVALID_ARGUMENT"],
    ["a level beyond 1", { horizon: HORIZON, level: 95 }, "INVALID_ARGUMENT"],
    ["a level that is NaN", { horizon: HORIZON, level: NaN }, "INVALID_ARGUMENT"],
    ["an unknown option", { horizon: HORIZON, confidence: 0.9 }, "UNKNOWN_OPTION"],
    ["no options", undefined, "INVALID_ARGUMENT"],
  ])("refuse %s", (_, options, code) => {
    const row = { repeatCount: [1], recency: [1], age: [2], unit: "week" } as const;
    expect(() => outcomeIntervals(nbd, row, options as never)).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
