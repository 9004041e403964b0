import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  customerPosteriors,
  expectedTransactions,
  logLikelihoods,
  type PosteriorModel,
  type PurchaseHistories,
  type PurchaseModel,
  posteriorDensities,
  simulateCustomers,
} from "../../../src/clv/index.js";
import { integrate } from "../../../src/core/math/index.js";
import { historiesOf } from "../support/arbitraries.js";
import { expectClose } from "../support/compare.js";
import { cdnowSample } from "../support/golden.js";
import { clvModels } from "../support/known-models.js";

interface GoldenPosterior {
  readonly mean: number;
  readonly deviation: number;
  readonly values: readonly number[];
  readonly densities: readonly number[];
}

interface GoldenCase {
  readonly kind: "paretoNbd" | "bgNbd" | "mbgNbd";
  readonly params: readonly number[];
  readonly x: number;
  readonly recency: number;
  readonly age: number;
  readonly purchaseRate: GoldenPosterior;
  readonly dropout: GoldenPosterior;
}

const { cases }: { readonly cases: readonly GoldenCase[] } = JSON.parse(
  readFileSync(new URL("../../golden/clv/posteriors.json", import.meta.url), "utf8"),
);

const NAMES = { paretoNbd: ["s", "beta"], bgNbd: ["a", "b"], mbgNbd: ["a", "b"] } as const;

describe("the posteriors", () => {
  it.each(cases.map((golden) => [golden.kind, golden.x, golden] as const))(
    "of %s for %i purchases agree with double sums over both parameters",
    (kind, x, golden) => {
      const [r, alpha, third, fourth] = golden.params;
      const [one, two] = NAMES[kind];
      const params = { r, alpha, [one]: third, [two]: fourth };
      const model = { kind, version: 1, timeUnit: "week", params } as unknown as PosteriorModel;
      const histories = historiesOf([[x, golden.recency, golden.age]]);
      const dropout = kind === "paretoNbd" ? "dropoutRate" : "dropoutChance";
      const posteriors = customerPosteriors(model, histories);
      for (const [name, wanted] of [
        ["purchaseRate", golden.purchaseRate],
        [dropout, golden.dropout],
      ] as const) {
        const { mean, deviation, quantiles } = posteriors[name]!;
        expectClose(mean[0], wanted.mean, 1e-9, "mean");
        expectClose(deviation[0], wanted.deviation, 1e-9, "deviation");
        const [densities] = posteriorDensities(model, histories, { of: name, at: wanted.values });
        wanted.densities.forEach((density, index) => {
          expectClose(densities![index], density, 1e-8, `density ${index}`);
        });
        // What lies between two quantiles, over the logarithm.
        const { value: share } = integrate(
          (log) =>
            Math.exp(log) *
            posteriorDensities(model, histories, { of: name, at: [Math.exp(log)] })[0]![0]!,
          Math.log(quantiles[0]![0]!),
          Math.log(quantiles[1]![0]!),
        );
        expect(Math.abs(share - 0.475)).toBeLessThan(1e-8);
      }
    },
  );

  it.each(clvModels)("of $kind have the means that its likelihood implies", (model) => {
    const histories = cdnowSample();
    const own = logLikelihoods(model, histories);
    const posteriors = customerPosteriors(model as PosteriorModel, histories, { quantiles: [] });
    const params: Readonly<Record<string, number>> = model.params;
    // E θ is the prior mean times the likelihood under the prior weighed by θ.
    const expectMeans = (means: Float64Array, name: string, priorMean: number): void => {
      const raised = { ...params, [name]: params[name]! + 1 };
      const weighed = logLikelihoods({ ...model, params: raised } as PurchaseModel, histories);
      means.forEach((mean, row) => {
        expectClose(mean, priorMean * Math.exp(weighed[row]! - own[row]!), 1e-10, `row ${row}`);
      });
    };
    expectMeans(posteriors.purchaseRate.mean, "r", params.r! / params.alpha!);
    if (posteriors.dropoutRate) {
      expectMeans(posteriors.dropoutRate.mean, "s", params.s! / params.beta!);
    }
    if (posteriors.dropoutChance) {
      expectMeans(posteriors.dropoutChance.mean, "a", params.a! / (params.a! + params.b!));
    }
  });

  it("of the NBD promise the expected transactions", () => {
    const histories = cdnowSample();
    const { mean } = customerPosteriors(clvModels[0], histories).purchaseRate;
    expectedTransactions(clvModels[0], histories, { horizon: { weeks: 39 } }).forEach(
      (expected, row) => {
        expectClose(mean[row]! * 39, expected, 1e-12);
      },
    );
  });

  it("of regular buyers with k = 1 are those of the simple model", () => {
    const histories = historiesOf([
      [2, 30, 38],
      [0, 0, 20],
    ]);
    const regular = { ...clvModels[3], kind: "mbgCnbd", regularity: 1 } as PosteriorModel;
    expect(customerPosteriors(regular, histories)).toEqual(
      customerPosteriors(clvModels[3], histories),
    );
  });

  it.each(clvModels.slice(1))("of $kind average to the prior over simulated customers", (model) => {
    const customers = simulateCustomers(model, { customers: 4000, age: { weeks: 78 } });
    const posteriors = customerPosteriors(model as PosteriorModel, customers, { quantiles: [] });
    const { r, alpha } = model.params;
    expectAverage(posteriors.purchaseRate, r / alpha, (r * (r + 1)) / alpha ** 2);
    if (model.kind === "paretoNbd") {
      const { s, beta } = model.params;
      expectAverage(posteriors.dropoutRate!, s / beta, (s * (s + 1)) / beta ** 2);
    } else if (model.kind === "bgNbd" || model.kind === "mbgNbd") {
      const { a, b } = model.params;
      const mean = a / (a + b);
      expectAverage(posteriors.dropoutChance!, mean, (mean * (a + 1)) / (a + b + 1));
    }
  });

  it("are ordered, finite and positive for odd customers too", () => {
    const histories = historiesOf([
      [0, 0, 0],
      [5000, 1, 1],
      [1, 1e-9, 500],
      [3, 200, 200],
      [40, 0.5, 1000],
    ]);
    for (const model of clvModels) {
      const { probabilities, timeUnit, ...posteriors } = customerPosteriors(
        model as PosteriorModel,
        histories,
        { quantiles: [1e-6, 0.05, 0.5, 0.95, 0.999999] },
      );
      expect([probabilities.length, timeUnit]).toEqual([5, "week"]);
      for (const { mean, deviation, quantiles } of Object.values(posteriors)) {
        for (let row = 0; row < 5; row++) {
          const values = quantiles.map((column) => column[row]!);
          expect(values.every((value) => value >= 0 && value < Infinity)).toBe(true);
          expect(values.toSorted((left, right) => left - right)).toEqual(values);
          expect(mean[row]! > 0 && mean[row]! < Infinity && deviation[row]! > 0).toBe(true);
        }
      }
    }
  });

  it("of no customers are empty", () => {
    const { purchaseRate } = customerPosteriors(clvModels[1], historiesOf([]));
    expect(purchaseRate.mean).toHaveLength(0);
    expect(purchaseRate.quantiles).toHaveLength(3);
  });

  it.each<[string, () => unknown, string]>([
    ["a quantile of 1", () => posteriorsWith({ quantiles: [1] }), "INVALID_ARGUMENT"],
    ["a quantile of NaN", () => posteriorsWith({ quantiles: [Number.NaN] }), "INVALID_ARGUMENT"],
    ["a bare quantile", () => posteriorsWith({ quantiles: 0.5 }), "INVALID_ARGUMENT"],
    ["an unknown option", () => posteriorsWith({ level: 0.9 }), "UNKNOWN_OPTION"],
    ["a density of nothing", () => densitiesWith({}), "INVALID_ARGUMENT"],
    ["a density at 0", () => densitiesWith({ at: [0.1, 0] }), "INVALID_ARGUMENT"],
    ["a chance of 1", () => densitiesWith({ at: [1], of: "dropoutChance" }), "INVALID_ARGUMENT"],
    [
      "a parameter of another model",
      () => densitiesWith({ at: [1], of: "dropoutRate" }),
      "INVALID_ARGUMENT",
    ],
    [
      "a model whose customers have none",
      () =>
        customerPosteriors(
          {
            kind: "ggomNbd",
            version: 1,
            timeUnit: "week",
            params: { r: 1, alpha: 4, b: 1, s: 1, beta: 1 },
          } as never,
          cdnowSample(),
        ),
      "INVALID_ARGUMENT",
    ],
    [
      "a history that cannot be",
      () => customerPosteriors(clvModels[1], historiesOf([[1, 9, 3]])),
      "INVALID_DATA",
    ],
  ])("refuse %s", (_, ask, code) => {
    expect(ask).toThrow(expect.objectContaining({ code }));
  });
});

function posteriorsWith(options: object): unknown {
  return customerPosteriors(clvModels[2], cdnowSample(), options);
}

function densitiesWith(options: object): unknown {
  const histories: PurchaseHistories = historiesOf([[1, 2, 3]]);
  return posteriorDensities(clvModels[2], histories, options as { readonly at: number[] });
}

/** Expects the means to average to the prior mean, and the second moments likewise, within 4 standard errors. */
function expectAverage(
  { mean, deviation }: { readonly mean: Float64Array; readonly deviation: Float64Array },
  priorMean: number,
  priorSquare: number,
): void {
  const squares = mean.map((each, row) => each ** 2 + deviation[row]! ** 2);
  for (const [values, wanted] of [
    [mean, priorMean],
    [squares, priorSquare],
  ] as const) {
    const average = values.reduce((sum, each) => sum + each, 0) / values.length;
    const variance = values.reduce((sum, each) => sum + (each - average) ** 2, 0) / values.length;
    expect(Math.abs(average - wanted)).toBeLessThan(4 * Math.sqrt(variance / values.length));
  }
}
