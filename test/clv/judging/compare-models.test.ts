import { describe, expect, it } from "vitest";
import {
  type ComparableModel,
  compareModels,
  fitNbd,
  fitParetoNbd,
  simulateCustomers,
} from "../../../src/clv/index.js";
import type { FitReport } from "../../../src/clv/types.js";
import { goldenFit } from "../support/golden.js";
import { clvModels } from "../support/known-models.js";

/** A model with the golden log-likelihood on the CDNOW sample. */
function golden(kind: string, name: string): ComparableModel {
  const { params, loglik, n, unique_rows } = goldenFit(name);
  return made(kind, loglik, Object.keys(params), n, unique_rows);
}

function made(
  kind: string,
  logLikelihood: number,
  parameterNames: readonly string[],
  customers = 100,
  distinctRows = 50,
): ComparableModel {
  const k = parameterNames.length;
  const aic = 2 * k - 2 * logLikelihood;
  const bic = k * Math.log(customers) - 2 * logLikelihood;
  const fit = { parameterNames, logLikelihood, customers, distinctRows, aic, bic };
  return { kind, timeUnit: "week", fit: fit as unknown as FitReport };
}

const MODELS = [
  golden("nbd", "nbd"),
  golden("mbgNbd", "mbgnbd"),
  golden("paretoNbd", "pnbd"),
  golden("bgNbd", "bgnbd"),
];

describe("compareModels", () => {
  const comparison = compareModels(MODELS);

  it("puts the models of the CDNOW sample in the order of their AIC", () => {
    const byLikelihood = [...MODELS].sort((a, b) => a.fit.aic - b.fit.aic).map(({ kind }) => kind);
    expect(comparison.models.map(({ kind }) => kind)).toEqual(byLikelihood);
    expect(comparison.best).toBe(byLikelihood[0]);
    expect(byLikelihood.at(-1)).toBe("nbd");
    expect(comparison.models[0]!.aicDifference).toBe(0);
    expect(comparison.models.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it("tests the NBD against each model in which customers leave", () => {
    expect(comparison.nested.map(({ general }) => general)).toEqual([
      "paretoNbd",
      "bgNbd",
      "mbgNbd",
    ]);
    const [test] = comparison.nested;
    const gain = goldenFit("pnbd").loglik - goldenFit("nbd").loglik;
    expect(test).toMatchObject({ simple: "nbd", degrees: 2, isBoundary: true });
    expect(test!.statistic).toBeCloseTo(2 * gain, 8);
    expect(test!.note.en).toBe("Pareto/NBD fits better than its special case NBD (p < 0.001)");
    expect(comparison.verdict.zh).toContain("优于其特例 NBD");
  });

  it("gives both bounds of the p-value at a boundary", () => {
    const { nested, verdict, best } = compareModels([
      made("nbd", -100, ["r", "alpha"]),
      made("paretoNbd", -97.8, ["r", "alpha", "s", "beta"]),
    ]);
    // 4.4 exceeded: e^-2.2 with two degrees, and half of 0.035939 with one.
    expect(nested[0]!.pValue).toBeCloseTo(0.110803, 6);
    expect(nested[0]!.lowestPValue).toBeCloseTo(0.01797, 5);
    expect(best).toBe("paretoNbd");
    expect(verdict.en).toBe(
      "Pareto/NBD and NBD fit about equally well (AIC differs by 0.4): choose by how well they predict a holdout, or by the story that suits the business. Whether Pareto/NBD fits better than its special case NBD is not certain (p 0.018 – 0.111).",
    );
  });

  it("gives one p-value inside the parameters", () => {
    const [test] = compareModels([
      made("sbg", -100, ["alpha", "beta"]),
      made("bdw", -98.0792705896, ["alpha", "beta", "c"]),
    ]).nested;
    expect(test!.pValue).toBeCloseTo(0.05, 8);
    expect(test).not.toHaveProperty("lowestPValue");
  });

  it("does not count a general model that ends below its special case as better", () => {
    const { nested, best } = compareModels([
      made("nbd", -100, ["r", "alpha"]),
      made("bgNbd", -100.001, ["r", "alpha", "a", "b"]),
    ]);
    expect(nested[0]).toMatchObject({ statistic: 0, pValue: 1, lowestPValue: 1 });
    expect(best).toBe("nbd");
  });

  it("says the same in any order", () => {
    expect(compareModels([...MODELS].reverse())).toEqual(comparison);
  });

  it("takes real fits, and prefers the NBD where nobody leaves", () => {
    const customers = simulateCustomers(clvModels[0], { customers: 400, age: { weeks: 52 } });
    const { best } = compareModels([fitParetoNbd(customers), fitNbd(customers)]);
    expect(best).toBe("nbd");
  });

  it.each([
    ["one model", [MODELS[0]], "INVALID_ARGUMENT"],
    ["no list", undefined, "INVALID_ARGUMENT"],
    ["a hole in the list", [MODELS[0], undefined], "INVALID_ARGUMENT"],
    ["parameters without a fit", [MODELS[0], clvModels[1]], "INVALID_ARGUMENT"],
    ["a likelihood that is NaN", [MODELS[0], made("bgNbd", NaN, ["r"])], "INVALID_ARGUMENT"],
    ["models of spend and purchases", [MODELS[0], golden("gammaGamma", "nbd")], "INVALID_DATA"],
    ["different customers", [MODELS[0], made("bgNbd", -9, ["r"])], "INVALID_DATA"],
    ["different units", [MODELS[0], { ...MODELS[1], timeUnit: "day" }], "INVALID_DATA"],
    ["unknown kinds", [MODELS[0], { ...MODELS[1], kind: "__proto__" }], "INVALID_DATA"],
  ])("refuses %s", (_, models, code) => {
    expect(() => compareModels(models as never)).toThrow(expect.objectContaining({ code }));
  });
});
