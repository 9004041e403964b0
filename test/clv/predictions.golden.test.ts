import { describe, expect, it } from "vitest";
import {
  expectedResidualTransactions,
  expectedTransactions,
  logLikelihoods,
  type PurchaseHistories,
  type PurchaseModel,
  probabilityAlive,
} from "../../src/clv/index.js";
import { expectClose } from "./support/compare.js";
import { cdnowSample, goldenFit, goldenTable } from "./support/golden.js";

const TABLE = goldenTable("predictions-cdnow-sample-39w.csv");
const ROWS: PurchaseHistories = {
  repeatCount: TABLE.x!,
  recency: TABLE.t_x!,
  age: TABLE.T!,
  unit: "week",
};
const HORIZON = { weeks: 39 };
const RATE = { continuous: 0.0027, per: "week" } as const;

/** A model with the parameters of the golden fit. */
function goldenModel(name: "pnbd" | "bgnbd" | "mbgnbd"): PurchaseModel {
  const kinds = { pnbd: "paretoNbd", bgnbd: "bgNbd", mbgnbd: "mbgNbd" } as const;
  const { params } = goldenFit(name);
  return { kind: kinds[name], version: 1, timeUnit: "week", params } as unknown as PurchaseModel;
}

describe.each(["pnbd", "bgnbd", "mbgnbd"] as const)(
  "the predictions of %s on the CDNOW sample",
  (name) => {
    const model = goldenModel(name);
    it.each([
      ["ll", () => logLikelihoods(model, ROWS)],
      ["palive", () => probabilityAlive(model, ROWS)],
      ["cet39", () => expectedTransactions(model, ROWS, { horizon: HORIZON })],
      ["dert.0027", () => expectedResidualTransactions(model, ROWS, { discountRate: RATE })],
    ])("agree with every row of %s to 1e-9", (column, predict) => {
      const wanted = TABLE[`${name}_${column}`]!;
      predict().forEach((got, row) => {
        expectClose(got, wanted[row]!, 1e-9, `${column} of row ${row}`);
      });
    });
  },
);

describe("the totals over the CDNOW sample", () => {
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  it.each([
    ["pnbd", 1051.87525, 1665.51311, 7185.9722],
    ["bgnbd", 1917.27767, 1653.4087, 6718.70694],
  ] as const)("are the known ones for %s", (name, alive, transactions, residual) => {
    const model = goldenModel(name);
    const customers = cdnowSample();
    expect(sum(probabilityAlive(model, customers))).toBeCloseTo(alive, 5);
    expect(sum(expectedTransactions(model, customers, { horizon: HORIZON }))).toBeCloseTo(
      transactions,
      5,
    );
    expect(sum(expectedResidualTransactions(model, customers, { discountRate: RATE }))).toBeCloseTo(
      residual,
      5,
    );
  });
});
