import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { findRoot, minimizeScalar } from "../../../src/core/math/index.js";
import { failure } from "./failure.js";

/** A function that counts its calls. */
function counted(f: (x: number) => number): { (x: number): number; calls: number } {
  const counting = (x: number) => {
    counting.calls++;
    return f(x);
  };
  counting.calls = 0;
  return counting;
}

describe("findRoot", () => {
  test.prop([fc.double({ min: -9, max: 9, noNaN: true })])(
    "finds the last bits of a zero",
    (root) => {
      const found = findRoot((x) => Math.expm1(x - root), -10, 10)!;
      expect(Math.abs(found - root)).toBeLessThanOrEqual(1e-14);
    },
  );

  it("needs few evaluations, and not many in a bad case", () => {
    const smooth = counted((x) => Math.cos(x) - x);
    expect(findRoot(smooth, 0, 1)).toBeCloseTo(0.7390851332151607, 15);
    expect(smooth.calls).toBeLessThan(12);
    const jump = counted((x) => (x > 1e-7 ? 1 : -1));
    expect(findRoot(jump, -1e10, 3e10)).toBeCloseTo(1e-7, 15);
    expect(jump.calls).toBeLessThan(130);
  });

  it("accepts a zero at an end and ends in either order", () => {
    expect(findRoot((x) => x, 0, 5)).toBe(0);
    expect(findRoot((x) => x - 5, 0, 5)).toBe(5);
    expect(findRoot((x) => x - 2, 5, 0)).toBe(2);
  });

  it("stops within the tolerance", () => {
    const found = findRoot((x) => x ** 3, -1, 2, 1e-6)!;
    expect(Math.abs(found)).toBeLessThan(1e-6);
  });

  it("is undefined without a change of sign or where the function is NaN", () => {
    expect(findRoot((x) => x * x + 1, -1, 1)).toBeUndefined();
    expect(findRoot(() => NaN, -1, 1)).toBeUndefined();
    expect(findRoot((x) => (Math.abs(x) < 0.5 ? NaN : x), -1, 1)).toBeUndefined();
  });

  it("refuses ends that are not finite", () => {
    expect(failure(() => findRoot((x) => x, -Infinity, 1)).code).toBe("INVALID_ARGUMENT");
    expect(failure(() => findRoot((x) => x, 0, NaN)).code).toBe("INVALID_ARGUMENT");
  });
});

describe("minimizeScalar", () => {
  test.prop([fc.double({ min: -9, max: 9, noNaN: true })])("finds the lowest point", (lowest) => {
    const found = minimizeScalar((x) => Math.cosh(x - lowest), -10, 10)!;
    expect(Math.abs(found.point - lowest)).toBeLessThan(1e-6);
    expect(found.value).toBeCloseTo(1, 12);
  });

  it("goes to the end where the function falls all the way, in few evaluations", () => {
    const rising = counted((x) => x);
    expect(minimizeScalar(rising, 0, 3)!.point).toBeLessThan(1e-8);
    expect(rising.calls).toBeLessThan(60);
  });

  it("takes NaN for infinitely high, and is undefined where there is nothing else", () => {
    expect(minimizeScalar((x) => (x < 1 ? NaN : (x - 2) ** 2), 0, 5)!.point).toBeCloseTo(2, 7);
    expect(minimizeScalar(() => NaN, 0, 1)).toBeUndefined();
  });

  it("refuses ends that are not finite or in the wrong order", () => {
    expect(failure(() => minimizeScalar((x) => x, 0, Infinity)).code).toBe("INVALID_ARGUMENT");
    expect(failure(() => minimizeScalar((x) => x, 1, 1)).code).toBe("INVALID_ARGUMENT");
  });
});
