import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  expectedResidualTransactions,
  expectedTransactions,
  logLikelihoods,
  type PurchaseHistories,
  type PurchaseModel,
  probabilityAlive,
  probabilityOfNoPurchase,
  transactionDistribution,
} from "../../../src/clv/index.js";
import { expectClose } from "../support/compare.js";

interface GoldenCase {
  readonly firstChance: 0 | 1;
  readonly regularity: number;
  readonly params: readonly [r: number, alpha: number, a: number, b: number];
  readonly gaps: readonly number[];
  readonly age: number;
  readonly time: number;
  readonly discount: number;
  readonly logLikelihood: number;
  readonly logLikelihoodOfLast: number;
  readonly alive: number;
  readonly aliveLater: number;
  readonly expected: number;
  readonly forEver: number;
  readonly probabilities: readonly number[];
}

const { cases }: { readonly cases: readonly GoldenCase[] } = JSON.parse(
  readFileSync(new URL("../../golden/clv/regular.json", import.meta.url), "utf8"),
);

describe.each(
  cases.map(
    (golden) =>
      [
        golden.regularity,
        golden.gaps.length,
        golden.firstChance === 1 ? "BG" : "MBG",
        golden,
      ] as const,
  ),
)("a customer with k = %i and %i gaps under %s/CNBD-k", (_k, _x, _name, golden) => {
  const { params, regularity, gaps, age, time } = golden;
  const [r, alpha, a, b] = params;
  const model = {
    kind: golden.firstChance === 1 ? "bgCnbd" : "mbgCnbd",
    version: 1,
    timeUnit: "week",
    regularity,
    params: { r, alpha, a, b },
  } as PurchaseModel;
  const lastOnly: PurchaseHistories = {
    repeatCount: [gaps.length],
    recency: [gaps.reduce((sum, gap) => sum + gap, 0)],
    age: [age],
    unit: "week",
  };
  const histories = {
    ...lastOnly,
    logGapSum: [gaps.reduce((sum, gap) => sum + Math.log(gap), 0)],
  };
  const horizon = { weeks: time };

  it("has the likelihood of all gaps, and that of the last purchase alone", () => {
    expectClose(logLikelihoods(model, histories)[0], golden.logLikelihood, 1e-12);
    expectClose(logLikelihoods(model, lastOnly)[0], golden.logLikelihoodOfLast, 1e-12);
  });

  it("is alive, now and later, with the golden probability", () => {
    expectClose(probabilityAlive(model, histories)[0], golden.alive, 1e-12);
    const [later] = probabilityAlive(model, histories, { at: horizon });
    expectClose(later, golden.aliveLater, 1e-9);
  });

  it("makes as many transactions as quadrature over renewals expects", () => {
    const [probabilities] = transactionDistribution(model, histories, { horizon });
    expectClose(expectedTransactions(model, histories, { horizon })[0], golden.expected, 1e-9);
    expectClose(
      probabilityOfNoPurchase(model, histories, { horizon })[0],
      golden.probabilities[0]!,
      1e-10,
    );
    golden.probabilities.forEach((wanted, count) => {
      expectClose(probabilities![count], wanted, 1e-9, `probability of ${count}`);
    });
  });

  it("is worth the golden number of discounted transactions for ever", () => {
    const discountRate = { continuous: golden.discount, per: "week" } as const;
    const [worth] = expectedResidualTransactions(model, histories, { discountRate });
    expectClose(worth, golden.forEver, 1e-11);
  });
});

it("the golden cases are eight", () => {
  expect(cases.length).toBe(8);
});
