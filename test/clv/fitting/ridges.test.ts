import { describe, expect, it } from "vitest";
import {
  expectedTransactions,
  fitBgNbd,
  fitMbgNbd,
  fitNbd,
  fitParetoNbd,
  logLikelihoods,
  type ParetoNbdModel,
  type PurchaseHistories,
  simulateCustomers,
} from "../../../src/clv/index.js";
import { logGamma, minimizeBfgs } from "../../../src/core/math/index.js";
import { seededRandom } from "../../../src/core/random.js";
import { expectClose } from "../support/compare.js";
import { clvModels } from "../support/known-models.js";
import { rfmCustomers } from "../support/rfm-orders.js";

const RFM = rfmCustomers();

/** ln of the likelihood where all buy at one rate and leave at another: no special function in it. */
function exponentialPoisson([logRate, logLeaving]: readonly number[]): number {
  const [rate, leaving] = [Math.exp(logRate!), Math.exp(logLeaving!)];
  return sumRows(RFM, (x, recency, age) => {
    const left = leaving * Math.exp(-(rate + leaving) * recency);
    const stayed = rate * Math.exp(-(rate + leaving) * age);
    return x * logRate! + Math.log((left + stayed) / (rate + leaving));
  });
}

/** ln of the likelihood of BG/NBD where all have one chance to leave. */
function geometricNbd(r: number, alpha: number, chance: number): number {
  return sumRows(RFM, (x, recency, age) => {
    const buys = (time: number) =>
      logGamma(r + x) - logGamma(r) + r * Math.log(alpha) - (r + x) * Math.log(alpha + time);
    const stayed = Math.exp(buys(age) + x * Math.log1p(-chance));
    const left = x === 0 ? 0 : Math.exp(buys(recency) + (x - 1) * Math.log1p(-chance)) * chance;
    return Math.log(stayed + left);
  });
}

function sumRows(
  { repeatCount, recency, age }: PurchaseHistories,
  term: (x: number, recency: number, age: number) => number,
): number {
  return Array.from(repeatCount, (x, row) => term(x, recency[row]!, age[row]!)).reduce(
    (sum, each) => sum + each,
    0,
  );
}

/** A model with other shapes of the same means. */
function reshape(model: ParetoNbdModel, s: number): ParetoNbdModel {
  const { params } = model;
  return { ...model, params: { ...params, s, beta: (s * params.beta) / params.s } };
}

describe("a fit on a ridge", () => {
  it("ends at the true likelihood of its limit, where all customers of the log are alike", () => {
    const { fit, params } = fitParetoNbd(RFM);
    const numeric = (point: readonly number[]) => {
      const slope = (index: number) => {
        const at = (step: number) => -exponentialPoisson(point.with(index, point[index]! + step));
        return (at(1e-5) - at(-1e-5)) / 2e-5;
      };
      return { value: -exponentialPoisson(point), gradient: [slope(0), slope(1)] };
    };
    const best = minimizeBfgs(numeric, [Math.log(0.005), Math.log(0.001)], { tolerance: 1e-7 });
    // Not 27,779, which was nothing but cancellation at s = 5e23.
    expect(fit.aic).toBeCloseTo(49806.634, 3);
    expectClose(fit.logLikelihood, -best.value, 1e-9);
    expectClose(params.r / params.alpha, Math.exp(best.point[0]!), 1e-4);
    expectClose(params.s / params.beta, Math.exp(best.point[1]!), 1e-4);
    expect(fit.status).toBe("notIdentified");
    expect(fit.warnings).toEqual([
      {
        code: "NOT_IDENTIFIED",
        message:
          "r, alpha, s and beta are not identified: the data fit the nested model Poisson with exponential lifetimes (one purchase rate and one drop-out rate for all) as well; rely on the predictions, which are those of that model, not on these parameters",
        parameters: ["r", "alpha", "s", "beta"],
        nestedModel: "exponentialPoisson",
      },
    ]);
    expect(fit).not.toHaveProperty("covariance");
  });

  it("of BG/NBD is that of geometric lifetimes", () => {
    const { fit, params } = fitBgNbd(RFM);
    const { r, alpha, a, b } = params;
    expectClose(fit.logLikelihood, geometricNbd(r, alpha, a / (a + b)), 1e-9);
    expect(fit.warnings[0]).toMatchObject({
      code: "NOT_IDENTIFIED",
      parameters: ["a", "b"],
      nestedModel: "bgGeometricNbd",
    });
  });

  it("says the same in another unit of time", () => {
    const [days, weeks] = [fitMbgNbd(RFM), fitMbgNbd(rfmCustomers("week"))];
    expect(weeks.fit.warnings).toEqual(days.fit.warnings);
    const repeats = RFM.repeatCount.reduce((sum, x) => sum + x, 0);
    expectClose(weeks.fit.logLikelihood, days.fit.logLikelihood + repeats * Math.log(7), 1e-9);
    expectClose(weeks.params.alpha, days.params.alpha / 7, 1e-5);
  });

  it("names the NBD where nobody leaves, and fits as well as it does", () => {
    // Of such customers some seem to leave by chance; not these.
    const random = seededRandom(6);
    const customers = simulateCustomers(clvModels[0], {
      customers: 300,
      age: { weeks: 52 },
      random,
    });
    const simpler = fitNbd(customers).fit.logLikelihood;
    for (const fitModel of [fitMbgNbd, fitParetoNbd]) {
      const { fit } = fitModel(customers);
      expect(fit.warnings[0]).toMatchObject({ code: "NOT_IDENTIFIED", nestedModel: "nbd" });
      expect(fit.logLikelihood).toBeCloseTo(simpler, 4);
    }
  });

  it.each([1, 2, 3])("says of no limit wrongly that it fits as well (seed %i)", (seed) => {
    const truth = {
      ...clvModels[1],
      params: { r: 1.2, alpha: 8, s: 1e5, beta: 1e5 / 0.03 },
    };
    const customers = simulateCustomers(truth, {
      customers: 400,
      age: [{ weeks: 30 }, { weeks: 100 }],
      random: seededRandom(seed),
    });
    const model = fitParetoNbd(customers);
    const likelihood = (each: ParetoNbdModel) =>
      logLikelihoods(each, customers).reduce((sum, row) => sum + row, 0);
    const isAtLimit = model.fit.warnings[0]?.nestedModel === "exponentialNbd";
    expect(isAtLimit || model.fit.warnings[0]?.code === "WEAKLY_IDENTIFIED").toBe(true);
    for (const s of [1, 10, 100, 1e3, 1e4, 1e6, 1e7]) {
      expect(likelihood(reshape(model, s))).toBeLessThan(likelihood(model) + 0.01);
    }
  });

  it("predicts as its limit does: lifetimes are exponential there", () => {
    const model = fitParetoNbd(RFM);
    const { r, alpha, s, beta } = model.params;
    const [rate, leaving] = [r / alpha, s / beta];
    // Of one who is surely alive: the purchase was just now.
    const alive = { repeatCount: [3], recency: [400], age: [400], unit: "day" } as const;
    const [expected] = expectedTransactions(model, alive, { horizon: { days: 365 } });
    expectClose(expected, (rate / leaving) * -Math.expm1(-365 * leaving), 1e-6);
  });
});
