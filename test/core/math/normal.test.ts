import { describe, expect, it } from "vitest";
import {
  erf,
  erfc,
  erfcScaled,
  logNormalCdf,
  normalCdf,
  normalPdf,
  normalQuantile,
} from "../../../src/core/math/index.js";
import { readGolden, rowsBeyond } from "./golden.js";

const golden = readGolden("normal");
const functions = { erf, erfc, normalCdf, normalPdf, logNormalCdf, normalQuantile };

describe.each(Object.entries(functions))("%s", (name, compute) => {
  it("agrees with 50-digit arithmetic to 5e-16", () => {
    expect(rowsBeyond(golden[name]!, 5e-16, compute)).toEqual([]);
  });

  it("passes NaN on", () => {
    expect(compute(NaN)).toBe(NaN);
  });
});

describe("the normal distribution", () => {
  it("has its limits at both infinities", () => {
    expect([normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0, 1]);
    expect([normalPdf(-Infinity), normalPdf(Infinity)]).toEqual([0, 0]);
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    expect([erf(-Infinity), erf(Infinity)]).toEqual([-1, 1]);
    expect([erfc(-Infinity), erfc(Infinity), erfcScaled(Infinity)]).toEqual([2, 0, 0]);
    expect(logNormalCdf(-Infinity)).toBe(-Infinity);
  });

  it("is symmetric", () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.75)).toBe(-normalQuantile(0.25));
    expect(normalCdf(3) + normalCdf(-3)).toBe(1);
  });

  it("has no quantile outside [0, 1]", () => {
    expect([normalQuantile(-0.1), normalQuantile(1.1)]).toEqual([NaN, NaN]);
  });
});
