import { describe, expect, it } from "vitest";
import { digamma, logGamma, trigamma } from "../../../src/core/math/index.js";
import { readGolden, rowsBeyond } from "./golden.js";

const golden = readGolden("gamma");

describe("logGamma", () => {
  it("agrees with 50-digit arithmetic to 1e-15, near its zeros too", () => {
    expect(rowsBeyond(golden.logGamma!, 1e-15, logGamma)).toEqual([]);
  });

  it("is exactly 0 at 1 and 2", () => {
    expect([logGamma(1), logGamma(2)]).toEqual([0, 0]);
  });

  it("reaches its limits at 0 and infinity and is NaN outside its domain", () => {
    expect([logGamma(0), logGamma(Infinity)]).toEqual([Infinity, Infinity]);
    expect([logGamma(-0.5), logGamma(NaN)]).toEqual([NaN, NaN]);
  });
});

describe("digamma", () => {
  it("agrees with 50-digit arithmetic to 1e-15, near its zero too", () => {
    expect(rowsBeyond(golden.digamma!, 1e-15, digamma)).toEqual([]);
  });

  it("reaches its limits at 0 and infinity and is NaN outside its domain", () => {
    expect([digamma(0), digamma(Infinity)]).toEqual([-Infinity, Infinity]);
    expect([digamma(-0.5), digamma(NaN)]).toEqual([NaN, NaN]);
  });
});

describe("trigamma", () => {
  it("agrees with 50-digit arithmetic to 1e-15", () => {
    expect(rowsBeyond(golden.trigamma!, 1e-15, trigamma)).toEqual([]);
  });

  it("reaches its limits at 0 and infinity and is NaN outside its domain", () => {
    expect([trigamma(0), trigamma(Infinity)]).toEqual([Infinity, 0]);
    expect([trigamma(-0.5), trigamma(NaN)]).toEqual([NaN, NaN]);
  });
});
