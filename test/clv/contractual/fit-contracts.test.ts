import { describe, expect, it } from "vitest";
import {
  type BdwModel,
  fitBdw,
  fitSbg,
  renewalsOfCohorts,
  type SbgModel,
  survivalCurve,
} from "../../../src/clv/index.js";
import { seededRandom } from "../../../src/core/random.js";
import { expectClose, expectGoldenFit } from "../support/compare.js";
import { goldenFit } from "../support/golden.js";
import { sampleBeta } from "../support/sample.js";

// Fader and Hardie (2007), "How to project customer retention", the Regular segment.
const REGULAR = [1000, 631, 468, 382, 326, 289, 262, 241];

/** Customers who start at different times and are observed for one to eight renewals. */
function simulate(
  customers: number,
  seed: number,
  c: number,
): Record<"renewals" | "churned" | "active", number[]> {
  const random = seededRandom(seed);
  const rows = Array.from({ length: customers }, (_, row) => {
    const chance = sampleBeta(0.8, 1.5, random);
    const lifetime = Math.ceil((Math.log(1 - random()) / Math.log1p(-chance)) ** (1 / c));
    const observed = 1 + (row % 8);
    return lifetime <= observed
      ? { renewals: lifetime - 1, churned: 1, active: 0 }
      : { renewals: observed, churned: 0, active: 1 };
  });
  return {
    renewals: rows.map((row) => row.renewals),
    churned: rows.map((row) => row.churned),
    active: rows.map((row) => row.active),
  };
}

describe("the fits of contracts", () => {
  it("find the golden maxima for the Regular segment", () => {
    const short = renewalsOfCohorts([REGULAR.slice(0, 5)]);
    const long = renewalsOfCohorts([REGULAR]);
    expectGoldenFit(fitSbg(short), goldenFit("sbg", "sbg_regular_4renewals"));
    expectGoldenFit(fitSbg(long), goldenFit("sbg", "sbg_regular_7renewals"));
    expectGoldenFit(fitBdw(long), goldenFit("bdw", "bdw_regular_7renewals"));
  });

  it("recover known parameters from censored cohorts within three standard errors", () => {
    const truth = { alpha: 0.8, beta: 1.5, c: 1.4 };
    for (const seed of [1, 2, 3, 4]) {
      const sbg = fitSbg(simulate(6000, seed, 1));
      for (const name of ["alpha", "beta"] as const) {
        const distance =
          Math.log(sbg.params[name] / truth[name]) / sbg.fit.logStandardErrors![name];
        expect(Math.abs(distance)).toBeLessThan(3);
      }
      const bdw = fitBdw(simulate(6000, seed, truth.c));
      for (const name of ["alpha", "beta", "c"] as const) {
        const distance =
          Math.log(bdw.params[name] / truth[name]) / bdw.fit.logStandardErrors![name];
        expect(Math.abs(distance)).toBeLessThan(3);
      }
    }
  });

  it("are the same for customers one by one, in any order, and for counts of them", () => {
    const { renewals, churned, active } = simulate(500, 1, 1);
    const reversed = {
      renewals: renewals.toReversed(),
      churned: churned.toReversed(),
      active: active.toReversed(),
    };
    const count = (made: number, column: readonly number[]) =>
      column.reduce((sum, each, row) => sum + (renewals[row] === made ? each : 0), 0);
    const made = [0, 1, 2, 3, 4, 5, 6, 7, 8];
    const counted = {
      renewals: made,
      churned: made.map((each) => count(each, churned)),
      active: made.map((each) => count(each, active)),
    };
    const single = fitBdw({ renewals, churned, active });
    expect(fitBdw(reversed)).toEqual(single);
    expect(fitBdw(counted)).toEqual(single);
  });

  it("add up cohorts", () => {
    const both = fitSbg(renewalsOfCohorts([REGULAR, REGULAR]));
    const one = fitSbg(renewalsOfCohorts([REGULAR]));
    expectClose(both.params.alpha, one.params.alpha, 1e-8);
    expectClose(both.fit.logLikelihood, 2 * one.fit.logLikelihood, 1e-12);
  });

  it("survive JSON exactly", () => {
    const counts = renewalsOfCohorts([REGULAR]);
    const models: readonly (SbgModel | BdwModel)[] = [fitSbg(counts), fitBdw(counts)];
    for (const model of models) {
      const copy: typeof model = JSON.parse(JSON.stringify(model));
      expect(copy).toStrictEqual(model);
      expect(survivalCurve(copy, { periods: 9 })).toEqual(survivalCurve(model, { periods: 9 }));
    }
  });

  it("name the simpler model where all customers leave with one chance", () => {
    const survivors = [65536, 32768, 16384, 8192, 4096, 2048];
    const { fit } = fitSbg(renewalsOfCohorts([survivors]));
    expect(fit.status).toBe("notIdentified");
    expect(fit.warnings[0]).toMatchObject({ code: "NOT_IDENTIFIED", nestedModel: "geometric" });
    expect(fit.standardErrors).toBeUndefined();
  });

  it("do not pretend to know from one renewal", () => {
    for (const fitContracts of [fitSbg, fitBdw]) {
      const { status, warnings } = fitContracts(renewalsOfCohorts([[100, 60]])).fit;
      expect(status).toBe("notIdentified");
      expect(warnings[0]?.code).toBe("NOT_IDENTIFIED");
    }
  });
});

describe("the fits of contracts refuse", () => {
  it.each([
    ["nobody who left", { renewals: [3, 4], churned: [0, 0], active: [5, 5] }, "INVALID_DATA"],
    ["customers who are all alike", { renewals: [0], churned: [9] }, "INVALID_DATA"],
    ["fewer customers than parameters", { renewals: [1], churned: [1] }, "INVALID_DATA"],
    ["nobody", { renewals: [], churned: [] }, "EMPTY_INPUT"],
    ["nobody in any row", { renewals: [1, 2], churned: [0, 0] }, "EMPTY_INPUT"],
    ["a negative count", { renewals: [1, 2], churned: [4, -1] }, "INVALID_ARGUMENT"],
    ["half a renewal", { renewals: [1, 2.5], churned: [4, 1] }, "INVALID_ARGUMENT"],
    ["NaN", { renewals: [1, 2], churned: [4, 1], active: [NaN, 1] }, "INVALID_ARGUMENT"],
    ["short columns", { renewals: [1, 2], churned: [4] }, "LENGTH_MISMATCH"],
    ["nothing", undefined, "INVALID_ARGUMENT"],
  ])("%s", (_, counts, code) => {
    expect(() => fitSbg(counts as never)).toThrow(expect.objectContaining({ code }));
    expect(() => fitBdw(counts as never)).toThrow(expect.objectContaining({ code }));
  });
});

describe("renewalsOfCohorts", () => {
  it("counts who left and who is still there, by renewals made", () => {
    expect(renewalsOfCohorts([[100, 60, 50], [30, 10], [7], []])).toEqual({
      renewals: [0, 1, 2, 0, 1, 0],
      churned: [40, 10, 0, 20, 0, 0],
      active: [0, 0, 50, 0, 10, 7],
    });
  });

  it("refuses a cohort that gains customers, and says where", () => {
    expect(() =>
      renewalsOfCohorts([
        [9, 8],
        [100, 60, 61],
      ]),
    ).toThrow(
      expect.objectContaining({
        code: "INVALID_DATA",
        message: expect.stringMatching(/^cohorts\[1\]\[2\] is 61 after 60/),
      }),
    );
  });

  it.each([[[[10, -1]]], [[[10, NaN]]], [["10"]], [null]])("refuses %j", (cohorts) => {
    expect(() => renewalsOfCohorts(cohorts as never)).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
  });
});
