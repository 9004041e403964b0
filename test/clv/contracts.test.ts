import { beforeAll, describe, expect, it } from "vitest";
import {
  bgBbExpectedTransactions,
  expectedResidualLifetime,
  expectedSpend,
  expectedTransactions,
  type FitReport,
  fitBdw,
  fitBgBb,
  fitBgCnbd,
  fitBgNbd,
  fitGammaGamma,
  fitGgomNbd,
  fitMbgCnbd,
  fitMbgNbd,
  fitNbd,
  fitParetoNbd,
  fitSbg,
  type OpportunityHistories,
  type PurchaseHistories,
  type PurchaseModel,
  renewalsOfCohorts,
  simulateCustomers,
} from "../../src/clv/index.js";
import { expectClose } from "./support/compare.js";
import { goldenTable } from "./support/golden.js";
import { clvModels } from "./support/known-models.js";

/** Columns of numbers, row by row. */
type Columns = Readonly<Record<string, ArrayLike<number>>>;

interface Fitted {
  readonly kind: string;
  readonly version: number;
  readonly fit: FitReport;
}

/** A model as the contract sees it: how it is fitted, and one prediction per row. */
interface Contract {
  readonly name: string;
  readonly data: Columns;
  readonly learn: (data: Columns) => Fitted;
  readonly predict: (model: Fitted, data: Columns) => Float64Array;
  /** The same data in a unit that is `scale` times smaller, of time or of money; none where nothing has a unit. */
  readonly rescale?: (data: Columns) => Columns;
  /** What predictions are multiplied by. */
  readonly scale?: number;
}

const customers = simulateCustomers(clvModels[3], {
  customers: 250,
  age: [{ weeks: 30 }, { weeks: 90 }],
});
const HISTORIES: Columns = {
  repeatCount: customers.repeatCount,
  recency: customers.recency,
  age: customers.age,
  logGapSum: customers.logGapSum,
};
const horizon = { weeks: 39 };

/** Customers of one age who leave more readily with time, in whole weeks. */
const aging = simulateCustomers(
  {
    kind: "ggomNbd",
    version: 1,
    timeUnit: "week",
    params: { r: 1, alpha: 4, b: 0.08, s: 1.5, beta: 8 },
  },
  { customers: 300, age: { weeks: 60 } },
);
const AGING: Columns = {
  repeatCount: aging.repeatCount,
  recency: aging.recency.map(Math.round),
  age: aging.age,
};

function ofPurchases(
  name: string,
  learn: (histories: PurchaseHistories) => Fitted,
  data: Columns = HISTORIES,
): Contract {
  const asHistories = (columns: Columns): PurchaseHistories => {
    const { isInDays, ...histories } = columns;
    return { ...histories, unit: isInDays ? "day" : "week" } as unknown as PurchaseHistories;
  };
  return {
    name,
    data,
    learn: (columns) => learn(asHistories(columns)),
    predict: (model, columns) =>
      expectedTransactions(model as unknown as PurchaseModel, asHistories(columns), { horizon }),
    rescale: (columns) => ({
      ...columns,
      isInDays: [1],
      recency: Array.from(columns.recency!, (time) => 7 * time),
      age: Array.from(columns.age!, (time) => 7 * time),
      ...(columns.logGapSum && {
        logGapSum: Array.from(
          columns.logGapSum,
          (sum, row) => sum + columns.repeatCount![row]! * Math.log(7),
        ),
      }),
    }),
    scale: 1,
  };
}

const donations = goldenTable("donations.csv");
const CONTRACTS: readonly Contract[] = [
  ofPurchases("NBD", fitNbd),
  ofPurchases("Pareto/NBD", fitParetoNbd),
  ofPurchases("BG/NBD", fitBgNbd),
  ofPurchases("MBG/NBD", fitMbgNbd),
  ofPurchases("BG/CNBD-k", (histories) => fitBgCnbd(histories, { regularity: 2 })),
  ofPurchases("MBG/CNBD-k", (histories) => fitMbgCnbd(histories, { highestRegularity: 3 })),
  ofPurchases("GGom/NBD", fitGgomNbd, AGING),
  {
    name: "BG/BB",
    data: {
      repeatCount: donations.frequency!,
      lastAt: donations.recency!,
      opportunities: donations.periods!,
      customerCount: donations.weights!,
    },
    learn: (data) => fitBgBb(data as unknown as OpportunityHistories),
    predict: (model, data) =>
      bgBbExpectedTransactions(model as never, data as unknown as OpportunityHistories, {
        opportunities: 5,
      }),
  },
  ...([fitSbg, fitBdw] as const).map(
    (learn, index): Contract => ({
      name: ["sBG", "BdW"][index]!,
      data: renewalsOfCohorts([
        [1000, 631, 468, 382, 326],
        [900, 570, 420, 350],
      ]) as unknown as Columns,
      learn: (data) => learn(data as never),
      predict: (model, data) =>
        expectedResidualLifetime(model as never, data.renewals!, { discountPerPeriod: 0.1 }),
    }),
  ),
  {
    name: "Gamma-Gamma",
    data: {
      repeatCount: range(200).map((row) => 1 + (row % 7)),
      meanSpend: range(200).map((row) => 20 + 15 * Math.sin(row) + (row % 11)),
    },
    learn: (data) => fitGammaGamma(data as never),
    predict: (model, data) => expectedSpend(model as never, data as never),
    rescale: (data) => ({
      ...data,
      meanSpend: Array.from(data.meanSpend!, (amount) => 100 * amount),
    }),
    scale: 100,
  },
];

describe.each(CONTRACTS)("$name", ({ data, learn, predict, rescale, scale }) => {
  let model: Fitted;
  let scores: Float64Array;
  beforeAll(() => {
    model = learn(data);
    scores = predict(model, data);
  }, 30_000);

  it("is the same to the last bit in any order of the rows, and each time", () => {
    const order = range(rowsOf(data)).sort(
      (left, right) => ((left * 7919) % 101) - ((right * 7919) % 101),
    );
    const shuffled = learn(pick(data, order));
    expect(shuffled).toEqual(model);
    expect(Array.from(predict(shuffled, pick(data, order)))).toEqual(
      order.map((row) => scores[row]),
    );
  });

  it("says how its search ended", () => {
    const { status, logLikelihood, warnings, informationEigenvalues, parameterNames } = model.fit;
    expect(["converged", "notIdentified"]).toContain(status);
    expect(Number.isFinite(logLikelihood)).toBe(true);
    expect(informationEigenvalues).toHaveLength(parameterNames.length);
    if (status === "notIdentified") {
      expect(warnings.map(({ code }) => code)).toContain("NOT_IDENTIFIED");
      expect(model.fit.covariance).toBeUndefined();
    } else {
      expect(model.fit.gradientNorm).toBeLessThan(1e-5);
      expect(Object.values(model.fit.standardErrors!).every((error) => error > 0)).toBe(true);
    }
  });

  it("goes through JSON exactly, and predicts the same from it", () => {
    const read = JSON.parse(JSON.stringify(model)) as Fitted;
    expect(read).toEqual(model);
    expect(predict(read, data)).toEqual(scores);
  });

  it("is refused in another version, of another kind, and without its parameters", () => {
    for (const version of [0, 2, "1", undefined]) {
      expect(() => predict({ ...model, version } as Fitted, data)).toThrow(
        expect.objectContaining({ code: "UNSUPPORTED_VERSION" }),
      );
    }
    for (const broken of [{ kind: "oracle" }, { params: null }, { params: {} }]) {
      expect(() => predict({ ...model, ...broken } as Fitted, data)).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT" }),
      );
    }
    expect(() => predict(undefined as never, data)).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
  });

  it("scores each row by itself, with numbers that are not negative", () => {
    scores.forEach((score) => {
      expect(score >= 0 && score < Infinity).toBe(true);
    });
    const some = range(rowsOf(data)).filter((row) => row % 3 === 1);
    expect(Array.from(predict(model, pick(data, some)))).toEqual(some.map((row) => scores[row]));
  });

  it.runIf(rescale)("predicts the same in another unit of time, or of money", () => {
    const scaled = learn(rescale!(data));
    expect(scaled.fit.status).toBe(model.fit.status);
    predict(scaled, rescale!(data)).forEach((score, row) => {
      expectClose(score, scale! * scores[row]!, 1e-5, `row ${row}`);
    });
  });

  it("is not fitted to nobody, or to what is no data", () => {
    const nobody = Object.fromEntries(Object.keys(data).map((name) => [name, []]));
    expect(() => learn(nobody)).toThrow(expect.objectContaining({ code: "EMPTY_INPUT" }));
    for (const column of Object.keys(data)) {
      if (column === "logGapSum" || column === "customerCount" || column === "active") continue;
      expect(() => learn({ ...data, [column]: undefined as never })).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT" }),
      );
      expect(() => learn({ ...data, [column]: Array.from(data[column]!).slice(1) })).toThrow(
        expect.objectContaining({ code: "LENGTH_MISMATCH" }),
      );
    }
  });
});

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

function rowsOf(data: Columns): number {
  return Object.values(data)[0]!.length;
}

function pick(data: Columns, rows: readonly number[]): Columns {
  return Object.fromEntries(
    Object.entries(data).map(([name, column]) => [
      name,
      column.length === 1 ? column : rows.map((row) => column[row]!),
    ]),
  );
}
