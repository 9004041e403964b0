import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ggomGradients } from "../../../src/clv/ggom-nbd/gompertz-gradients.js";
import {
  compareModels,
  expectedResidualTransactions,
  expectedTransactions,
  fitGgomNbd,
  fitParetoNbd,
  type GgomNbdParameters,
  logLikelihoods,
  type PurchaseHistories,
  parameterIntervals,
  probabilityAlive,
  probabilityOfNoPurchase,
  simulateCustomers,
  transactionDistribution,
} from "../../../src/clv/index.js";
import { expectClose } from "../support/compare.js";
import { cdnowSample } from "../support/golden.js";
import { clvModels } from "../support/known-models.js";

type Params = readonly [r: number, alpha: number, b: number, s: number, beta: number];

interface GoldenCase {
  readonly params: Params;
  readonly x: number;
  readonly recency: number;
  readonly age: number;
  readonly time: number;
  readonly discount: number;
  readonly logLikelihood: number;
  readonly alive: number;
  readonly aliveLater: number;
  readonly expected: number;
  readonly discounted: number;
  readonly forEver: number;
  readonly probabilities: readonly number[];
}

const { cases }: { readonly cases: readonly GoldenCase[] } = JSON.parse(
  readFileSync(new URL("../../golden/clv/ggom.json", import.meta.url), "utf8"),
);

function modelOf([r, alpha, b, s, beta]: Params): GgomNbdParameters {
  return { kind: "ggomNbd", version: 1, timeUnit: "week", params: { r, alpha, b, s, beta } };
}

describe("GGom/NBD", () => {
  it.each(cases.map((golden) => [golden.params.join(", "), golden.x, golden] as const))(
    "agrees with quadrature in 25 digits at %s for %i purchases",
    (_params, x, golden) => {
      const model = modelOf(golden.params);
      const histories = {
        repeatCount: [x],
        recency: [golden.recency],
        age: [golden.age],
        unit: "week" as const,
      };
      const horizon = { weeks: golden.time };
      const discountRate = { continuous: golden.discount, per: "week" } as const;
      const expectGolden = (
        value: ArrayLike<number>,
        name: "alive" | "aliveLater" | "expected" | "discounted" | "forEver" | "logLikelihood",
      ) => expectClose(value[0], golden[name], 1e-11, name);
      expectGolden(logLikelihoods(model, histories), "logLikelihood");
      expectGolden(probabilityAlive(model, histories), "alive");
      expectGolden(probabilityAlive(model, histories, { at: horizon }), "aliveLater");
      expectGolden(expectedTransactions(model, histories, { horizon }), "expected");
      const some = expectedResidualTransactions(model, histories, { horizon, discountRate });
      expectGolden(some, "discounted");
      expectGolden(expectedResidualTransactions(model, histories, { discountRate }), "forEver");

      const [probabilities] = transactionDistribution(model, histories, { horizon });
      golden.probabilities.forEach((wanted, count) => {
        expect(Math.abs(probabilities![count]! - wanted)).toBeLessThan(1e-10 * wanted + 1e-15);
      });
      expectClose(
        probabilityOfNoPurchase(model, histories, { horizon })[0],
        golden.probabilities[0]!,
        1e-11,
      );
      const sum = probabilities!.reduce((total, each) => total + each, 0);
      const mean = probabilities!.reduce((total, each, count) => total + each * count, 0);
      expectClose(sum, 1, 1e-11);
      expectClose(mean, golden.expected, 1e-9);
    },
  );

  it("is Pareto/NBD where the chance to leave does not grow", () => {
    const { r, alpha, s, beta } = clvModels[1].params;
    const b = 1e-9;
    const model = modelOf([r, alpha, b, s, b * beta]);
    const histories = cdnowSample();
    const wanted = logLikelihoods(clvModels[1], histories);
    logLikelihoods(model, histories).forEach((value, row) => {
      expectClose(value, wanted[row]!, 1e-6);
    });
  });

  it("lets nobody live for ever: without a discount all time to come is finite", () => {
    const rate = { discountRate: { annual: 0 } };
    const [ever] = expectedResidualTransactions(modelOf([1, 4, 0.08, 1.5, 8]), one(), rate);
    const [long] = expectedTransactions(modelOf([1, 4, 0.08, 1.5, 8]), one(), {
      horizon: { weeks: 2000 },
    });
    expectClose(ever, long!, 1e-11);
  });

  it.each(["buysNext", "leavesNext"] as const)("has the derivatives of %s", (name) => {
    const point = [0.6, 6, 0.05, 0.7, 0.8].map(Math.log);
    const at = (where: readonly number[], x: number, time: number): Float64Array => {
      const out = new Float64Array(6);
      ggomGradients(where)[name](x, time, out, 0);
      return out;
    };
    for (const [x, time] of [
      [0, 30],
      [5, 20],
      [2, 0],
    ] as const) {
      const got = at(point, x, time);
      point.forEach((coordinate, index) => {
        const step = 1e-4;
        const above = at(point.with(index, coordinate + step), x, time)[0]!;
        const below = at(point.with(index, coordinate - step), x, time)[0]!;
        expect(Math.abs((above - below) / (2 * step) - got[index + 1]!)).toBeLessThan(1e-7);
      });
    }
  });
});

describe("fitGgomNbd", () => {
  const truth = modelOf([1, 4, 0.08, 1.5, 8]);
  // Whole weeks, so that there are few distinct pairs.
  const simulated = simulateCustomers(truth, { customers: 400, age: { weeks: 60 } });
  const histories: PurchaseHistories = {
    ...simulated,
    recency: simulated.recency.map(Math.round),
  };

  it("recovers parameters within their intervals, and finds Pareto/NBD worse", () => {
    const model = fitGgomNbd(histories);
    expect(model.fit.status).toBe("converged");
    const intervals = parameterIntervals(model, { level: 0.999 });
    for (const [name, value] of Object.entries(truth.params)) {
      const { low, high } = intervals[name as "r"];
      expect(low! <= value && value <= high!, name).toBe(true);
    }
    const { best, nested } = compareModels([model, fitParetoNbd(histories)]);
    expect(best).toBe("ggomNbd");
    expect(nested[0]).toMatchObject({ simple: "paretoNbd", general: "ggomNbd" });
    expect(nested[0]!.pValue).toBeLessThan(1e-6);
  });

  it("says of the CDNOW sample that Pareto/NBD does as well", () => {
    const histories = everyFifth(cdnowSample());
    const { fit } = fitGgomNbd(histories);
    expect(fit.status).toBe("notIdentified");
    expect(fit.warnings[0]).toMatchObject({ code: "NOT_IDENTIFIED", nestedModel: "paretoNbd" });
    const gain = fit.logLikelihood - fitParetoNbd(histories).fit.logLikelihood;
    expect(gain).toBeGreaterThan(-1e-6);
    expect(gain).toBeLessThan(0.1);
  });
});

/** A fifth of the customers, who take a fifth of the time. */
function everyFifth({ repeatCount, recency, age, unit }: PurchaseHistories): PurchaseHistories {
  const pick = (column: ArrayLike<number>) => Array.from(column).filter((_, row) => row % 5 === 0);
  return { repeatCount: pick(repeatCount), recency: pick(recency), age: pick(age), unit };
}

function one() {
  return { repeatCount: [3], recency: [20], age: [30], unit: "week" } as const;
}
