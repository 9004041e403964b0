import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { expectedSpend, type GammaGammaParameters } from "../../../src/clv/index.js";

const MODEL: GammaGammaParameters = {
  kind: "gammaGamma",
  version: 1,
  currency: "USD",
  params: { p: 6, q: 4, gamma: 15 },
};

describe("expectedSpend", () => {
  it("is p (γ + m x) / (p x + q - 1)", () => {
    const spend = { repeatCount: [0, 1, 2, 10], meanSpend: [0, 60, 60, 60] };
    expect(Array.from(expectedSpend(MODEL, spend))).toEqual([30, 50, 54, 58.57142857142857]);
  });

  it("is low for a customer who got everything for nothing", () => {
    expect(expectedSpend(MODEL, { repeatCount: [2], meanSpend: [0] })[0]).toBe(6);
  });

  it("gives nobody an empty column", () => {
    expect(expectedSpend(MODEL, { repeatCount: [], meanSpend: [] })).toEqual(new Float64Array(0));
  });

  test.prop([
    fc.array(
      fc.tuple(fc.nat(1e6), fc.double({ min: 0, max: Number.MAX_SAFE_INTEGER, noNaN: true })),
      { minLength: 1 },
    ),
    fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
    fc.double({ min: 1 + 1e-9, max: 1e6, noNaN: true }),
    fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
  ])("lies between the customer's mean and the mean of all", (rows, p, q, gamma) => {
    const spend = { repeatCount: rows.map(([x]) => x), meanSpend: rows.map(([, mean]) => mean) };
    const all = (p * gamma) / (q - 1);
    expectedSpend({ ...MODEL, params: { p, q, gamma } }, spend).forEach((expected, row) => {
      const [x, own] = rows[row]!;
      const [low, high] = x === 0 ? [all, all] : [Math.min(all, own), Math.max(all, own)];
      expect(expected).toBeGreaterThanOrEqual(low * (1 - 1e-12));
      expect(expected).toBeLessThanOrEqual(high * (1 + 1e-12));
    });
  });

  it.each([
    ["another currency", MODEL, { currency: "EUR" }, "CURRENCY_MISMATCH"],
    [
      "a mean that is infinite",
      { ...MODEL, params: { p: 6, q: 1, gamma: 15 } },
      {},
      "OUT_OF_RANGE",
    ],
    ["an unknown version", { ...MODEL, version: 2 }, {}, "UNSUPPORTED_VERSION"],
    ["another model", { ...MODEL, kind: "nbd" }, {}, "INVALID_ARGUMENT"],
    ["no model", undefined, {}, "INVALID_ARGUMENT"],
    ["no parameters", { ...MODEL, params: undefined }, {}, "INVALID_ARGUMENT"],
    ["a missing parameter", { ...MODEL, params: { p: 6, q: 4 } }, {}, "INVALID_ARGUMENT"],
    [
      "a text for a parameter",
      { ...MODEL, params: { p: "6", q: 4, gamma: 1 } },
      {},
      "INVALID_ARGUMENT",
    ],
    ["a negative mean spend", MODEL, { meanSpend: [-1] }, "INVALID_DATA"],
  ])("refuses %s", (_, model, change, code) => {
    const spend = { repeatCount: [1], meanSpend: [20], ...change };
    expect(() => expectedSpend(model as never, spend)).toThrow(expect.objectContaining({ code }));
  });
});
