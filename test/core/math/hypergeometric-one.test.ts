import { describe, expect, it } from "vitest";
import { logHyp2f1One, logHyp2f1OneGradient } from "../../../src/core/math/index.js";
import { mixedError, readGolden, relativeError, rowsBeyond } from "./golden.js";

// Rows of b, c, z, the derivatives by b, c and z, and the value.
const rows = readGolden("hypergeometric-one").logHyp2f1One!;
const column = (index: number) =>
  rows.map(([b, c, z, ...values]) => [b, c, z, values[index]] as number[]);
const [byB, byC, byZ, value] = [column(0), column(1), column(2), column(3)] as const;

describe("logHyp2f1One", () => {
  it("agrees with 50-digit arithmetic to 4e-15 of max(1, result), from z = 0 to 1 - 1e-12", () => {
    expect(rowsBeyond(value, 4e-15, logHyp2f1One, mixedError)).toEqual([]);
  });

  it("is ln(-ln(1 - z) / z) for b = 1, c = 2, also where 1 - z is known only by itself", () => {
    expect(logHyp2f1One(1, 2, 1, 1e-100)).toBeCloseTo(Math.log(-Math.log(1e-100)), 13);
  });

  it("is 0 at z = 0 and for b = 0, and -ln(1 - z) for b = c", () => {
    expect([logHyp2f1One(3, 5, 0), logHyp2f1One(0, 5, 0)]).toEqual([0, 0]);
    expect(logHyp2f1One(0, 5, 0.7)).toBeCloseTo(0, 15);
    expect(logHyp2f1One(5, 5, 0.75)).toBe(Math.log(4));
  });

  it("has at b = 0, and just above, the derivatives of its first term in b", () => {
    // mpmath 1.3.0, 40 digits: log(hyp2f1(1, 1e-12, c, z)) / 1e-12
    for (const b of [0, 1e-300, 1e-20]) {
      const complement = 1.7926532105481597e-13;
      const { byB, byC } = logHyp2f1OneGradient(b, 5.007685120945762, 1 - complement, complement);
      expect(byB).toBeCloseTo(0.24952060100065, 12);
      expect(Math.abs(byC)).toBeLessThan(1e-15);
    }
  });

  it("rises with z and b through every change of method", () => {
    const zs = Array.from({ length: 400 }, (_, step) => 1 - Math.exp(-step / 15));
    for (const [b, c] of [
      [0.6, 1.8],
      [5, 8],
      [900, 905],
    ] as const) {
      const values = zs.map((z) => logHyp2f1One(b, c, z));
      expect(values.every((now, index) => index === 0 || now > values[index - 1]!)).toBe(true);
    }
  });

  it("is NaN outside its domain", () => {
    const outside = [
      [-1, 2, 0.5],
      [3, 2, 0.5],
      [0.5, 1, 0.5],
      [1, 2, 1],
      [1, 2, -0.1],
      [NaN, 2, 0.5],
      [1, NaN, 0.5],
      [1, 2, NaN],
    ] as const;
    expect(outside.map(([b, c, z]) => logHyp2f1One(b, c, z))).toEqual(outside.map(() => NaN));
    expect(Object.values(logHyp2f1OneGradient(3, 2, 0.5))).toEqual([NaN, NaN, NaN, NaN, NaN]);
    expect(logHyp2f1One(1, 2, 0.5, 0.5, -1)).toBe(NaN);
  });
});

describe("logHyp2f1OneGradient", () => {
  it("has the value of logHyp2f1One", () => {
    expect(
      rowsBeyond(value, 4e-15, (b, c, z) => logHyp2f1OneGradient(b!, c!, z!).value, mixedError),
    ).toEqual([]);
  });

  it("agrees with the derivatives of 50-digit arithmetic", () => {
    const gradient = logHyp2f1OneGradient as (...args: number[]) => {
      byB: number;
      byC: number;
      byZ: number;
    };
    // By b and c in units of what a step of b or c changes: where b is near c, both derivatives
    // are differences of larger numbers.
    const perStep = (rowsOf: number[][]) => rowsOf.map(([b, c, z, d]) => [b!, c!, z!, d! * c!]);
    expect(
      rowsBeyond(perStep(byB), 3e-12, (b, c, z) => gradient(b, c, z).byB * c, mixedError),
    ).toEqual([]);
    expect(
      rowsBeyond(perStep(byC), 3e-12, (b, c, z) => gradient(b, c, z).byC * c, mixedError),
    ).toEqual([]);
    expect(rowsBeyond(byZ, 1e-12, (b, c, z) => gradient(b, c, z).byZ, relativeError)).toEqual([]);
  });

  it("is right where b = c: there ∂/∂b at c = 2 is -ln(1 - z) / z - 1", () => {
    for (const z of [0.01, 0.5, 0.999, 1 - 2 ** -40]) {
      const { byB, byC } = logHyp2f1OneGradient(2, 2, z);
      expect(byB).toBeCloseTo(-Math.log1p(-z) / z - 1, 13);
      expect(byC).toBeCloseTo(-byB, 13);
    }
  });

  it("keeps its digits for huge b and c where it is given c - b and 1 - z", () => {
    // b, c - b, 1 - z, the value, b times the derivative by both together, that by c:
    // mpmath 1.3, 60 digits.
    const cases = [
      [1e8, 1.7, 3e-8, 16.9355644928253, 0.284521247968702, -0.197264270997371],
      [1e16, 0.3, 2e-17, 38.0296883137433, 0.195269294701799, -1.3152605004593252],
      [1e16, 40.5, 5e-16, 33.0433063963999, 0.885670730057169, -0.0223560432986266],
    ] as const;
    for (const [b, gap, complement, value, shift, byC] of cases) {
      const got = logHyp2f1OneGradient(b, b + gap, 1 - complement, complement, gap);
      expect(got.value).toBeCloseTo(value, 12);
      expect(logHyp2f1One(b, b + gap, 1 - complement, complement, gap)).toBe(got.value);
      expect(b * got.byShift).toBeCloseTo(shift, 11);
      expect(got.byC).toBeCloseTo(byC, 11);
    }
  });
});
