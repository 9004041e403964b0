import { describe, expect, it } from "vitest";
import { log1mExp, logAddExp, logSubExp, logSumExp } from "../../../src/core/math/index.js";
import { readGolden, rowsBeyond } from "./golden.js";

const golden = readGolden("log-sums");

describe("logAddExp", () => {
  it("agrees with 50-digit arithmetic to 4e-16", () => {
    expect(rowsBeyond(golden.logAddExp!, 4e-16, logAddExp)).toEqual([]);
  });

  it("treats -Infinity as the logarithm of 0", () => {
    expect([logAddExp(-Infinity, 3), logAddExp(3, -Infinity)]).toEqual([3, 3]);
    expect(logAddExp(-Infinity, -Infinity)).toBe(-Infinity);
  });

  it("stays infinite and passes NaN on", () => {
    expect([logAddExp(Infinity, 3), logAddExp(Infinity, Infinity)]).toEqual([Infinity, Infinity]);
    expect([logAddExp(NaN, 3), logAddExp(3, NaN)]).toEqual([NaN, NaN]);
  });
});

describe("logSumExp", () => {
  it("adds numbers whose exponentials overflow or vanish", () => {
    expect(logSumExp([1000, 1000])).toBe(1000 + Math.LN2);
    expect(logSumExp([-1000, -1000])).toBe(-1000 + Math.LN2);
  });

  it("gives -Infinity for the empty sum and for zeros alone", () => {
    expect([logSumExp([]), logSumExp([-Infinity, -Infinity])]).toEqual([-Infinity, -Infinity]);
  });

  it("passes NaN on wherever it stands", () => {
    expect([logSumExp([NaN, 1]), logSumExp([1, NaN]), logSumExp([Infinity, NaN])]).toEqual([
      NaN,
      NaN,
      NaN,
    ]);
  });
});

describe("log1mExp", () => {
  it("agrees with 50-digit arithmetic to 4e-16", () => {
    expect(rowsBeyond(golden.log1mExp!, 4e-16, log1mExp)).toEqual([]);
  });

  it("has its limits at 0 and -Infinity and is NaN above 0", () => {
    expect([log1mExp(0), log1mExp(-Infinity)]).toEqual([-Infinity, -0]);
    expect(log1mExp(1)).toBe(NaN);
  });
});

describe("logSubExp", () => {
  it("undoes logAddExp", () => {
    expect(logSubExp(logAddExp(700, 699), 699)).toBeCloseTo(700, 12);
  });

  it("gives -Infinity for equal arguments and NaN where the difference is negative", () => {
    expect([logSubExp(5, 5), logSubExp(-Infinity, -Infinity)]).toEqual([-Infinity, -Infinity]);
    expect(logSubExp(1, 2)).toBe(NaN);
  });
});
