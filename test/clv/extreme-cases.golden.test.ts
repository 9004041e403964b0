import { describe, expect, it } from "vitest";
import {
  expectedResidualTransactions,
  expectedTransactions,
  logLikelihoods,
  type PurchaseModel,
  probabilityAlive,
} from "../../src/clv/index.js";
import { expectClose } from "./support/compare.js";
import { goldenTable, goldenTexts } from "./support/golden.js";

const PARETO_SETS: Readonly<Record<string, readonly [number, number, number, number]>> = {
  cdnow: [0.553, 10.578, 0.606, 11.669],
  eq: [0.5, 10, 0.5, 10],
  near: [0.5, 10, 0.5, 10 * (1 + 1e-12)],
  agtb: [2, 1000, 0.5, 0.1],
  altb: [0.5, 0.01, 0.5, 500],
  clvtest: [0.5143, 2.8845, 0.2856, 14.1087],
  ltover: [10.465, 0.00798565181, 3.0516, 2.82],
  sone: [0.6, 10, 1, 12],
};
const BG_SETS: Readonly<Record<string, readonly [number, number, number, number]>> = {
  cdnow: [0.243, 4.414, 0.793, 2.426],
  aone: [0.243, 4.414, 1, 2.426],
  anear: [0.243, 4.414, 1 + 1e-9, 2.426],
  small: [0.25, 4, 0.05, 0.5],
  big: [2, 50, 80, 900],
};
const RATE = { continuous: 0.0027, per: "week" } as const;

function paretoNbd([r, alpha, s, beta]: readonly [number, number, number, number]): PurchaseModel {
  return { kind: "paretoNbd", version: 1, timeUnit: "week", params: { r, alpha, s, beta } };
}

function bgNbd([r, alpha, a, b]: readonly [number, number, number, number]): PurchaseModel {
  return { kind: "bgNbd", version: 1, timeUnit: "week", params: { r, alpha, a, b } };
}

describe.each([
  ["pnbd-extreme-cases.csv", PARETO_SETS, paretoNbd],
  ["bgnbd-extreme-cases.csv", BG_SETS, bgNbd],
] as const)("the extreme cases of %s", (file, sets, modelOf) => {
  const table = goldenTable(file);
  const cases = goldenTexts(file, "set").map((set, row) => ({ set, row }));
  it.each(cases)("agree to 1e-8 in case $row of set $set", ({ set, row }) => {
    const model = modelOf(sets[set]!);
    const history = {
      repeatCount: [table.x![row]!],
      recency: [table.tx![row]!],
      age: [table.T![row]!],
      unit: "week",
    } as const;
    const predictions = {
      gold_ll: logLikelihoods(model, history),
      gold_pa: probabilityAlive(model, history),
      gold_cet: expectedTransactions(model, history, { horizon: { weeks: 52 } }),
      gold_dert: expectedResidualTransactions(model, history, { discountRate: RATE }),
    };
    for (const [column, [got]] of Object.entries(predictions)) {
      expect(Number.isFinite(got), `${column} is ${got}`).toBe(true);
      const wanted = table[column]?.[row];
      if (wanted !== undefined) expectClose(got, wanted, 1e-8, column);
    }
  });
});
