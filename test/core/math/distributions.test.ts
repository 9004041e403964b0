import { describe, expect, it } from "vitest";
import {
  chiSquareCritical,
  chiSquareSurvival,
  fSurvival,
  studentCdf,
  studentQuantile,
} from "../../../src/core/math/index.js";
import { readGolden, relativeError, rowsBeyond } from "./golden.js";

const golden = readGolden("distributions");
const functions = { studentCdf, chiSquareSurvival, fSurvival };

describe.each(Object.entries(functions))("%s", (name, compute) => {
  it("agrees with 50-digit arithmetic to 2e-13, in the far tail too", () => {
    const table = golden[name]!;
    expect(rowsBeyond(table, 2e-13, compute as (...args: number[]) => number)).toEqual([]);
  });
});

describe("the distributions", () => {
  it("answer at and beyond the ends of their range", () => {
    expect([
      chiSquareSurvival(-1, 2),
      chiSquareSurvival(0, 2),
      chiSquareSurvival(Infinity, 2),
    ]).toEqual([1, 1, 0]);
    expect([fSurvival(-1, 2, 3), fSurvival(0, 2, 3), fSurvival(Infinity, 2, 3)]).toEqual([1, 1, 0]);
    expect([studentCdf(-Infinity, 3), studentCdf(0, 3), studentCdf(Infinity, 3)]).toEqual([
      0, 0.5, 1,
    ]);
    expect([studentQuantile(0, 3), studentQuantile(0.5, 3), studentQuantile(1, 3)]).toEqual([
      -Infinity,
      0,
      Infinity,
    ]);
  });

  it("are undone by their inverses", () => {
    for (const degrees of [0.7, 1, 2, 9, 250]) {
      for (const share of [1e-100, 1e-9, 0.05, 0.5, 0.9, 0.999]) {
        const x = chiSquareCritical(share, degrees);
        expect(relativeError(chiSquareSurvival(x, degrees), share)).toBeLessThan(1e-12);
        const t = studentQuantile(share, degrees);
        expect(relativeError(studentCdf(t, degrees), share)).toBeLessThan(1e-12);
      }
    }
  });

  it("stay in range for statistics whose squares overflow", () => {
    expect([studentCdf(-1e200, 3), studentCdf(1e200, 3), fSurvival(1e308, 9, 3)]).toEqual([
      0, 1, 0,
    ]);
  });

  it("are NaN without degrees of freedom", () => {
    expect([chiSquareSurvival(1, 0), chiSquareCritical(0.5, -1)]).toEqual([NaN, NaN]);
    expect([studentCdf(1, 0), studentQuantile(0.5, NaN), fSurvival(1, 0, 2)]).toEqual([
      NaN,
      NaN,
      NaN,
    ]);
    expect([studentQuantile(1.1, 3), chiSquareCritical(-0.1, 3)]).toEqual([NaN, NaN]);
  });
});
