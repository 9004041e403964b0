import { describe, expect, it } from "vitest";
import { logBeta, logRisingFactorial } from "../../../src/core/math/index.js";
import { mixedError, readGolden, rowsBeyond } from "./golden.js";

const golden = readGolden("beta");

describe("logBeta", () => {
  it("agrees with 50-digit arithmetic to 4e-15 of max(1, |result|)", () => {
    expect(rowsBeyond(golden.logBeta!, 4e-15, logBeta, mixedError)).toEqual([]);
  });

  it("is symmetric to the bit", () => {
    expect(logBeta(0.3, 4000)).toBe(logBeta(4000, 0.3));
  });

  it("is infinite at 0 and NaN outside its domain", () => {
    expect(logBeta(0, 3)).toBe(Infinity);
    expect([logBeta(-1, 3), logBeta(3, NaN)]).toEqual([NaN, NaN]);
  });
});

describe("logRisingFactorial", () => {
  it("agrees with 50-digit arithmetic to 4e-15 of max(1, |result|)", () => {
    expect(rowsBeyond(golden.logRisingFactorial!, 4e-15, logRisingFactorial, mixedError)).toEqual(
      [],
    );
  });

  it("is the empty product, 0, for n = 0", () => {
    expect([0.3, 7, 5000].map((x) => logRisingFactorial(x, 0))).toEqual([0, 0, 0]);
  });
});
