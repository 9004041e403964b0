import { describe, expect, it } from "vitest";
import { logHyp2f1, logHyp2f1One } from "../../../src/core/math/index.js";
import { mixedError, readGolden, rowsBeyond } from "./golden.js";

const golden = readGolden("hypergeometric").logHyp2f1!;

describe("logHyp2f1", () => {
  it("agrees with 50-digit arithmetic to 2e-13 of max(1, |result|), for negative z too", () => {
    expect(rowsBeyond(golden, 2e-13, logHyp2f1, mixedError)).toEqual([]);
  });

  it("agrees with the special method for a = 1", () => {
    for (const z of [0.1, 0.9, 0.9999, 1 - 1e-9]) {
      expect(logHyp2f1(1, 3.3, 4.1, z)).toBeCloseTo(logHyp2f1One(3.3, 4.1, z), 12);
    }
  });

  it("is (1 - z)^-b where a = c", () => {
    expect(logHyp2f1(2, 3, 2, 0.75)).toBe(3 * Math.log(4));
    expect(logHyp2f1(3, 2, 2, -3)).toBe(-3 * Math.log(4));
  });

  it("is symmetric in its first two parameters to the bit", () => {
    expect(logHyp2f1(0.3, 7, 2, 0.4)).toBe(logHyp2f1(7, 0.3, 2, 0.4));
  });

  it("is 0 at z = 0 and for a parameter 0", () => {
    expect([logHyp2f1(2, 3, 4, 0), logHyp2f1(0, 3, 4, 0.5), logHyp2f1(3, 0, 4, -9)]).toEqual([
      0, 0, 0,
    ]);
  });

  it("stays finite where the value is far beyond the range of doubles", () => {
    expect(logHyp2f1(1e6, 1e6, 2e6, 0.999)).toBeCloseTo(1324029.2786637454, 4);
    expect(logHyp2f1(3, 4, 5, -1e300)).toBeCloseTo(-3 * Math.log(1e300) + Math.log(4), 6);
  });

  it("is NaN outside its domain", () => {
    const outside: [number, number, number, number][] = [
      [-1, 2, 3, 0.5],
      [3, 4, 2, 0.5],
      [1, 2, 0, 0.5],
      [1, 2, 3, 1],
      [1, 2, 3, -Infinity],
      [1, Infinity, 3, 0.5],
      [NaN, 2, 3, 0.5],
      [1, 2, 3, NaN],
    ];
    expect(outside.map((row) => logHyp2f1(...row))).toEqual(outside.map(() => NaN));
  });
});
