import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  expectedResidualTransactions,
  expectedTransactions,
  logLikelihoods,
  type PurchaseHistories,
  type PurchaseModel,
  probabilityAlive,
  probabilityOfNoPurchase,
  transactionDistribution,
} from "../../../src/clv/index.js";
import { anyHistories, anyModel, spread } from "../support/arbitraries.js";
import { expectClose } from "../support/compare.js";

const weeks = spread(0.001, 500);
const rate = (continuous: number) => ({ discountRate: { continuous, per: "week" } }) as const;

/** Every prediction of one number per customer. */
const PREDICTIONS: Readonly<
  Record<string, (model: PurchaseModel, histories: PurchaseHistories) => Float64Array>
> = {
  logLikelihoods,
  probabilityAlive,
  "probabilityAlive later": (model, histories) =>
    probabilityAlive(model, histories, { at: { weeks: 20 } }),
  expectedTransactions: (model, histories) =>
    expectedTransactions(model, histories, { horizon: { weeks: 30 } }),
  probabilityOfNoPurchase: (model, histories) =>
    probabilityOfNoPurchase(model, histories, { horizon: { weeks: 30 } }),
  "discounted to a horizon": (model, histories) =>
    expectedResidualTransactions(model, histories, { ...rate(0.01), horizon: { weeks: 30 } }),
  "discounted for ever": (model, histories) =>
    expectedResidualTransactions(model, histories, rate(0.01)),
};

describe.each(Object.entries(PREDICTIONS))("%s", (name, predict) => {
  test.prop([anyModel, anyHistories])(
    "is a number for every possible customer",
    (model, histories) => {
      for (const value of predict(model, histories)) {
        expect(Number.isFinite(value)).toBe(true);
        if (name !== "logLikelihoods") expect(value).toBeGreaterThanOrEqual(0);
        if (name.startsWith("probability")) expect(value).toBeLessThanOrEqual(1);
      }
    },
  );

  test.prop([anyModel, anyHistories, fc.nat()])(
    "does not depend on who else is asked about, nor on the order",
    (model, histories, seed) => {
      const all = predict(model, histories);
      const rows = Array.from(all.keys());
      const kept = rows.filter((row) => (row + seed) % 3 !== 0).reverse();
      const some = predict(model, pickRows(histories, kept));
      expect(Array.from(some)).toEqual(kept.map((row) => all[row]));
    },
  );

  test.prop([anyModel, anyHistories])("is the same for times given in days", (model, histories) => {
    const inWeeks = predict(model, histories);
    const inDays = predict(model, {
      ...histories,
      unit: "day",
      recency: Array.from(histories.recency, (each) => each * 7),
      age: Array.from(histories.age, (each) => each * 7),
    });
    inDays.forEach((value, row) => {
      const wanted = inWeeks[row]!;
      // A last bit of a time can move a probability of 1e-300 by its logarithm's last bits.
      const tolerance =
        1e-13 *
        Math.max(1, Math.abs(Math.log(Math.abs(wanted) || 1)), 10 * histories.repeatCount[row]!);
      expect(Math.abs(value - wanted)).toBeLessThanOrEqual(tolerance * Math.abs(wanted) + 1e-300);
    });
  });
});

describe("the predictions of one model", () => {
  test.prop([anyModel, anyHistories, weeks])(
    "agree on the distribution of transactions, its sum, its mean and its zero",
    (model, histories, time) => {
      const options = { horizon: { weeks: Math.min(time, 60) } };
      fc.pre(
        Array.from(expectedTransactions(model, histories, options)).every((mean) => mean < 2000),
      );
      const distributions = transactionDistribution(model, histories, options);
      const expected = expectedTransactions(model, histories, options);
      const none = probabilityOfNoPurchase(model, histories, options);
      distributions.forEach((probabilities, row) => {
        const sum = probabilities.reduce((total, each) => total + each, 0);
        const mean = probabilities.reduce((total, each, count) => total + each * count, 0);
        expect(sum).toBeCloseTo(1, 11);
        expect(Math.abs(mean - expected[row]!)).toBeLessThanOrEqual(1e-10 * expected[row]! + 1e-15);
        expect(Math.abs(probabilities[0]! - none[row]!)).toBeLessThanOrEqual(1e-11);
        expect(probabilities.every((each) => each >= 0)).toBe(true);
      });
    },
  );

  test.prop([anyModel, anyHistories, weeks, weeks])(
    "expect more over longer, alive with less chance later",
    (model, histories, first, second) => {
      const [short, long] = [Math.min(first, second), Math.max(first, second)];
      const soon = expectedTransactions(model, histories, { horizon: { weeks: short } });
      const later = expectedTransactions(model, histories, { horizon: { weeks: long } });
      const now = probabilityAlive(model, histories);
      const aliveSoon = probabilityAlive(model, histories, { at: { weeks: short } });
      const aliveLater = probabilityAlive(model, histories, { at: { weeks: long } });
      soon.forEach((value, row) => {
        expect(value).toBeLessThanOrEqual(later[row]! * (1 + 1e-12));
        expect(aliveSoon[row]!).toBeLessThanOrEqual(now[row]! * (1 + 1e-12));
        expect(aliveLater[row]!).toBeLessThanOrEqual(aliveSoon[row]! * (1 + 1e-12));
      });
    },
  );

  test.prop([anyModel, anyHistories, weeks, spread(1e-5, 0.5)])(
    "discount: never more than without, and everything in the long run",
    (model, histories, time, discount) => {
      const horizon = { weeks: time };
      const plain = expectedTransactions(model, histories, { horizon });
      const free = expectedResidualTransactions(model, histories, { ...rate(0), horizon });
      const some = expectedResidualTransactions(model, histories, { ...rate(discount), horizon });
      const ever = expectedResidualTransactions(model, histories, rate(discount));
      const long = expectedResidualTransactions(model, histories, {
        ...rate(discount),
        horizon: { weeks: 60 / discount },
      });
      plain.forEach((value, row) => {
        expectClose(free[row], value, 1e-12, "without discount");
        expect(some[row]!).toBeLessThanOrEqual(value * (1 + 1e-12));
        expect(some[row]!).toBeLessThanOrEqual(ever[row]! * (1 + 1e-12));
        expectClose(long[row], ever[row]!, 1e-10, "in the long run");
      });
    },
  );
});

function pickRows(histories: PurchaseHistories, rows: readonly number[]): PurchaseHistories {
  const pick = (column: ArrayLike<number>) => rows.map((row) => column[row]!);
  const { repeatCount, recency, age, unit } = histories;
  return { repeatCount: pick(repeatCount), recency: pick(recency), age: pick(age), unit };
}
