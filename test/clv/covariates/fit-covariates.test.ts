import { describe, expect, it } from "vitest";
import {
  type CovariateColumns,
  type CovariateModel,
  compareModels,
  expectationIntervals,
  expectedTransactions,
  fitBgNbd,
  fitMbgNbd,
  fitParetoNbd,
  logLikelihoods,
  type MbgNbdCovariatesParameters,
  type ParetoNbdCovariatesParameters,
  parameterIntervals,
  simulateCustomers,
} from "../../../src/clv/index.js";
import { invertPositiveDefinite } from "../../../src/core/math/index.js";
import { seededRandom } from "../../../src/core/random.js";
import { expectClose } from "../support/compare.js";
import { cdnowSample } from "../support/golden.js";

const CUSTOMERS = 300;

/** Columns that differ in kind: a count, two of yes or no that overlap, and a number around 0. */
function makeCovariates(seed: number): Required<CovariateColumns> {
  const random = seededRandom(1000 + seed);
  const column = (value: () => number) => Array.from({ length: CUSTOMERS }, value);
  const member = column(() => (random() < 0.4 ? 1 : 0));
  return {
    transaction: { age: column(() => 20 + Math.floor(50 * random())), member },
    dropout: { member, distance: column(() => 2 * random() - 1) },
  };
}

const SHARED = {
  version: 1,
  timeUnit: "week",
  covariates: {
    transaction: [
      { name: "age", center: 45 },
      { name: "member", center: 0.4 },
    ],
    dropout: [
      { name: "member", center: 0.4 },
      { name: "distance", center: 0 },
    ],
  },
} as const;
const EFFECTS = {
  "transaction.age": 0.02,
  "transaction.member": 0.4,
  "dropout.member": -0.5,
  "dropout.distance": 0.6,
};
const MODELS: readonly CovariateModel[] = [
  {
    ...SHARED,
    kind: "paretoNbdCovariates",
    params: { r: 0.9, alpha: 8, s: 0.7, beta: 12, ...EFFECTS },
  },
  { ...SHARED, kind: "bgNbdCovariates", params: { r: 0.7, alpha: 5, a: 0.8, b: 2.5, ...EFFECTS } },
  { ...SHARED, kind: "mbgNbdCovariates", params: { r: 0.7, alpha: 5, a: 0.8, b: 2.5, ...EFFECTS } },
];
const FITS = {
  paretoNbdCovariates: fitParetoNbd,
  bgNbdCovariates: fitBgNbd,
  mbgNbdCovariates: fitMbgNbd,
} as const;

function simulate(model: CovariateModel, seed: number) {
  return simulateCustomers(model, {
    customers: CUSTOMERS,
    age: [{ weeks: 52 }, { weeks: 104 }],
    covariates: makeCovariates(seed),
    random: seededRandom(seed),
  });
}

describe.each(MODELS)("a fit of $kind", (truth) => {
  const customers = simulate(truth, 1);
  const model = FITS[truth.kind](customers);
  const likelihood = (params: Readonly<Record<string, number>>) =>
    logLikelihoods({ ...model, params } as CovariateModel, customers).reduce(
      (sum, each) => sum + each,
      0,
    );

  it("ends at a maximum, which the scoring functions see too", () => {
    expect(model.fit.status).toBe("converged");
    expectClose(likelihood(model.params), model.fit.logLikelihood, 1e-11);
    expect(model.fit.gradientNorm).toBeLessThan(1e-8);
    for (const [name, value] of Object.entries(model.params)) {
      const step = 1e-3 * model.fit.standardErrors![name as "r"]!;
      const at = (moved: number) => likelihood({ ...model.params, [name]: value + moved });
      // A parabola of this width has dropped by half of its square.
      expect(at(step) - model.fit.logLikelihood).toBeLessThan(0);
      expect(at(-step) - model.fit.logLikelihood).toBeLessThan(0);
    }
  });

  it("survives JSON and gives the same in any order of customers", () => {
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    const order = Array.from({ length: CUSTOMERS }, (_, row) => (row * 7) % CUSTOMERS);
    const take = (column: ArrayLike<number>) => order.map((row) => column[row]!);
    const takeAll = (side: Readonly<Record<string, ArrayLike<number>>>) =>
      Object.fromEntries(Object.entries(side).map(([name, column]) => [name, take(column)]));
    const { transaction, dropout } = customers.covariates;
    const permuted = FITS[truth.kind]({
      repeatCount: take(customers.repeatCount),
      recency: take(customers.recency),
      age: take(customers.age),
      unit: "week",
      covariates: { transaction: takeAll(transaction!), dropout: takeAll(dropout!) },
    });
    expect(permuted).toEqual(model);
  });

  it("is better than the model without covariates by the likelihood ratio", () => {
    const { covariates: _, ...plain } = customers;
    const comparison = compareModels([FITS[truth.kind](plain), model]);
    expect(comparison.best).toBe(truth.kind);
    expect(comparison.nested[0]).toMatchObject({ degrees: 4, isBoundary: false });
    expect(comparison.nested[0]!.pValue).toBeLessThan(0.01);
  });

  it("recovers the parameters and the expectation within their intervals", () => {
    let [covered, asked] = [0, 0];
    for (let seed = 2; seed <= 4; seed++) {
      const sample = simulate(truth, seed);
      const fitted = FITS[truth.kind](sample);
      // The parameters of the truth are of its centers, those of a fit of the sample's.
      const values = recenter(truth, fitted as CovariateModel);
      for (const [name, { low, high }] of Object.entries(parameterIntervals(fitted as never))) {
        asked++;
        if (low! <= values[name]! && values[name]! <= high!) covered++;
      }
    }
    // Of 24 at 95 %, five or more miss with a probability of 0.006, were they independent.
    expect(covered / asked).toBeGreaterThan(0.79);
  });
});

/** The parameters of a model as of customers at the centers of another one. */
function recenter(truth: CovariateModel, other: CovariateModel): Record<string, number> {
  const params: Record<string, number> = { ...truth.params };
  const shift = (side: "transaction" | "dropout") =>
    other.covariates[side].reduce(
      (sum, { name, center }, index) =>
        sum + params[`${side}.${name}`]! * (center - truth.covariates[side][index]!.center),
      0,
    );
  params.alpha! *= Math.exp(-shift("transaction"));
  const leaving = shift("dropout");
  if (truth.kind === "paretoNbdCovariates") {
    params.beta! *= Math.exp(-leaving);
  } else {
    const total = params.a! + params.b!;
    const odds = (params.a! / params.b!) * Math.exp(leaving);
    params.a = (total * odds) / (1 + odds);
    params.b = total / (1 + odds);
  }
  return params;
}

it("the covariance is the inverse of second differences of the likelihood", () => {
  const customers = simulate(MODELS[1]!, 7);
  const model = fitBgNbd(customers);
  const { parameterNames, covariance, standardErrors } = model.fit;
  const at = (moves: readonly number[]) => {
    const params = Object.fromEntries(
      parameterNames.map((name, i) => [
        name,
        model.params[name]! + moves[i]! * standardErrors![name]!,
      ]),
    ) as typeof model.params;
    return logLikelihoods({ ...model, params }, customers).reduce((sum, each) => sum + each, 0);
  };
  const step = 0.01;
  const moved = (i: number, by: number, j: number, also: number) =>
    at(parameterNames.map((_, k) => step * ((k === i ? by : 0) + (k === j ? also : 0))));
  const information = parameterNames.map((_, i) =>
    parameterNames.map((__, j) => {
      if (j > i) return 0;
      const same = moved(i, 1, j, 1) + moved(i, -1, j, -1);
      return (moved(i, 1, j, -1) + moved(i, -1, j, 1) - same) / (4 * step * step);
    }),
  );
  const mirrored = information.map((row, i) =>
    row.map((entry, j) => (j > i ? information[j]![i]! : entry)),
  );
  const inverse = invertPositiveDefinite(mirrored)!;
  parameterNames.forEach((left, i) => {
    parameterNames.forEach((right, j) => {
      const correlation = covariance![i]![j]! / (standardErrors![left]! * standardErrors![right]!);
      expect(inverse[i]![j]).toBeCloseTo(correlation, 2);
    });
  });
});

it("an expectation has an interval that knows the coefficients", () => {
  const sample = simulate(MODELS[2]!, 8);
  const model = fitMbgNbd(sample);
  const { low, high, estimate } = expectationIntervals(model, (each) =>
    expectedTransactions(each as CovariateModel, sample, { horizon: { weeks: 26 } }).slice(0, 3),
  );
  estimate.forEach((value, row) => {
    expect(low[row]).toBeLessThan(value);
    expect(high[row]).toBeGreaterThan(value);
  });
});

describe("a covariate that is a group", () => {
  it("of both sides, with nothing in common, is fitted as well as two groups are at one precision", () => {
    // Times of one half are those of the other in another unit: a rate e^γ as high, and nothing else.
    const { repeatCount, recency, age } = cdnowSample();
    const twice = (column: ArrayLike<number>, factor: number) => [
      ...Array.from(column),
      ...Array.from(column, (value) => factor * value),
    ];
    const second = [...Array.from(repeatCount, () => 0), ...Array.from(repeatCount, () => 1)];
    const doubled = fitParetoNbd({
      repeatCount: twice(repeatCount, 1),
      recency: twice(recency, 3),
      age: twice(age, 3),
      unit: "week",
      covariates: { transaction: { second }, dropout: { second } },
    });
    const alone = fitParetoNbd(cdnowSample());
    expectClose(doubled.params["transaction.second"], -Math.log(3), 1e-6);
    expectClose(doubled.params["dropout.second"], -Math.log(3), 1e-6);
    expectClose(doubled.params.r, alone.params.r, 1e-6);
    expectClose(doubled.params.s, alone.params.s, 1e-6);
    // Half way between the groups, as its center is.
    expectClose(doubled.params.alpha, alone.params.alpha * Math.sqrt(3), 1e-6);
    const repeats = Array.from(repeatCount).reduce((sum, x) => sum + x, 0);
    const wanted = 2 * alone.fit.logLikelihood - repeats * Math.log(3);
    expectClose(doubled.fit.logLikelihood, wanted, 1e-9);
  });
});

describe("covariates that no fit can use", () => {
  const histories = { ...cdnowSample() };
  const rows = histories.repeatCount.length;
  const column = (value: (row: number) => number) =>
    Array.from({ length: rows }, (_, row) => value(row));
  const size = column((row) => (row % 7) - 3);
  const color = column((row) => row % 2);

  it.each([
    ["a constant", { transaction: { flat: column(() => 3) } }, "INVALID_DATA", "transaction.flat"],
    [
      "a linear combination",
      { dropout: { size, color, sum: column((row) => 2 * size[row]! - color[row]! + 5) } },
      "INVALID_DATA",
      "covariates.dropout.sum is a linear combination of covariates.dropout.size, covariates.dropout.color",
    ],
    [
      "NaN",
      { transaction: { size: size.with(17, NaN) } },
      "INVALID_ARGUMENT",
      "transaction.size[17]",
    ],
    [
      "text",
      { transaction: { size: size.map(String) } },
      "INVALID_ARGUMENT",
      "transaction.size[0]",
    ],
    ["too few rows", { dropout: { size: [1, 2] } }, "LENGTH_MISMATCH", "dropout.size"],
    ["another side", { spend: { size } }, "INVALID_ARGUMENT", "covariates.spend"],
    ["no columns", { transaction: {} }, "INVALID_ARGUMENT", "one covariate or more"],
    ["a list", { transaction: [size] }, "INVALID_ARGUMENT", "covariates.transaction"],
    ["a number", 7, "INVALID_ARGUMENT", "histories.covariates"],
  ])("are refused: %s", (_, covariates, code, message) => {
    expect(() => fitBgNbd({ ...histories, covariates } as never)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    );
  });

  it("but the same column on both sides is none of them, whatever its name", () => {
    const hostile = Object.fromEntries([["__proto__", color]]);
    const { params } = fitBgNbd({
      ...histories,
      covariates: { transaction: hostile, dropout: hostile },
    });
    expect(Object.keys(params)).toEqual([
      "r",
      "alpha",
      "a",
      "b",
      "transaction.__proto__",
      "dropout.__proto__",
    ]);
  });
});

describe("predictions with covariates", () => {
  const model = MODELS[0] as ParetoNbdCovariatesParameters;
  const customers = simulate(model, 1);

  it("are those of the model with the customer's own parameters, whoever else is scored", () => {
    const { age, member } = customers.covariates.transaction as Record<string, number[]>;
    const { distance } = customers.covariates.dropout as Record<string, number[]>;
    const all = expectedTransactions(model, customers, { horizon: { weeks: 26 } });
    for (const row of [0, 1, 99]) {
      const faster = Math.exp(0.02 * (age![row]! - 45) + 0.4 * (member![row]! - 0.4));
      const sooner = Math.exp(-0.5 * (member![row]! - 0.4) + 0.6 * distance![row]!);
      const own = {
        kind: "paretoNbd",
        version: 1,
        timeUnit: "week",
        params: { r: 0.9, alpha: 8 / faster, s: 0.7, beta: 12 / sooner },
      } as const;
      const history = {
        repeatCount: [customers.repeatCount[row]!],
        recency: [customers.recency[row]!],
        age: [customers.age[row]!],
        unit: "week",
      } as const;
      expectClose(
        all[row],
        expectedTransactions(own, history, { horizon: { weeks: 26 } })[0]!,
        1e-12,
      );
    }
  });

  it("move the mean chance to leave and nothing else", () => {
    const { params } = MODELS[2] as MbgNbdCovariatesParameters;
    const sure = { repeatCount: [0, 0], recency: [0, 0], age: [0, 0], unit: "week" } as const;
    const ask = (distance: readonly number[]) => ({
      ...sure,
      covariates: {
        transaction: { age: [45, 45], member: [0.4, 0.4] },
        dropout: { member: [0.4, 0.4], distance },
      },
    });
    const odds = (p: number) => p / (1 - p);
    // ln of the likelihood of having done nothing yet is 0; that of leaving at once is the mean chance.
    const [low, high] = [-1, 1].map((distance) => {
      const leaving = 1 / (1 + Math.exp(-(Math.log(0.8 / 2.5) + 0.6 * distance)));
      return odds(leaving);
    }) as [number, number];
    expectClose(high / low, Math.exp(1.2), 1e-12);
    expect(params.a / params.b).toBeCloseTo(Math.sqrt(low * high), 12);
    const [near, far] = expectedTransactions(MODELS[2]!, ask([-1, 1]), { horizon: { weeks: 52 } });
    expect(near).toBeGreaterThan(far!);
  });

  it.each([
    ["none at all", undefined, "histories.covariates"],
    [
      "one missing",
      { ...customers.covariates, dropout: { member: makeCovariates(1).dropout!.member! } },
      "covariates.dropout.distance",
    ],
    [
      "one that is no own column",
      {
        transaction: customers.covariates.transaction,
        dropout: { member: [], __proto__: { distance: [] } },
      },
      "covariates.dropout.",
    ],
  ])("are refused with %s", (_, covariates, message) => {
    expect(() =>
      expectedTransactions(model, { ...customers, covariates } as never, { horizon: { weeks: 1 } }),
    ).toThrow(expect.objectContaining({ message: expect.stringContaining(message) }));
  });

  it.each([
    ["a version that is not known", { ...model, version: 2 }, "UNSUPPORTED_VERSION"],
    ["no covariates", { ...model, covariates: undefined }, "INVALID_ARGUMENT"],
    [
      "a coefficient missing",
      { ...model, params: { r: 1, alpha: 1, s: 1, beta: 1 } },
      "INVALID_ARGUMENT",
    ],
    [
      "a rate that is negative",
      { ...model, params: { ...model.params, alpha: -1 } },
      "INVALID_ARGUMENT",
    ],
  ])("are refused of a model with %s", (_, broken, code) => {
    expect(() =>
      expectedTransactions(broken as never, customers, { horizon: { weeks: 1 } }),
    ).toThrow(expect.objectContaining({ code }));
  });
});
