import { describe, expect, it } from "vitest";
import {
  fitBgNbd,
  fitMbgNbd,
  fitNbd,
  fitParetoNbd,
  logLikelihoods,
  type NbdModel,
  parameterIntervals,
  profileIntervals,
  simulateCustomers,
} from "../../../src/clv/index.js";
import { minimizeScalar } from "../../../src/core/math/index.js";
import { expectClose } from "../support/compare.js";
import { cdnowSample, goldenFit } from "../support/golden.js";
import { clvModels } from "../support/known-models.js";

const HISTORIES = cdnowSample();
const NBD = fitNbd(HISTORIES);
const PARETO = fitParetoNbd(HISTORIES);
/** Half of the 95 % point of chi-square with one degree. */
const DROP = 1.920729410347062;

describe("parameterIntervals", () => {
  it("agree with the golden standard errors on the log scale", () => {
    const { params, se_log } = goldenFit("pnbd");
    const intervals = parameterIntervals(PARETO);
    for (const [name, { estimate, low, high }] of Object.entries(intervals)) {
      const factor = Math.exp(1.959963984540054 * se_log[name]!);
      expectClose(estimate, params[name]!, 1e-6);
      expectClose(low, params[name]! / factor, 1e-4, name);
      expectClose(high, params[name]! * factor, 1e-4, name);
    }
  });

  it("are wider at a higher level, and of a model read from JSON", () => {
    const [half, most] = [0.5, 0.999].map((level) =>
      parameterIntervals(JSON.parse(JSON.stringify(PARETO)), { level }),
    ) as [ReturnType<typeof parameterIntervals>, ReturnType<typeof parameterIntervals>];
    for (const name of Object.keys(half)) {
      expect(most[name]!.low!).toBeLessThan(half[name]!.low!);
      expect(most[name]!.high!).toBeGreaterThan(half[name]!.high!);
    }
  });

  it.each([
    ["a level of 1", PARETO, { level: 1 }, "INVALID_ARGUMENT"],
    ["a level in percent", PARETO, { level: 95 }, "INVALID_ARGUMENT"],
    ["an unknown option", PARETO, { confidence: 0.9 }, "UNKNOWN_OPTION"],
    ["parameters without a fit", clvModels[1], {}, "INVALID_ARGUMENT"],
    ["no model", undefined, {}, "INVALID_ARGUMENT"],
    [
      "a fit without a covariance",
      { ...PARETO, fit: { ...PARETO.fit, logCovariance: undefined } },
      {},
      "NOT_IDENTIFIED",
    ],
    [
      "parameters that are not those of the fit",
      { ...PARETO, params: { ...PARETO.params, r: 7 } },
      {},
      "INVALID_ARGUMENT",
    ],
  ])("refuse %s", (_, model, options, code) => {
    expect(() => parameterIntervals(model as never, options as never)).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

describe("profileIntervals", () => {
  it("of the NBD end where the likelihood, highest over the other parameter, has dropped", () => {
    const intervals = profileIntervals(NBD, HISTORIES);
    const likelihood = (params: NbdModel["params"]): number =>
      logLikelihoods({ ...NBD, params }, HISTORIES).reduce((sum, each) => sum + each, 0);
    const { r, alpha } = NBD.params;
    for (const bound of [intervals.r!.low!, intervals.r!.high!]) {
      const found = minimizeScalar(
        (log) => -likelihood({ r: bound, alpha: Math.exp(log) }),
        Math.log(alpha) - 1,
        Math.log(alpha) + 1,
      );
      expect(NBD.fit.logLikelihood + found!.value).toBeCloseTo(DROP, 3);
    }
    for (const bound of [intervals.alpha!.low!, intervals.alpha!.high!]) {
      const found = minimizeScalar(
        (log) => -likelihood({ r: Math.exp(log), alpha: bound }),
        Math.log(r) - 1,
        Math.log(r) + 1,
      );
      expect(NBD.fit.logLikelihood + found!.value).toBeCloseTo(DROP, 3);
    }
  });

  it.each([
    ["nbd", NBD],
    ["bgNbd", fitBgNbd(HISTORIES)],
    ["mbgNbd", fitMbgNbd(HISTORIES)],
  ] as const)("of %s are near Wald's where the likelihood is nearly a parabola", (_, model) => {
    const wald = parameterIntervals(model as NbdModel, { level: 0.5 });
    const profile = profileIntervals(model as NbdModel, HISTORIES, { level: 0.5 });
    for (const name of ["r", "alpha"] as const) {
      expectClose(profile[name]!.low, wald[name].low!, 0.02, name);
      expectClose(profile[name]!.high, wald[name].high!, 0.02, name);
    }
  });

  it("stay open where the likelihood never falls", () => {
    // Nobody leaves, so that the time scale of leaving may be as long as it likes.
    const customers = simulateCustomers(clvModels[0], { customers: 100, age: { weeks: 52 } });
    const model = fitParetoNbd(customers);
    expect(model.fit.status).toBe("notIdentified");
    const { beta, r } = profileIntervals(model, customers, { parameters: ["beta"] });
    expect(beta).not.toHaveProperty("high");
    expect(r).toBeUndefined();
  });

  it("take the histories in another unit", () => {
    const { repeatCount, recency, age } = HISTORIES;
    const inDays = {
      repeatCount,
      recency: Array.from(recency, (weeks) => 7 * weeks),
      age: Array.from(age, (weeks) => 7 * weeks),
      unit: "day",
    } as const;
    expectClose(
      profileIntervals(NBD, inDays).r!.high,
      profileIntervals(NBD, HISTORIES).r!.high!,
      1e-5,
    );
  });

  it.each([
    ["a name that is no parameter", { parameters: ["beta"] }, "INVALID_ARGUMENT"],
    ["a name without a list", { parameters: "r" }, "INVALID_ARGUMENT"],
    ["a level of 1", { level: 1 }, "INVALID_ARGUMENT"],
    ["an unknown option", { method: "wald" }, "UNKNOWN_OPTION"],
  ])("refuse %s", (_, options, code) => {
    expect(() => profileIntervals(NBD, HISTORIES, options as never)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it.each([
    [
      "other histories than those of the fit",
      NBD,
      {
        ...HISTORIES,
        repeatCount: Array.from(HISTORIES.repeatCount, (x) => (x > 0 ? x + 1 : 0)),
      },
      "INVALID_DATA",
    ],
    ["nobody", NBD, { repeatCount: [], recency: [], age: [], unit: "week" }, "INVALID_DATA"],
    ["parameters without a fit", clvModels[0], HISTORIES, "INVALID_ARGUMENT"],
    ["a model of another kind", { ...NBD, kind: "gammaGamma" }, HISTORIES, "INVALID_ARGUMENT"],
  ])("refuse %s", (_, model, histories, code) => {
    expect(() => profileIntervals(model as never, histories as never)).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
