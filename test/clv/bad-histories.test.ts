import { describe, expect, it } from "vitest";
import {
  customerLifetimeValue,
  customerPosteriors,
  expectedResidualTransactions,
  expectedTransactions,
  fitBgCnbd,
  fitBgNbd,
  fitGgomNbd,
  fitMbgCnbd,
  fitMbgNbd,
  fitNbd,
  fitParetoNbd,
  frequencyHistogram,
  logLikelihoods,
  outcomeIntervals,
  type PurchaseHistories,
  probabilityAlive,
  probabilityOfNoPurchase,
  transactionDistribution,
  validateHoldout,
} from "../../src/clv/index.js";
import { clvModels } from "./support/known-models.js";

const FITS = {
  fitNbd,
  fitParetoNbd,
  fitBgNbd,
  fitMbgNbd,
  fitBgCnbd,
  fitMbgCnbd,
  fitGgomNbd,
} as const;

const MODEL = clvModels[1];
const horizon = { weeks: 10 };
const discountRate = { annual: 0.1 };
const SPEND = {
  kind: "gammaGamma",
  version: 1,
  currency: "XXX",
  params: { p: 6, q: 4, gamma: 15 },
} as const;

/** Everything that takes histories. */
const READERS: Readonly<Record<string, (histories: PurchaseHistories) => unknown>> = {
  ...FITS,
  logLikelihoods: (histories) => logLikelihoods(MODEL, histories),
  probabilityAlive: (histories) => probabilityAlive(MODEL, histories),
  expectedTransactions: (histories) => expectedTransactions(MODEL, histories, { horizon }),
  probabilityOfNoPurchase: (histories) => probabilityOfNoPurchase(MODEL, histories, { horizon }),
  expectedResidualTransactions: (histories) =>
    expectedResidualTransactions(MODEL, histories, { discountRate }),
  transactionDistribution: (histories) => transactionDistribution(MODEL, histories, { horizon }),
  outcomeIntervals: (histories) => outcomeIntervals(MODEL, histories, { horizon }),
  customerPosteriors: (histories) => customerPosteriors(MODEL, histories),
  frequencyHistogram: (histories) => frequencyHistogram(MODEL, histories),
  validateHoldout: (histories) => validateHoldout(MODEL, histories, [0, 1, 2, 0, 1], { horizon }),
  customerLifetimeValue: (histories) => {
    const summaries = { ...histories, meanSpend: [0, 5, 6, 0, 9] };
    return customerLifetimeValue({ transactions: MODEL, spend: SPEND }, summaries, {
      discountRate,
    });
  },
};

const GOOD = {
  repeatCount: [0, 1, 3, 0, 2],
  recency: [0, 5, 9, 0, 12],
  age: [20, 21, 15, 30, 12],
  unit: "week",
  customerIds: ["a", "b", "c", "d", "e"],
} as const;

/** The histories with one value of one column changed, that of customer c. */
function spoil(column: "repeatCount" | "recency" | "age", value: number): PurchaseHistories {
  return { ...GOOD, [column]: GOOD[column].map((each, row) => (row === 2 ? value : each)) };
}

describe.each(Object.entries(READERS))("%s", (_name, read) => {
  it.each([
    ["a last purchase after the end", spoil("recency", 16), /after the end of the observation/],
    ["a negative count", spoil("repeatCount", -1), /repeatCount -1 is no whole number/],
    ["half a purchase", spoil("repeatCount", 1.5), /repeatCount 1.5 is no whole number/],
    ["more purchases than can be counted", spoil("repeatCount", 2 ** 60), /is no whole number/],
    ["a recency without a repeat purchase", spoil("repeatCount", 0), /no repeat purchase, but/],
    ["a negative recency", spoil("recency", -3), /recency -3/],
    ["a negative age", spoil("age", -1), /age -1/],
    ["an age that is no number", spoil("age", Number.NaN), /age NaN/],
    ["an endless age", spoil("age", Infinity), /age Infinity/],
  ])("names the customer with %s, and the reason", (_, histories, reason) => {
    expect(() => read(histories)).toThrow(
      expect.objectContaining({
        code: "INVALID_DATA",
        message: expect.stringMatching(reason),
        details: expect.objectContaining({ where: expect.stringContaining('"c" in row 2') }),
      }),
    );
  });

  it.each<[string, unknown, string]>([
    ["no object", null, "INVALID_ARGUMENT"],
    ["a missing column", { ...GOOD, age: undefined }, "INVALID_ARGUMENT"],
    ["a text for a column", { ...GOOD, age: "old" }, "INVALID_ARGUMENT"],
    ["texts in a column", { ...GOOD, age: ["1", "2", "3", "4", "5"] }, "INVALID_ARGUMENT"],
    ["columns of different length", { ...GOOD, recency: [0, 1] }, "LENGTH_MISMATCH"],
    ["no unit", { ...GOOD, unit: undefined }, "INVALID_ARGUMENT"],
    ["an unknown unit", { ...GOOD, unit: "weeks" }, "INVALID_ARGUMENT"],
    ["the name of a method for a unit", { ...GOOD, unit: "constructor" }, "INVALID_ARGUMENT"],
    ["half a customer", { ...GOOD, customerCount: [1, 0.5, 1, 1, 1] }, "INVALID_DATA"],
  ])("refuses %s", (_, histories, code) => {
    expect(() => read(histories as PurchaseHistories)).toThrow(expect.objectContaining({ code }));
  });
});

describe.each(Object.entries(FITS))("%s refuses", (_name, fitModel) => {
  const unit = "week";
  it.each<[string, PurchaseHistories, string, RegExp]>([
    ["nobody", { repeatCount: [], recency: [], age: [], unit }, "EMPTY_INPUT", /there are none/],
    [
      "rows that stand for nobody",
      { ...GOOD, customerCount: [0, 0, 0, 0, 0] },
      "EMPTY_INPUT",
      /there are none/,
    ],
    [
      "fewer customers than parameters",
      { repeatCount: [3], recency: [4], age: [9], unit },
      "INVALID_DATA",
      /fewer than the \d parameters/,
    ],
    [
      "nobody with a repeat purchase",
      {
        repeatCount: [0, 0, 0, 0, 0, 0],
        recency: [0, 0, 0, 0, 0, 0],
        age: [9, 8, 7, 6, 5, 4],
        unit,
      },
      "INVALID_DATA",
      /Nobody has a repeat purchase/,
    ],
    [
      "customers who are all alike",
      { repeatCount: [2], recency: [4], age: [9], customerCount: [500], unit },
      "INVALID_DATA",
      /All 500 customers are identical/,
    ],
  ])("%s, and says why", (_, histories, code, reason) => {
    expect(() => fitModel(histories)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(reason) }),
    );
  });
});
