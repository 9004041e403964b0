import { describe, expect, it } from "vitest";
import {
  type CovariateHistories,
  compareModels,
  fitBgNbd,
  fitMbgNbd,
  fitNbd,
  fitParetoNbd,
  logLikelihoods,
  type PurchaseModel,
  parameterIntervals,
  profileIntervals,
} from "../../../src/clv/index.js";
import { expectClose } from "../support/compare.js";
import { cdnowSample } from "../support/golden.js";
import { rfmCustomers } from "../support/rfm-orders.js";

const HISTORIES = cdnowSample();

function likelihood(model: PurchaseModel, histories = HISTORIES): number {
  return logLikelihoods(model, histories).reduce((sum, each) => sum + each, 0);
}

describe("a prior", () => {
  const prior = { s: { center: 2, spread: 0.1 }, beta: { center: 30, spread: 0.5 } };
  const free = fitParetoNbd(HISTORIES);
  const pulled = fitParetoNbd(HISTORIES, { prior });

  it("never changes the reported likelihood, which is that of the data at the parameters", () => {
    expectClose(pulled.fit.logLikelihood, likelihood(pulled), 1e-11);
    expectClose(pulled.fit.aic, 8 - 2 * likelihood(pulled), 1e-11);
    expect(pulled.fit.logLikelihood).toBeLessThan(free.fit.logLikelihood);
    const { s, beta } = pulled.params;
    const penalty = (Math.log(s / 2) / 0.1) ** 2 / 2 + (Math.log(beta / 30) / 0.5) ** 2 / 2;
    expectClose(pulled.fit.prior!.penalty, penalty, 1e-9);
    expectClose(pulled.fit.prior!.penalizedLogLikelihood, likelihood(pulled) - penalty, 1e-11);
  });

  it("ends at the highest penalized likelihood", () => {
    const objective = (params: typeof pulled.params) =>
      likelihood({ ...pulled, params }) -
      (Math.log(params.s / 2) / 0.1) ** 2 / 2 -
      (Math.log(params.beta / 30) / 0.5) ** 2 / 2;
    const best = objective(pulled.params);
    for (const name of ["r", "alpha", "s", "beta"] as const) {
      for (const factor of [0.98, 1.02]) {
        const moved = { ...pulled.params, [name]: factor * pulled.params[name] };
        expect(objective(moved)).toBeLessThan(best);
      }
    }
    expect(pulled.params.s).toBeGreaterThan(free.params.s);
    expect(pulled.fit.standardErrors!.s).toBeLessThan(free.fit.standardErrors!.s);
  });

  it("that hardly says anything leaves the fit as it is, and none leaves no trace", () => {
    const vague = fitBgNbd(HISTORIES, { prior: { a: { center: 5, spread: 1e6 } } });
    expectClose(vague.params.a, fitBgNbd(HISTORIES).params.a, 1e-6);
    expect(fitBgNbd(HISTORIES, { prior: {} })).toEqual(fitBgNbd(HISTORIES));
    expect(fitBgNbd(HISTORIES)).not.toHaveProperty("fit.prior");
  });

  it("is of the unit of the histories", () => {
    const days = {
      ...HISTORIES,
      recency: Array.from(HISTORIES.recency, (weeks) => 7 * weeks),
      age: Array.from(HISTORIES.age, (weeks) => 7 * weeks),
      unit: "day",
    } as const;
    const inDays = fitNbd(days, { prior: { alpha: { center: 70, spread: 0.01 } } });
    const inWeeks = fitNbd(HISTORIES, { prior: { alpha: { center: 10, spread: 0.01 } } });
    expectClose(inDays.params.alpha, 7 * inWeeks.params.alpha, 1e-8);
    expectClose(inDays.fit.prior!.penalty, inWeeks.fit.prior!.penalty, 1e-6);
  });

  it("tells what the data cannot, and then says nothing of a simpler model", () => {
    const regular = rfmCustomers();
    const center = { r: { center: 50, spread: 0.5 }, a: { center: 5, spread: 0.5 } };
    const { fit } = fitMbgNbd(regular, { prior: center });
    expect(fit.status).toBe("converged");
    expect(fit.warnings).toEqual([]);
  });

  it("of a coefficient shrinks it", () => {
    const column = Array.from(HISTORIES.repeatCount, (x, row) => (x > 0 ? 1 : 0) + (row % 3));
    const withColumn: CovariateHistories = {
      ...HISTORIES,
      covariates: { transaction: { column } },
    };
    const strong = { "transaction.column": { center: 0, spread: 0.01 } };
    const { params, fit } = fitMbgNbd(withColumn, { prior: strong });
    const open = fitMbgNbd(withColumn).params["transaction.column"]!;
    expect(Math.abs(params["transaction.column"]!)).toBeLessThan(Math.abs(open) / 5);
    expectClose(fit.prior!.penalty, (params["transaction.column"]! / 0.01) ** 2 / 2, 1e-9);
  });

  it("keeps a fit out of what is about likelihoods alone", () => {
    expect(() => compareModels([pulled, free])).toThrow("models[0] was fitted with a prior");
    expect(() => profileIntervals(pulled, HISTORIES)).toThrow("model.fit.prior");
    const { low, high } = parameterIntervals(pulled).s;
    expect(low! < pulled.params.s && pulled.params.s < high!).toBe(true);
  });

  it.each([
    ["of no parameter", { prior: { gamma: { center: 1, spread: 1 } } }, "options.prior.gamma"],
    ["without a spread", { prior: { r: { center: 1 } } }, "options.prior.r.spread"],
    ["of no width", { prior: { r: { center: 1, spread: 0 } } }, "options.prior.r.spread"],
    ["around nothing", { prior: { r: { center: 0, spread: 1 } } }, "options.prior.r.center"],
    ["that is a number", { prior: { r: 3 } }, "options.prior.r"],
    ["that is a list", { prior: [1] }, "options.prior"],
    ["that is misspelt", { priors: {} }, "options.priors"],
    ["named __proto__", { prior: JSON.parse('{"__proto__": {}}') }, "options.prior.__proto__"],
  ])("is refused: one %s", (_, options, message) => {
    expect(() => fitNbd(HISTORIES, options as never)).toThrow(message);
  });
});
