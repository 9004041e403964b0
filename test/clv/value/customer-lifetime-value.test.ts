import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import {
  customerLifetimeValue,
  expectedResidualTransactions,
  expectedSpend,
  fitGammaGamma,
  fitParetoNbd,
  type GammaGammaParameters,
  type PurchaseModel,
  type ValueHistories,
  type ValueOptions,
} from "../../../src/clv/index.js";
import { expectClose } from "../support/compare.js";
import { goldenFit, goldenTable } from "../support/golden.js";

const { x, t_x, T, m_x } = goldenTable("cdnow-sample-summary-39w.csv");
const CDNOW: ValueHistories = {
  repeatCount: x!,
  recency: t_x!,
  age: T!,
  unit: "week",
  meanSpend: m_x!,
  currency: "USD",
};
const RATE = { continuous: 0.0027, per: "week" } as const;
const SPEND: GammaGammaParameters = {
  kind: "gammaGamma",
  version: 1,
  currency: "USD",
  params: goldenFit("gg").params as GammaGammaParameters["params"],
};
const PURCHASES: Readonly<Record<string, PurchaseModel>> = Object.fromEntries(
  [
    ["nbd", "nbd"],
    ["pnbd", "paretoNbd"],
    ["bgnbd", "bgNbd"],
    ["mbgnbd", "mbgNbd"],
  ].map(([name, kind]) => {
    const { params } = goldenFit(name!);
    return [name, { kind, version: 1, timeUnit: "week", params } as PurchaseModel];
  }),
);

describe("customerLifetimeValue", () => {
  it.each(["pnbd", "bgnbd", "mbgnbd"])(
    "is golden transactions times spend times margin for %s",
    (name) => {
      const golden = goldenTable("predictions-cdnow-sample-39w.csv");
      const { p, q, gamma } = SPEND.params;
      const rows = golden.x!.map((count, row) => (count === 0 ? 0 : 10 + (row % 50)));
      const { values, transactions, spend } = customerLifetimeValue(
        { transactions: PURCHASES[name]!, spend: SPEND },
        {
          repeatCount: golden.x!,
          recency: golden.t_x!,
          age: golden.T!,
          unit: "week",
          meanSpend: rows,
        },
        { discountRate: RATE, margin: 0.3 },
      );
      rows.forEach((mean, row) => {
        const count = golden.x![row]!;
        const residual = golden[`${name}_dert.0027`]![row]!;
        const amount = (p * (gamma + mean * count)) / (p * count + q - 1);
        expectClose(values[row], 0.3 * residual * amount, 1e-8, `value ${row}`);
        expectClose(transactions[row], residual, 1e-8);
        expectClose(spend[row], amount, 1e-12);
      });
    },
  );

  it.each(Object.keys(PURCHASES))("counts a horizon of no time for nothing, with %s", (name) => {
    const models = { transactions: PURCHASES[name]!, spend: SPEND };
    const options = { discountRate: { annual: 0.1 }, horizon: { weeks: 0 } };
    expect(customerLifetimeValue(models, CDNOW, options).values.every((each) => each === 0)).toBe(
      true,
    );
  });

  it.each(Object.keys(PURCHASES))(
    "grows with the horizon and the margin, and falls with the discount, with %s",
    (name) => {
      const models = { transactions: PURCHASES[name]!, spend: SPEND };
      const total = (options: ValueOptions) =>
        customerLifetimeValue(models, CDNOW, options).values.reduce((sum, each) => sum + each, 0);
      const base = total({ discountRate: { annual: 0.1 }, horizon: { years: 1 } });
      expect(total({ discountRate: { annual: 0.1 }, horizon: { years: 2 } })).toBeGreaterThan(base);
      expect(total({ discountRate: { annual: 0.2 }, horizon: { years: 1 } })).toBeLessThan(base);
      const half = { discountRate: { annual: 0.1 }, horizon: { years: 1 }, margin: 0.5 };
      expectClose(total(half), base / 2, 1e-12);
      expect(total({ ...half, margin: 0 })).toBe(0);
    },
  );

  it("says what its values mean", () => {
    const models = { transactions: PURCHASES.pnbd!, spend: SPEND };
    const options = { discountRate: { annual: 0.1 }, horizon: { months: 6 }, margin: 0.25 };
    const { values, transactions, spend, independence, ...meaning } = customerLifetimeValue(
      models,
      CDNOW,
      options,
    );
    expect(meaning).toEqual({
      kind: "residualLifetimeValue",
      currency: "USD",
      purchaseModel: "paretoNbd",
      ...options,
      warnings: [],
    });
    expect(independence.verdict).toBe("weak");
    expect(transactions).toEqual(
      expectedResidualTransactions(PURCHASES.pnbd!, CDNOW, {
        discountRate: options.discountRate,
        horizon: options.horizon,
      }),
    );
    expect(spend).toEqual(expectedSpend(SPEND, CDNOW));
    expect(values.length).toBe(2357);
  });

  it("does not depend on the unit of time of the summaries", () => {
    const days = (column: readonly number[]) => column.map((weeks) => weeks * 7);
    const models = { transactions: PURCHASES.bgnbd!, spend: SPEND };
    const options = { discountRate: { annual: 0.1 }, horizon: { years: 1 } };
    const weekly = customerLifetimeValue(models, CDNOW, options).values;
    const daily = customerLifetimeValue(
      models,
      { ...CDNOW, recency: days(t_x!), age: days(T!), unit: "day" },
      options,
    ).values;
    weekly.forEach((value, row) => {
      expectClose(daily[row], value, 1e-9);
    });
  });

  it("is the value of a customer alone, whoever else is scored", () => {
    const models = { transactions: PURCHASES.mbgnbd!, spend: SPEND };
    const options = { discountRate: { annual: 0.1 } };
    const together = customerLifetimeValue(models, CDNOW, options).values;
    for (const row of [0, 1, 7, 2000]) {
      const alone: ValueHistories = {
        repeatCount: [x![row]!],
        recency: [t_x![row]!],
        age: [T![row]!],
        unit: "week",
        meanSpend: [m_x![row]!],
      };
      expect(customerLifetimeValue(models, alone, options).values[0]).toBe(together[row]);
    }
  });

  it("carries the warnings of both fits, and the check of the customers at hand", () => {
    const dependent = { ...CDNOW, meanSpend: x!.map((count) => count * (5 + (count % 2))) };
    const written = customerLifetimeValue(
      { transactions: PURCHASES.pnbd!, spend: SPEND },
      dependent,
      { discountRate: { annual: 0.1 } },
    );
    expect(written.independence.verdict).toBe("dependent");
    expect(written.warnings).toEqual([
      { model: "spend", code: "SPEND_DEPENDENT", message: written.independence.message },
    ]);
    const fitted = customerLifetimeValue(
      { transactions: fitParetoNbd(CDNOW), spend: fitGammaGamma(dependent) },
      CDNOW,
      { discountRate: { annual: 0.1 } },
    );
    expect(fitted.independence.verdict).toBe("dependent");
    expect(fitted.warnings.filter(({ code }) => code === "SPEND_DEPENDENT").length).toBe(1);
  });

  test.prop([
    fc.array(
      fc.record({
        count: fc.nat(5000),
        last: fc.double({ min: 0, max: 1, noNaN: true }),
        age: fc.double({ min: 0, max: 1e5, noNaN: true }),
        mean: fc.double({ min: 0, max: 1e9, noNaN: true }),
      }),
      { maxLength: 5 },
    ),
    fc.constantFrom(...Object.values(PURCHASES)),
    fc.double({ min: 0.001, max: 10, noNaN: true }),
  ])("is never negative and never NaN", (rows, transactions, annual) => {
    const { values } = customerLifetimeValue(
      { transactions, spend: SPEND },
      {
        repeatCount: rows.map(({ count, age, last }) => (age * last > 0 ? count : 0)),
        recency: rows.map(({ count, age, last }) => (count > 0 ? age * last : 0)),
        age: rows.map(({ age }) => age),
        unit: "day",
        meanSpend: rows.map(({ mean }) => mean),
      },
      { discountRate: { annual } },
    );
    expect(values.length).toBe(rows.length);
    expect(values.every((value) => value >= 0 && value < Infinity)).toBe(true);
  });
});

describe("customerLifetimeValue refuses", () => {
  const models = { transactions: PURCHASES.pnbd!, spend: SPEND };
  const options = { discountRate: { annual: 0.1 }, horizon: { years: 1 }, margin: 0.3 };

  it("a spend model without a finite mean, and says why", () => {
    const spend = { ...SPEND, params: { ...SPEND.params, q: 0.9 } };
    expect(() => customerLifetimeValue({ ...models, spend }, CDNOW, options)).toThrow(
      expect.objectContaining({
        code: "OUT_OF_RANGE",
        message: expect.stringMatching(/q is 0\.900: at 1 or below the mean spend .* is infinite/),
      }),
    );
  });

  it.each([
    ["a bare discount rate", { ...options, discountRate: 0.1 }, "INVALID_ARGUMENT"],
    ["no discount rate", { horizon: { years: 1 } }, "INVALID_ARGUMENT"],
    [
      "a negative discount rate",
      { ...options, discountRate: { annual: -0.1 } },
      "INVALID_ARGUMENT",
    ],
    ["a bare horizon", { ...options, horizon: 12 }, "INVALID_ARGUMENT"],
    ["a margin above 1", { ...options, margin: 30 }, "INVALID_ARGUMENT"],
    ["a negative margin", { ...options, margin: -0.1 }, "INVALID_ARGUMENT"],
    ["a margin that is no number", { ...options, margin: NaN }, "INVALID_ARGUMENT"],
    ["a misspelt option", { ...options, margn: 0.3 }, "UNKNOWN_OPTION"],
    ["no options", undefined, "INVALID_ARGUMENT"],
    ["an endless future without a discount", { discountRate: { annual: 0 } }, "OUT_OF_RANGE"],
  ])("%s", (_, wrong, code) => {
    expect(() => customerLifetimeValue(models, CDNOW, wrong as never)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it.each([
    ["another currency", { ...CDNOW, currency: "EUR" }, "CURRENCY_MISMATCH"],
    [
      "a last purchase after the end",
      { ...CDNOW, recency: T!.map((age) => age + 1) },
      "INVALID_DATA",
    ],
    ["negative spend", { ...CDNOW, meanSpend: m_x!.map(() => -1) }, "INVALID_DATA"],
    ["a short column", { ...CDNOW, meanSpend: [1] }, "LENGTH_MISMATCH"],
    ["nothing", undefined, "INVALID_ARGUMENT"],
  ])("%s", (_, summaries, code) => {
    expect(() => customerLifetimeValue(models, summaries as never, options)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it.each([
    ["no models", undefined, "INVALID_ARGUMENT"],
    ["a missing model", { transactions: PURCHASES.pnbd }, "INVALID_ARGUMENT"],
    [
      "models in each other's place",
      { transactions: SPEND, spend: PURCHASES.pnbd },
      "INVALID_ARGUMENT",
    ],
    ["an unknown version", { ...models, spend: { ...SPEND, version: 9 } }, "UNSUPPORTED_VERSION"],
  ])("%s", (_, wrong, code) => {
    expect(() => customerLifetimeValue(wrong as never, CDNOW, options)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it("values beyond all numbers, with the customer", () => {
    const spend = { ...SPEND, params: { p: 1e300, q: 1 + 1e-15, gamma: 1e300 } };
    const histories = { ...CDNOW, customerIds: x!.map((_, row) => `customer ${row}`) };
    expect(() => customerLifetimeValue({ ...models, spend }, histories, options)).toThrow(
      expect.objectContaining({
        code: "OUT_OF_RANGE",
        message: expect.stringMatching(/"customer 0"/),
      }),
    );
  });
});
