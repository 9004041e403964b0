import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import {
  mean,
  median,
  quantile,
  quantiles,
  standardDeviation,
  sumExact,
  variance,
} from "../../src/core/stats.js";
import { failure } from "./math/failure.js";

const columns = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2 });
const broken = [
  [[1, NaN], "INVALID_ARGUMENT"],
  [[1, Infinity], "INVALID_ARGUMENT"],
  [["1", 2], "INVALID_ARGUMENT"],
  [null, "INVALID_ARGUMENT"],
  ["12", "INVALID_ARGUMENT"],
  [{ length: -1 }, "INVALID_ARGUMENT"],
] as const;

describe("sumExact", () => {
  it("adds back what rounding takes", () => {
    expect(sumExact([1, 1e100, 1, -1e100])).toBe(2);
    expect(sumExact(new Float64Array(10).fill(0.1))).toBe(1);
  });

  it("is 0 for nothing and infinite only where the sum is", () => {
    expect(sumExact([])).toBe(0);
    expect(sumExact([1e308, 1e308, -1e308])).toBe(1e308);
    expect(sumExact([1e308, 1e308])).toBe(Infinity);
    expect(sumExact([-1e308, -1e308])).toBe(-Infinity);
  });
});

describe("mean", () => {
  it("is the sum over the count, also where the sum overflows", () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean([1e308, 1e308])).toBe(1e308);
  });

  it("is undefined for nothing", () => {
    expect(mean([])).toBeUndefined();
  });
});

describe("variance", () => {
  it("divides the squares by n - 1", () => {
    expect(variance([1, 2, 6])).toBe(7);
    expect(standardDeviation([1, 3])).toBe(Math.SQRT2);
  });

  it("keeps its digits far from 0", () => {
    expect(variance([1e9 + 1, 1e9 + 2, 1e9 + 6])).toBe(7);
  });

  test.prop([columns])("is not changed by a shift of all values", (values) => {
    const shifted = values.map((value) => value + 1000);
    expect(variance(shifted)! - variance(values)!).toBeLessThan(1e-6 * (variance(values)! + 1));
  });

  it("is undefined for fewer than two values and infinite beyond the range of doubles", () => {
    expect([variance([]), variance([3]), standardDeviation([3])]).toEqual(Array(3).fill(undefined));
    expect(variance([1e308, -1e308])).toBe(Infinity);
  });
});

describe("quantiles", () => {
  it("agree with R's default, type 7", () => {
    // numpy.quantile of the same values, whose default is the same definition.
    const got = quantiles([20, 3, 8, 6, 7, 16, 8, 10, 13, 15], [0, 0.1, 0.25, 0.5, 0.9, 1])!;
    [3, 5.7, 7.25, 9, 16.4, 20].forEach((expected, index) => {
      expect(got[index]).toBeCloseTo(expected, 12);
    });
  });

  test.prop([fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 3000 })])(
    "select what sorting finds",
    (values) => {
      const sorted = Float64Array.from(values).sort();
      const shares = [0, 0.2, 0.5, 0.77, 1];
      const expected = shares.map((share) => {
        const place = share * (values.length - 1);
        const low = sorted[Math.floor(place)]!;
        return low + (place - Math.floor(place)) * (sorted[Math.ceil(place)]! - low);
      });
      quantiles(values, shares)!.forEach((quantile, index) => {
        expect(quantile).toBeCloseTo(expected[index]!, 10);
      });
      expect(median(values)).toBe(expected[2]);
    },
  );

  it("are values where they fall on them, whatever the rounding of the share", () => {
    for (const [count, share, place] of [
      [101, 0.07, 7],
      [101, 0.29, 29],
      [51, 0.14, 7],
    ] as const) {
      const roots = Float64Array.from({ length: count }, (_, index) => Math.sqrt(index));
      expect(quantile(roots, share)).toBe(Math.sqrt(place));
    }
  });

  it("of values at both ends of the numbers do not overflow", () => {
    expect(quantile([-1.7e308, 1.7e308], 0.75)).toBeCloseTo(0.85e308, -295);
  });

  it("leave the values as they were", () => {
    const values = Float64Array.of(3, 1, 2);
    quantile(values, 0.5);
    expect(Array.from(values)).toEqual([3, 1, 2]);
  });

  it("are undefined for nothing", () => {
    expect([quantile([], 0.5), quantiles([], [0.5]), median([])]).toEqual(Array(3).fill(undefined));
    expect(quantiles([1], [])).toEqual(new Float64Array(0));
  });

  it("refuse shares outside [0, 1]", () => {
    expect(failure(() => quantile([1], 1.1)).code).toBe("OUT_OF_RANGE");
    expect(failure(() => quantiles([1], [0.5, -0.1])).message).toBe(
      "shares[1] must be from 0 to 1, got -0.1",
    );
    expect(failure(() => quantile([1], NaN)).code).toBe("INVALID_ARGUMENT");
  });
});

describe.each([sumExact, mean, variance, median, (v: number[]) => quantiles(v, [0.5])])(
  "%o",
  (statistic) => {
    it.each(broken)("refuses %j", (values, code) => {
      expect(failure(() => statistic(values as never)).code).toBe(code);
    });
  },
);
