import { describe, expect, it } from "vitest";
import { logTricomiU } from "../../../src/core/math/index.js";
import { mixedError, readGolden, rowsBeyond } from "./golden.js";

const golden = readGolden("tricomi").logTricomiU!;

describe("logTricomiU", () => {
  it("agrees with 50-digit arithmetic to 4e-15 of max(1, |result|)", () => {
    expect(rowsBeyond(golden, 4e-15, logTricomiU, mixedError)).toEqual([]);
  });

  it("is 1 for a = 0 and z^-a for b = a + 1", () => {
    expect(logTricomiU(0, 3, 2)).toBe(0);
    expect(logTricomiU(2.5, 3.5, 0.01)).toBeCloseTo(-2.5 * Math.log(0.01), 13);
    expect(logTricomiU(2.5, 3.5, 1e4)).toBe(-2.5 * Math.log(1e4));
  });

  it("stays finite from tiny to huge arguments", () => {
    expect(logTricomiU(1, 1, 1e300)).toBe(-Math.log(1e300));
    expect(logTricomiU(1e6, 1e6, 1e-6)).toBeCloseTo(999_999 * Math.log(1e6) - Math.log(999_999), 6);
  });

  it("is NaN outside its domain", () => {
    const outside: [number, number, number][] = [
      [-1, 1, 1],
      [1, 1, 0],
      [1, 1, -2],
      [1, NaN, 1],
      [NaN, 1, 1],
      [1, 1, Infinity],
    ];
    expect(outside.map((row) => logTricomiU(...row))).toEqual(outside.map(() => NaN));
  });
});
