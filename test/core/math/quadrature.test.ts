import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import {
  gaussLegendre,
  integrate,
  integrateGaussLegendre,
  integrateTanhSinh,
} from "../../../src/core/math/index.js";
import { failure } from "./failure.js";

describe("gaussLegendre", () => {
  test.prop([fc.integer({ min: 1, max: 200 })])(
    "integrates every power up to 2n - 1 to the last bits",
    (n) => {
      const { nodes, weights } = gaussLegendre(n);
      for (const power of [0, 1, n, 2 * n - 2, 2 * n - 1]) {
        const sum = nodes.reduce((total, x, index) => total + weights[index]! * x ** power, 0);
        expect(Math.abs(sum - (power % 2 === 0 ? 2 / (power + 1) : 0))).toBeLessThan(4e-15);
      }
      expect(nodes).toEqual([...nodes].sort((a, b) => a - b));
    },
  );

  it("has the nodes and weights of order 3 that are known on paper", () => {
    const { nodes, weights } = gaussLegendre(3);
    expect(nodes[2]).toBeCloseTo(Math.sqrt(0.6), 15);
    expect(nodes[1]).toBe(0);
    expect(weights[0]).toBeCloseTo(5 / 9, 15);
    expect(weights[1]).toBeCloseTo(8 / 9, 15);
  });

  it("keeps its rules from being changed", () => {
    expect(() => (gaussLegendre(4).nodes as number[]).push(1)).toThrow(TypeError);
  });

  it.each([0, -1, 2.5, NaN, 10_001, "8"])("refuses %j nodes", (n) => {
    expect(failure(() => gaussLegendre(n as never)).code).toBe("INVALID_ARGUMENT");
  });
});

describe("integrateGaussLegendre", () => {
  it("integrates a smooth function to the last bits", () => {
    expect(integrateGaussLegendre(Math.exp, 0, 1, 12)).toBeCloseTo(Math.E - 1, 15);
    expect(integrateGaussLegendre(Math.exp, 1, 0, 12)).toBeCloseTo(1 - Math.E, 15);
  });
});

describe("integrate", () => {
  const known: [string, (x: number) => number, number, number, number][] = [
    ["a smooth function", Math.exp, 0, 1, Math.E - 1],
    [
      "the normal curve over the line",
      (x) => Math.exp(-x * x),
      -Infinity,
      Infinity,
      Math.sqrt(Math.PI),
    ],
    ["an exponential over the half-line", (x) => Math.exp(-x), 0, Infinity, 1],
    ["an exponential up to 0", Math.exp, -Infinity, 0, 1],
    ["a narrow peak", (x) => 1 / (1e-6 + x * x), -1, 1, 2e3 * Math.atan(1e3)],
    ["a kink", (x) => Math.abs(x - 0.3), 0, 1, 0.29],
    ["an infinite end", (x) => 1 / Math.sqrt(x), 0, 1, 2],
    ["backwards", Math.exp, 1, 0, 1 - Math.E],
  ];

  it.each(known)("integrates %s and knows that it did", (_, f, low, high, expected) => {
    const { value, error, isExact } = integrate(f, low, high);
    expect(Math.abs(value / expected - 1)).toBeLessThan(2e-12);
    expect(Math.abs(value - expected)).toBeLessThanOrEqual(error + 1e-15 * Math.abs(expected));
    expect(isExact).toBe(true);
  });

  it("says when it is not exact", () => {
    const { isExact, evaluations } = integrate((x) => Math.sin(1 / x), 0, 1, { mostIntervals: 10 });
    expect([isExact, evaluations]).toEqual([false, 285]);
  });

  it("gives 0 for an empty interval and accepts an absolute tolerance around 0", () => {
    expect(integrate(Math.exp, 2, 2).value).toBe(0);
    expect(integrate(Math.sin, -1, 1, { absoluteTolerance: 1e-12 }).isExact).toBe(true);
  });

  it("refuses NaN limits and values that are not finite, and says where", () => {
    expect(failure(() => integrate(Math.exp, NaN, 1)).code).toBe("INVALID_ARGUMENT");
    expect(failure(() => integrate((x) => 1 / x, -1, 1)).message).toBe(
      "f(0) must be a finite number, got Infinity",
    );
    expect(failure(() => integrate(Math.exp, 0, 1, { tol: 1 } as never)).code).toBe(
      "UNKNOWN_OPTION",
    );
  });
});

describe("integrateTanhSinh", () => {
  it("does not mind singular ends", () => {
    const arcsine = (_: number, fromLow: number, toHigh: number) => 1 / Math.sqrt(fromLow * toHigh);
    expect(integrateTanhSinh(arcsine, 0, 1)).toBeCloseTo(Math.PI, 12);
    expect(integrateTanhSinh(Math.log, 0, 1)).toBeCloseTo(-1, 12);
    expect(integrateTanhSinh((x) => x ** -0.9, 0, 1)).toBeCloseTo(10, 9);
  });

  it("is undefined where it does not settle, and 0 over nothing", () => {
    expect(integrateTanhSinh((x) => (x > 1 / 3 ? 1 : 0), 0, 1)).toBeUndefined();
    expect(integrateTanhSinh(Math.exp, 3, 3)).toBe(0);
  });

  it("refuses limits that are not finite or in the wrong order", () => {
    expect(failure(() => integrateTanhSinh(Math.exp, 0, Infinity)).code).toBe("INVALID_ARGUMENT");
    expect(failure(() => integrateTanhSinh(Math.exp, 1, 0)).code).toBe("INVALID_ARGUMENT");
  });
});
