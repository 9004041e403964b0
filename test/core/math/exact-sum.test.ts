import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { exactSum } from "../../../src/core/math/exact-sum.js";
import { failure } from "./failure.js";

function sumOf(values: readonly number[]): number {
  const sum = exactSum();
  for (const value of values) sum.add(value);
  return sum.value();
}

/** The sum in units of 2^-1074, the least number, which every double is a multiple of. */
function bigSum(values: readonly number[]): bigint {
  return values.reduce((sum, value) => sum + inLeastUnits(value), 0n);
}

function inLeastUnits(value: number): bigint {
  const bits = new BigUint64Array(Float64Array.of(Math.abs(value)).buffer)[0] as bigint;
  const exponent = bits >> 52n;
  const fraction = bits & ((1n << 52n) - 1n);
  const units = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n);
  return value < 0 ? -units : units;
}

const finite = fc.double({ min: -1e300, max: 1e300, noNaN: true });

describe("exactSum", () => {
  it("loses nothing to cancellation", () => {
    expect(sumOf([1e100, 1, -1e100, 1e-20])).toBe(1);
    expect(sumOf([0.1, 0.2, -0.3])).toBe(2 ** -55);
    expect(sumOf([])).toBe(0);
  });

  it("rounds once: half-way cases go by what lies below them", () => {
    expect(sumOf([1, 2 ** -53, 2 ** -106])).toBe(1 + 2 ** -52);
    expect(sumOf([1, 2 ** -53, -(2 ** -106)])).toBe(1);
    expect(sumOf([1, 2 ** -53])).toBe(1);
  });

  test.prop([fc.array(finite, { maxLength: 40 })])(
    "is the double next to the true sum",
    (values) => {
      const sum = sumOf(values);
      const distance = (other: number): bigint => {
        const difference = inLeastUnits(other) - bigSum(values);
        return difference < 0n ? -difference : difference;
      };
      const step = Math.max(Math.abs(sum) * Number.EPSILON, Number.MIN_VALUE);
      expect(distance(sum) <= distance(sum + step)).toBe(true);
      expect(distance(sum) <= distance(sum - step)).toBe(true);
    },
  );

  test.prop([fc.array(finite), fc.array(finite)])(
    "merges by adding the parts of another sum, in any order",
    (left, right) => {
      const [merged, other] = [exactSum(), exactSum()];
      for (const value of left) merged.add(value);
      for (const value of right) other.add(value);
      for (const part of other.parts()) merged.add(part);
      expect(merged.value()).toBe(sumOf([...right, ...left].reverse()));
    },
  );

  it("refuses a sum beyond the numbers", () => {
    expect(failure(() => sumOf([1e308, 1e308])).code).toBe("OUT_OF_RANGE");
  });
});
