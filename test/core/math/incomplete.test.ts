import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import {
  inverseRegularizedBeta,
  inverseRegularizedGammaP,
  inverseRegularizedGammaQ,
  regularizedBeta,
  regularizedGammaP,
  regularizedGammaQ,
} from "../../../src/core/math/index.js";
import { readGolden, relativeError, rowsBeyond } from "./golden.js";

const golden = readGolden("incomplete");
const shapes = fc.double({ min: -4, max: 7, noNaN: true }).map(Math.exp);
const shares = fc.double({ min: 1e-12, max: 1, maxExcluded: true, noNaN: true });

describe("the incomplete gamma function", () => {
  it("agrees with 50-digit arithmetic to 2e-13, however small", () => {
    expect(rowsBeyond(golden.regularizedGammaP!, 2e-13, regularizedGammaP)).toEqual([]);
    const upper = golden.regularizedGammaQ!.filter(([a]) => a! >= 0.01);
    expect(rowsBeyond(upper, 2e-13, regularizedGammaQ)).toEqual([]);
  });

  it("is 0 and 1 at the ends", () => {
    expect([regularizedGammaP(2, 0), regularizedGammaP(2, Infinity)]).toEqual([0, 1]);
    expect([regularizedGammaQ(2, 0), regularizedGammaQ(2, Infinity)]).toEqual([1, 0]);
  });

  it("is NaN outside its domain", () => {
    for (const f of [regularizedGammaP, regularizedGammaQ, inverseRegularizedGammaP]) {
      expect([f(0, 0.5), f(-1, 0.5), f(2, -0.1), f(NaN, 0.5), f(2, NaN)]).toEqual(
        Array(5).fill(NaN),
      );
    }
    expect([inverseRegularizedGammaP(2, 1.1), inverseRegularizedGammaQ(2, 1.1)]).toEqual([
      NaN,
      NaN,
    ]);
  });

  test.prop([shapes, shares])("is undone by its inverses", (a, share) => {
    const x = inverseRegularizedGammaP(a, share);
    // An x below the range of doubles is 0.
    if (x > 1e-300) expect(relativeError(regularizedGammaP(a, x), share)).toBeLessThan(1e-12);
    const y = inverseRegularizedGammaQ(a, share);
    if (y > 1e-300) expect(relativeError(regularizedGammaQ(a, y), share)).toBeLessThan(1e-12);
  });

  it("has inverses with the right ends and the right tail", () => {
    expect([inverseRegularizedGammaP(3, 0), inverseRegularizedGammaP(3, 1)]).toEqual([0, Infinity]);
    expect(inverseRegularizedGammaQ(1, 1e-300)).toBeCloseTo(300 * Math.LN10, 11);
  });
});

describe("the incomplete beta function", () => {
  it("agrees with 50-digit arithmetic to 2e-13, however small", () => {
    expect(rowsBeyond(golden.regularizedBeta!, 2e-13, regularizedBeta)).toEqual([]);
  });

  it("is 0 and 1 at the ends, and its inverse too", () => {
    expect([regularizedBeta(2, 3, 0), regularizedBeta(2, 3, 1)]).toEqual([0, 1]);
    expect([inverseRegularizedBeta(2, 3, 0), inverseRegularizedBeta(2, 3, 1)]).toEqual([0, 1]);
  });

  test.prop([shapes, shapes, fc.double({ min: 0, max: 1, noNaN: true })])(
    "mirrors when its parameters change places",
    (a, b, x) => {
      expect(regularizedBeta(a, b, x, 1 - x)).toBeCloseTo(1 - regularizedBeta(b, a, 1 - x, x), 13);
    },
  );

  test.prop([shapes, shapes, shares])("is undone by its inverse", (a, b, share) => {
    const x = inverseRegularizedBeta(a, b, share);
    // x has the digits of a double near 0, but not near 1.
    if (x > 1e-300 && x < 0.9) {
      expect(relativeError(regularizedBeta(a, b, x), share)).toBeLessThan(1e-12);
    }
  });

  it("is NaN outside its domain", () => {
    const outside: [number, number, number][] = [
      [0, 1, 0.5],
      [1, -1, 0.5],
      [1, 1, -0.1],
      [1, 1, 1.1],
      [1, 1, NaN],
    ];
    expect(outside.map((row) => regularizedBeta(...row))).toEqual(Array(5).fill(NaN));
    expect(outside.map((row) => inverseRegularizedBeta(...row))).toEqual(Array(5).fill(NaN));
  });
});
