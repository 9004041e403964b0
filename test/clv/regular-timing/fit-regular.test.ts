import { describe, expect, it } from "vitest";
import {
  compareModels,
  estimateRegularity,
  expectedResidualTransactions,
  expectedTransactions,
  fitBgCnbd,
  fitBgNbd,
  fitMbgCnbd,
  fitMbgNbd,
  logLikelihoods,
  type MbgCnbdParameters,
  type PurchaseModel,
  parameterIntervals,
  probabilityAlive,
  probabilityOfNoPurchase,
  profileIntervals,
  regularHistories,
  simulateCustomers,
} from "../../../src/clv/index.js";
import { cdnowSampleLog } from "../support/cdnow-log.js";
import { expectClose } from "../support/compare.js";
import { cdnowSample } from "../support/golden.js";
import { clvModels } from "../support/known-models.js";

const GAPS = regularHistories(cdnowSampleLog(), { asOf: "1997-09-30", unit: "week" });
const REGULAR: MbgCnbdParameters = {
  kind: "mbgCnbd",
  version: 1,
  timeUnit: "week",
  regularity: 3,
  params: { r: 1.5, alpha: 2, a: 0.8, b: 2.5 },
};
const SIMULATED = simulateCustomers(REGULAR, {
  customers: 800,
  age: [{ weeks: 40 }, { weeks: 80 }],
});

describe.each([
  ["BG", fitBgCnbd, fitBgNbd],
  ["MBG", fitMbgCnbd, fitMbgNbd],
] as const)("the %s/CNBD-k with k = 1", (_, fitRegular, fitSimple) => {
  it("is fitted to the same parameters, likelihood and covariance as its namesake", () => {
    const simple = fitSimple(GAPS);
    const regular = fitRegular(GAPS, { regularity: 1 });
    expect(regular.fit.status).toBe("converged");
    expect(regular.candidates).toEqual([
      { regularity: 1, logLikelihood: regular.fit.logLikelihood },
    ]);
    expectClose(regular.fit.logLikelihood, simple.fit.logLikelihood, 1e-13);
    expectClose(regular.fit.aic, simple.fit.aic, 1e-13);
    for (const name of ["r", "alpha", "a", "b"] as const) {
      expectClose(regular.params[name], simple.params[name], 1e-9, name);
      expectClose(regular.fit.standardErrors![name], simple.fit.standardErrors![name], 1e-6, name);
    }
  });
});

describe.each([
  ["bgCnbd", clvModels[2]],
  ["mbgCnbd", clvModels[3]],
] as const)("the predictions of %s with k = 1", (kind, simple) => {
  const regular = { ...simple, kind, regularity: 1 } as PurchaseModel;
  const histories = cdnowSample();
  const horizon = { weeks: 39 };
  const discountRate = { annual: 0.2 };
  it.each<[string, (model: PurchaseModel) => Float64Array]>([
    ["the likelihood", (model) => logLikelihoods(model, histories)],
    ["P(alive)", (model) => probabilityAlive(model, histories)],
    ["P(alive) later", (model) => probabilityAlive(model, histories, { at: horizon })],
    ["the expectation", (model) => expectedTransactions(model, histories, { horizon })],
    ["P(no purchase)", (model) => probabilityOfNoPurchase(model, histories, { horizon })],
    [
      "the discounted expectation",
      (model) => expectedResidualTransactions(model, histories, { horizon, discountRate }),
    ],
    [
      "that of all time to come",
      (model) => expectedResidualTransactions(model, histories, { discountRate }),
    ],
  ])("have %s of the model without k", (what, predict) => {
    const wanted = predict(simple);
    predict(regular).forEach((value, row) => {
      expectClose(value, wanted[row]!, 1e-11, `${what} ${row}`);
    });
  });
});

describe("the choice of k", () => {
  it("is 1 for the CDNOW sample, whose customers buy at random times", () => {
    const model = fitMbgCnbd(GAPS);
    expect(model.regularity).toBe(1);
    expect(model.timing).toBe("gaps");
    expect(model.candidates.map(({ regularity }) => regularity)).toEqual([1, 2, 3]);
    // One parameter more than MBG/NBD has, as k was chosen.
    expectClose(model.fit.aic, fitMbgNbd(GAPS).fit.aic + 2, 1e-12);
  });

  it("finds the k of simulated regular buyers, with its gaps and, less clearly, without", () => {
    const model = fitMbgCnbd(SIMULATED);
    expect(model.regularity).toBe(3);
    const { logGapSum: _, ...withoutGaps } = SIMULATED;
    const blind = fitMbgCnbd(withoutGaps);
    expect(blind.timing).toBe("lastPurchase");
    const lead = ({ candidates }: typeof model): number => {
      const [first, second] = candidates
        .map(({ logLikelihood }) => logLikelihood)
        .sort((left, right) => right - left);
      return first! - second!;
    };
    expect(lead(model)).toBeGreaterThan(lead(blind));
    expect(Math.abs(blind.regularity - 3)).toBeLessThanOrEqual(1);
  });

  it("recovers the parameters within their intervals, and profiles like other models", () => {
    const model = fitMbgCnbd(SIMULATED, { regularity: 3 });
    const wald = parameterIntervals(model, { level: 0.999 });
    for (const [name, value] of Object.entries(REGULAR.params)) {
      const { low, high } = wald[name as "r"]!;
      expect(low! <= value && value <= high!, name).toBe(true);
    }
    const { low, high } = profileIntervals(model, SIMULATED, { parameters: ["r"] }).r!;
    const { low: waldLow, high: waldHigh } = parameterIntervals(model).r;
    expectClose(low, waldLow!, 0.05);
    expectClose(high, waldHigh!, 0.05);
  });

  it("beats MBG/NBD on regular buyers by AIC, and says so", () => {
    const comparison = compareModels([fitMbgNbd(SIMULATED), fitMbgCnbd(SIMULATED)]);
    expect(comparison.best).toBe("mbgCnbd");
    expect(comparison.verdict.en).toContain("MBG/CNBD-k fits clearly best");
  });

  it("is not compared between likelihoods of different data", () => {
    const { logGapSum: _, ...withoutGaps } = SIMULATED;
    const [seeing, blind] = [SIMULATED, withoutGaps].map((histories) =>
      fitMbgCnbd(histories, { regularity: 2 }),
    );
    expect(() => compareModels([fitMbgNbd(SIMULATED), seeing!, blind!])).toThrow(
      expect.objectContaining({ code: "INVALID_DATA", message: expect.stringContaining("gaps") }),
    );
  });

  it("is refused unless it is a whole number of possible size", () => {
    for (const regularity of [0, 1.5, 51, NaN, -2]) {
      expect(() => fitMbgCnbd(SIMULATED, { regularity })).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT" }),
      );
      expect(() => probabilityAlive({ ...REGULAR, regularity }, SIMULATED)).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT" }),
      );
    }
    expect(() => fitMbgCnbd(SIMULATED, { k: 2 } as object)).toThrow(
      expect.objectContaining({ code: "UNKNOWN_OPTION" }),
    );
  });
});

describe("gaps", () => {
  it("of the sample make up the recency and obey the means", () => {
    GAPS.repeatCount.forEach((x, row) => {
      if (x === 0) {
        expect(GAPS.logGapSum[row]).toBe(0);
        expect(GAPS.squaredGapSum[row]).toBe(0);
      } else if (x === 1) {
        expect(GAPS.logGapSum[row]).toBeCloseTo(Math.log(GAPS.recency[row]!), 12);
        expect(GAPS.squaredGapSum[row]).toBeCloseTo(GAPS.recency[row]! ** 2, 9);
      }
    });
  });

  it("are converted with the unit of the model", () => {
    const inDays = regularHistories(cdnowSampleLog(), { asOf: "1997-09-30", unit: "day" });
    const model = fitMbgCnbd(GAPS, { regularity: 2 });
    const wanted = logLikelihoods(model, GAPS);
    logLikelihoods(model, inDays).forEach((value, row) => {
      expectClose(value, wanted[row]!, 1e-11);
    });
    const scaled = fitMbgCnbd(inDays, { regularity: 2 });
    expectClose(scaled.params.alpha, 7 * model.params.alpha, 1e-8);
    expectClose(
      scaled.fit.logLikelihood,
      model.fit.logLikelihood - Math.log(7) * GAPS.repeatCount.reduce((sum, x) => sum + x, 0),
      1e-12,
    );
  });

  it.each([
    ["a sum of logarithms that is too high", [2], [10], [4]],
    ["a sum without a repeat purchase", [0], [0], [1]],
    ["NaN", [2], [10], [Number.NaN]],
  ])("with %s are refused by row", (_, repeatCount, recency, logGapSum) => {
    const columns = { repeatCount: [3, ...repeatCount], recency: [9, ...recency] };
    const histories = { ...columns, logGapSum: [3, ...logGapSum], age: [12, 12], unit: "week" };
    const refused = expect.objectContaining({
      code: "INVALID_DATA",
      message: expect.stringContaining("row 1"),
    });
    expect(() => estimateRegularity(histories)).toThrow(refused);
    expect(() => logLikelihoods(REGULAR, histories as never)).toThrow(refused);
  });

  it("of 0 are refused by a fit that they would make impossible, and have no likelihood", () => {
    const histories = {
      repeatCount: [2, 1, 3, 0, 4, 5],
      recency: [10, 0, 6, 0, 8, 9],
      age: [20, 20, 21, 22, 20, 20],
      unit: "week" as const,
    };
    expect(() => fitMbgCnbd(histories, { regularity: 2 })).toThrow(
      expect.objectContaining({
        code: "INVALID_DATA",
        message: expect.stringContaining("row 1 has two purchases at the same moment"),
      }),
    );
    expect(logLikelihoods(REGULAR, histories)[1]).toBe(-Infinity);
    expect(probabilityAlive(REGULAR, histories)[1]).toBeGreaterThan(0);
  });
});
