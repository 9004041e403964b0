import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  digamma,
  logBeta,
  logGamma,
  logHyp2f1,
  logHyp2f1One,
  logHyp2f1OneGradient,
  logRisingFactorial,
  logTricomiU,
  trigamma,
} from "../../../src/core/math/index.js";

/** From 1e-8 to 1e6, all orders of magnitude alike. */
const positive = fc.double({ min: -8, max: 6, noNaN: true }).map((power) => 10 ** power);
const share = fc.double({ min: 0, max: 1, noNaN: true });
/** 1 - z, down to 1e-14. */
const complement = fc.double({ min: -14, max: 0, noNaN: true }).map((power) => 10 ** power);

describe("in their whole domain", () => {
  test.prop([positive, positive])("the gamma family is finite", (x, n) => {
    const values = [logGamma(x), digamma(x), trigamma(x), logBeta(x, n), logRisingFactorial(x, n)];
    expect(values.every(Number.isFinite)).toBe(true);
  });

  test.prop([positive, share, complement], { numRuns: 500 })(
    "2F1(1, b; c; z) is finite and lies between 1 and 1 / (1 - z), with signs as the series has",
    (excess, part, rest) => {
      const c = 1 + excess;
      const { value, byB, byC, byZ } = logHyp2f1OneGradient(part * c, c, 1 - rest, rest);
      expect(value).toBeGreaterThanOrEqual(-1e-13);
      expect(value).toBeLessThanOrEqual(-Math.log(rest) + 1e-13);
      expect(byB).toBeGreaterThanOrEqual(0);
      expect(byC).toBeLessThanOrEqual(1e-7);
      expect(byZ).toBeGreaterThanOrEqual(0);
      expect(Math.abs(logHyp2f1One(part * c, c, 1 - rest, rest) - value)).toBeLessThan(1e-13);
    },
  );

  test.prop([positive, positive, positive, complement], { numRuns: 300 })(
    "2F1(a, b; c; z) is finite, above 1 for positive z and below it for negative z",
    (a, b, excess, rest) => {
      const c = Math.min(a, b) + excess;
      const above = logHyp2f1(a, b, c, 1 - rest, rest);
      const below = logHyp2f1(a, b, c, 1 - 1 / rest, 1 / rest);
      expect(above).toBeGreaterThanOrEqual(-1e-9);
      expect(above).toBeLessThan(Infinity);
      expect(below).toBeLessThanOrEqual(1e-9 * (1 + Math.max(a, b)));
      expect(below).toBeGreaterThan(-Infinity);
    },
  );

  test.prop([positive, fc.double({ min: -1e4, max: 1e4, noNaN: true }), positive], {
    numRuns: 300,
  })("Tricomi's U is finite", (a, b, z) => {
    expect(Number.isFinite(logTricomiU(a, b, z))).toBe(true);
  });
});
