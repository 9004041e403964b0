import { describe, expect, it } from "vitest";
import {
  expectedSpend,
  fitGammaGamma,
  type GammaGammaModel,
  type SpendHistories,
} from "../../../src/clv/index.js";
import { seededRandom } from "../../../src/core/random.js";
import { expectClose, expectGoldenFit } from "../support/compare.js";
import { goldenFit, goldenTable } from "../support/golden.js";
import { sampleGamma } from "../support/sample.js";

const TRUTH = { p: 6, q: 4, gamma: 15 };

function cdnowSpend(): { repeatCount: readonly number[]; meanSpend: readonly number[] } {
  const { x, m_x } = goldenTable("cdnow-sample-summary-39w.csv");
  return { repeatCount: x!, meanSpend: m_x! };
}

function simulate(customers: number, { p, q, gamma } = TRUTH, seed = 1): SpendHistories {
  const random = seededRandom(seed);
  const repeatCount = Array.from({ length: customers }, () => 1 + Math.floor(6 * random()));
  const meanSpend = repeatCount.map((x) => {
    const nu = sampleGamma(q, random) / gamma;
    return sampleGamma(p * x, random) / (nu * x);
  });
  return { repeatCount, meanSpend, currency: "USD" };
}

describe("fitGammaGamma", () => {
  it("finds the golden maximum on the CDNOW sample", () => {
    // The golden fit did not compress its rows; 760 pairs of x and m are distinct.
    expectGoldenFit(fitGammaGamma(cdnowSpend()), { ...goldenFit("gg"), unique_rows: 760 });
  });

  it("leaves out and counts customers without repeat purchases or with zero spend", () => {
    const { repeatCount, meanSpend } = cdnowSpend();
    const model = fitGammaGamma({
      repeatCount: [...repeatCount, 3, 3],
      meanSpend: [...meanSpend, 0, 0],
    });
    expect(model.dropped).toEqual({ noRepeat: 1411, zeroSpend: 2 });
    expect(model.fit.customers).toBe(946);
    expect(model.params).toEqual(fitGammaGamma(cdnowSpend()).params);
  });

  it("is the same to the last bit in any order of the customers", () => {
    const { repeatCount, meanSpend } = cdnowSpend();
    const reversed = { repeatCount: repeatCount.toReversed(), meanSpend: meanSpend.toReversed() };
    expect(fitGammaGamma(reversed)).toEqual(fitGammaGamma(cdnowSpend()));
  });

  it("takes a row that stands for several customers as so many rows", () => {
    const weighted = fitGammaGamma({
      repeatCount: [1, 2, 3, 1],
      meanSpend: [10, 30, 14, 50],
      customerCount: [3, 2, 4, 0],
    });
    const rows = fitGammaGamma({
      repeatCount: [3, 1, 2, 3, 1, 2, 3, 1, 3],
      meanSpend: [14, 10, 30, 14, 10, 30, 14, 10, 14],
    });
    expect(weighted).toEqual(rows);
  });

  it.each([100, 0.01, 1e9])(
    "changes gamma alone when money is counted %d times finer",
    (factor) => {
      const { repeatCount, meanSpend } = cdnowSpend();
      const plain = fitGammaGamma(cdnowSpend());
      const scaled = fitGammaGamma({
        repeatCount,
        meanSpend: meanSpend.map((amount) => amount * factor),
      });
      expectClose(scaled.params.p, plain.params.p, 1e-8);
      expectClose(scaled.params.q, plain.params.q, 1e-8);
      expectClose(scaled.params.gamma, plain.params.gamma * factor, 1e-8);
      expectClose(
        scaled.fit.logLikelihood,
        plain.fit.logLikelihood - 946 * Math.log(factor),
        1e-10,
      );
      expectClose(scaled.fit.standardErrors?.q, plain.fit.standardErrors!.q, 1e-6);
    },
  );

  it("recovers known parameters within three standard errors", () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { params, fit } = fitGammaGamma(simulate(3000, TRUTH, seed));
      for (const name of ["p", "q", "gamma"] as const) {
        const distance = Math.log(params[name] / TRUTH[name]) / fit.logStandardErrors![name];
        expect(Math.abs(distance)).toBeLessThan(3);
      }
    }
  });

  it("survives JSON exactly", () => {
    const model = fitGammaGamma(simulate(500));
    const copy: GammaGammaModel = JSON.parse(JSON.stringify(model));
    expect(copy).toStrictEqual(model);
    expect(expectedSpend(copy, simulate(5))).toEqual(expectedSpend(model, simulate(5)));
  });

  it("warns where the mean of all customers is infinite", () => {
    const model = fitGammaGamma(simulate(2000, { p: 3, q: 0.7, gamma: 10 }));
    expect(model.params.q).toBeLessThan(1);
    expect(model.fit.warnings.map(({ code }) => code)).toEqual(["INFINITE_MEAN"]);
    expect(() => expectedSpend(model, simulate(3))).toThrow(
      expect.objectContaining({ code: "OUT_OF_RANGE" }),
    );
  });

  it("warns where spend depends on frequency, and carries the finding", () => {
    const { repeatCount, meanSpend } = simulate(2000);
    const dependent = Array.from(meanSpend, (amount, row) => amount * repeatCount[row]!);
    const model = fitGammaGamma({ repeatCount, meanSpend: dependent });
    expect(model.independence.verdict).toBe("dependent");
    expect(model.fit.warnings.map(({ code }) => code)).toEqual(["SPEND_DEPENDENT"]);
  });

  it("says that customers who differ less than chance alone would make them do not identify q and gamma", () => {
    const random = seededRandom(3);
    const repeatCount = Array.from({ length: 400 }, () => 1 + Math.floor(6 * random()));
    const meanSpend = repeatCount.map((x) => 10 * (1 + (random() - 0.5) / x));
    const { status, warnings, standardErrors } = fitGammaGamma({ repeatCount, meanSpend }).fit;
    expect(status).toBe("notIdentified");
    expect(warnings[0]).toMatchObject({ code: "NOT_IDENTIFIED", parameters: ["q", "gamma"] });
    expect(standardErrors).toBeUndefined();
  });
});

describe("fitGammaGamma refuses", () => {
  const good = { repeatCount: [1, 2, 3, 4], meanSpend: [10, 20, 15, 30] };

  it.each([
    ["a negative mean", { ...good, meanSpend: [10, -20, 15, 30] }, /"b" in row 1.*-20.*negative/],
    ["a mean that is no number", { ...good, meanSpend: [10, NaN, 15, 30] }, /"b" in row 1.*NaN/],
    ["an infinite mean", { ...good, meanSpend: [10, Infinity, 15, 30] }, /"b".*not an amount/],
    ["half a purchase", { ...good, repeatCount: [1, 2.5, 3, 4] }, /"b" in row 1.*repeatCount 2.5/],
    ["a negative count", { ...good, repeatCount: [1, -2, 3, 4] }, /"b" in row 1.*repeatCount -2/],
    ["half a customer", { ...good, customerCount: [1, 0.5, 1, 1] }, /"b".*customerCount 0.5/],
    ["fewer customers than parameters", { repeatCount: [1, 2], meanSpend: [1, 2] }, /fewer than/],
    [
      "customers who are all alike",
      { repeatCount: [2, 2, 2, 2], meanSpend: [5, 5, 5, 5] },
      /All 4 customers are identical/,
    ],
  ])("%s, with the reason", (_, spend, message) => {
    expect(() => fitGammaGamma({ ...spend, customerIds: ["a", "b", "c", "d"] })).toThrow(
      expect.objectContaining({ code: "INVALID_DATA", message: expect.stringMatching(message) }),
    );
  });

  it.each([
    ["nobody", { repeatCount: [], meanSpend: [] }],
    ["nobody with repeat spend", { repeatCount: [0, 2], meanSpend: [0, 0] }],
  ])("%s", (_, spend) => {
    expect(() => fitGammaGamma(spend)).toThrow(expect.objectContaining({ code: "EMPTY_INPUT" }));
  });

  it.each([
    ["no object", null, "INVALID_ARGUMENT"],
    ["a missing column", { repeatCount: [1, 2] }, "INVALID_ARGUMENT"],
    ["texts", { repeatCount: [1, 2], meanSpend: ["5", "6"] }, "INVALID_ARGUMENT"],
    ["columns of different length", { repeatCount: [1, 2], meanSpend: [5] }, "LENGTH_MISMATCH"],
    ["an unknown currency", { ...good, currency: "DOLLAR" }, "UNKNOWN_CURRENCY"],
  ])("%s", (_, spend, code) => {
    expect(() => fitGammaGamma(spend as never)).toThrow(expect.objectContaining({ code }));
  });
});
