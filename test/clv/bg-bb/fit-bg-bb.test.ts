import { describe, expect, it } from "vitest";
import {
  type BgBbModel,
  bgBbProbabilityAlive,
  fitBgBb,
  type OpportunityHistories,
} from "../../../src/clv/index.js";
import { seededRandom } from "../../../src/core/random.js";
import { expectGoldenFit } from "../support/compare.js";
import { goldenFit, goldenTable } from "../support/golden.js";
import { sampleBeta } from "../support/sample.js";

const { frequency, recency, periods, weights } = goldenTable("donations.csv");
const DONORS: OpportunityHistories = {
  repeatCount: frequency!,
  lastAt: recency!,
  opportunities: periods!,
  customerCount: weights!,
};
const TRUTH = { alpha: 1.2, beta: 0.75, gamma: 0.65, delta: 2.8 };

interface Simulated extends OpportunityHistories {
  readonly repeatCount: readonly number[];
  readonly lastAt: readonly number[];
  readonly opportunities: readonly number[];
}

function simulate(customers: number, seed: number): Simulated {
  const random = seededRandom(seed);
  const rows = Array.from({ length: customers }, (_, row) => {
    const opportunities = 6 + (row % 3);
    const buying = sampleBeta(TRUTH.alpha, TRUTH.beta, random);
    const leaving = sampleBeta(TRUTH.gamma, TRUTH.delta, random);
    let [repeatCount, lastAt] = [0, 0];
    for (let at = 1; at <= opportunities && random() >= leaving; at++) {
      if (random() < buying) [repeatCount, lastAt] = [repeatCount + 1, at];
    }
    return { repeatCount, lastAt, opportunities };
  });
  return {
    repeatCount: rows.map((row) => row.repeatCount),
    lastAt: rows.map((row) => row.lastAt),
    opportunities: rows.map((row) => row.opportunities),
  };
}

describe("fitBgBb", () => {
  it("finds the golden maximum for the 11,104 donors", () => {
    expectGoldenFit(fitBgBb(DONORS), goldenFit("bgbb", "donations"));
  });

  it("recovers known parameters within three standard errors", () => {
    for (const seed of [1, 2, 3, 4]) {
      const { params, fit } = fitBgBb(simulate(8000, seed));
      expect(fit.status).toBe("converged");
      for (const name of ["alpha", "beta", "gamma", "delta"] as const) {
        const distance = Math.log(params[name] / TRUTH[name]) / fit.logStandardErrors![name];
        expect(Math.abs(distance)).toBeLessThan(3);
      }
    }
  });

  it("is the same to the last bit in any order and with rows repeated instead of weighted", () => {
    const { repeatCount, lastAt, opportunities } = simulate(400, 1);
    const single = (row: number) => `${repeatCount[row]},${lastAt[row]},${opportunities[row]}`;
    const counts = new Map<string, number>();
    for (let row = repeatCount.length - 1; row >= 0; row--) {
      counts.set(single(row), (counts.get(single(row)) ?? 0) + 1);
    }
    const distinct = [...counts.keys()].map((key) => key.split(",").map(Number));
    const weighted = fitBgBb({
      repeatCount: distinct.map(([x]) => x!),
      lastAt: distinct.map(([, last]) => last!),
      opportunities: distinct.map(([, , end]) => end!),
      customerCount: [...counts.values()],
    });
    expect(weighted).toEqual(fitBgBb({ repeatCount, lastAt, opportunities }));
  });

  it("survives JSON exactly", () => {
    const model = fitBgBb(DONORS);
    const copy: BgBbModel = JSON.parse(JSON.stringify(model));
    expect(copy).toStrictEqual(model);
    expect(bgBbProbabilityAlive(copy, DONORS)).toEqual(bgBbProbabilityAlive(model, DONORS));
  });

  it("names the simpler model where nobody can have left, all having bought at the end", () => {
    const random = seededRandom(4);
    const rows = Array.from({ length: 2000 }, () => {
      const chance = sampleBeta(2, 2, random);
      return Array.from({ length: 8 }, (_, at) => at === 7 || random() < chance);
    });
    const model = fitBgBb({
      repeatCount: rows.map((row) => row.filter(Boolean).length),
      lastAt: rows.map((row) => row.lastIndexOf(true) + 1),
      opportunities: rows.map((row) => row.length),
    });
    expect(model.fit.status).toBe("notIdentified");
    expect(model.fit.warnings[0]).toMatchObject({
      code: "NOT_IDENTIFIED",
      nestedModel: "betaBernoulli",
    });
    expect(model.fit.standardErrors).toBeUndefined();
  });
});

describe("fitBgBb refuses", () => {
  const good = {
    repeatCount: [1, 0, 2, 3, 1],
    lastAt: [2, 0, 4, 3, 1],
    opportunities: [4, 4, 4, 4, 4],
    customerIds: ["a", "b", "c", "d", "e"],
  };

  it.each([
    ["half a purchase", { repeatCount: [0.5, 0, 2, 3, 1] }, /"a" in row 0.*repeatCount 0.5/],
    ["a negative count", { repeatCount: [-1, 0, 2, 3, 1] }, /"a" in row 0.*repeatCount -1/],
    ["NaN", { lastAt: [NaN, 0, 4, 3, 1] }, /"a" in row 0.*lastAt NaN/],
    ["a purchase after the end", { lastAt: [5, 0, 4, 3, 1] }, /"a".*opportunity 5, is after.*4/],
    ["more purchases than opportunities", { lastAt: [2, 0, 1, 3, 1] }, /"c".*2 purchases in 1/],
    ["a last purchase without one", { lastAt: [2, 3, 4, 3, 1] }, /"b".*no purchase.*opportunity 3/],
    ["far too many opportunities", { opportunities: [4, 1e9, 4, 4, 4] }, /"b".*hundred thousand/],
    ["half a customer", { customerCount: [1, 1, 0.5, 1, 1] }, /"c".*customerCount 0.5/],
    [
      "nobody with a purchase",
      { repeatCount: [0, 0, 0, 0, 0], lastAt: [0, 0, 0, 0, 0], opportunities: [1, 2, 3, 4, 5] },
      /Nobody/,
    ],
    [
      "fewer customers than parameters",
      { customerCount: [1, 1, 1, 0, 0] },
      /3 customers are fewer/,
    ],
    ["customers who are all alike", { customerCount: [0, 0, 9, 0, 0] }, /All 9 customers/],
  ])("%s, with the reason", (_, change, message) => {
    expect(() => fitBgBb({ ...good, ...change })).toThrow(
      expect.objectContaining({ code: "INVALID_DATA", message: expect.stringMatching(message) }),
    );
  });

  it.each([
    ["nobody", { repeatCount: [], lastAt: [], opportunities: [] }, "EMPTY_INPUT"],
    ["nothing", undefined, "INVALID_ARGUMENT"],
    ["a missing column", { repeatCount: [1], lastAt: [1] }, "INVALID_ARGUMENT"],
    ["short columns", { ...good, lastAt: [1] }, "LENGTH_MISMATCH"],
  ])("%s", (_, histories, code) => {
    expect(() => fitBgBb(histories as never)).toThrow(expect.objectContaining({ code }));
  });
});
