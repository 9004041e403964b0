import { describe, expect, it } from "vitest";
import { bgBbLogTerms, bgBbTables } from "../../../src/clv/bg-bb/bg-bb-terms.js";
import {
  type BgBbParameters,
  bgBbExpectedTransactions,
  bgBbProbabilityAlive,
  bgBbResidualTransactions,
  bgBbTransactionDistribution,
} from "../../../src/clv/index.js";
import { logSumExp } from "../../../src/core/math/index.js";
import { expectClose } from "../support/compare.js";

const DONORS: BgBbParameters = {
  kind: "bgBb",
  version: 1,
  params: { alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 },
};
const HISTORY = { repeatCount: [4, 2, 0, 0], lastAt: [5, 2, 0, 0], opportunities: [6, 6, 6, 0] };
const MODELS: readonly (readonly [string, BgBbParameters["params"]])[] = [
  ["donors", DONORS.params],
  ["gamma of exactly 1", { alpha: 1, beta: 2, gamma: 1, delta: 3 }],
  ["gamma near 1", { alpha: 1, beta: 2, gamma: 1 + 1e-9, delta: 3 }],
  ["few leavers", { alpha: 0.2, beta: 4, gamma: 0.01, delta: 5 }],
  ["alike customers", { alpha: 500, beta: 900, gamma: 80, delta: 900 }],
];

/** Purchases or not at each opportunity, in every possible way. */
function sequences(length: number): boolean[][] {
  return Array.from({ length: 2 ** length }, (_, bits) =>
    Array.from({ length }, (_, at) => ((bits >> at) & 1) === 1),
  );
}

function likelihood(params: BgBbParameters["params"], sequence: readonly boolean[]): number {
  const x = sequence.filter(Boolean).length;
  const tables = bgBbTables(params, sequence.length);
  return Math.exp(
    logSumExp(bgBbLogTerms(tables, x, sequence.lastIndexOf(true) + 1, sequence.length)),
  );
}

describe.each(MODELS)("the BG/BB with parameters of %s", (_, params) => {
  const model = { ...DONORS, params };
  const past = [true, false, true, true, false, true, false];
  const history = { repeatCount: [4], lastAt: [6], opportunities: [7] };

  it("gives all histories of one length a probability of 1 together", () => {
    const total = sequences(8).reduce((sum, each) => sum + likelihood(params, each), 0);
    expectClose(total, 1, 1e-12);
  });

  it("predicts what the likelihoods of all futures say", () => {
    const ahead = 5;
    const wanted = new Float64Array(ahead + 1);
    for (const future of sequences(ahead)) {
      const share = likelihood(params, [...past, ...future]) / likelihood(params, past);
      wanted[future.filter(Boolean).length]! += share;
    }
    const options = { opportunities: ahead };
    const got = bgBbTransactionDistribution(model, history, options)[0]!;
    expect(got.length).toBe(ahead + 1);
    got.forEach((probability, k) => {
      expectClose(probability, wanted[k]!, 1e-11, `P(${k})`);
    });
    const mean = wanted.reduce((sum, probability, k) => sum + k * probability, 0);
    expectClose(bgBbExpectedTransactions(model, history, options)[0], mean, 1e-11, "mean");
  });

  it("discounts each opportunity, to a horizon and to infinity", () => {
    const counts = [0, 1, 2, 3].map(
      (opportunities) => bgBbExpectedTransactions(model, history, { opportunities })[0]!,
    );
    const discounted = [1, 2, 3].reduce(
      (sum, j) => sum + (counts[j]! - counts[j - 1]!) / 1.1 ** j,
      0,
    );
    const options = { discountPerOpportunity: 0.1, opportunities: 3 };
    expectClose(bgBbResidualTransactions(model, history, options)[0], discounted, 1e-12);
    const all = bgBbResidualTransactions(model, history, { discountPerOpportunity: 0.1 })[0]!;
    const long = bgBbResidualTransactions(model, history, { ...options, opportunities: 2000 });
    expectClose(all, long[0]!, 1e-12);
  });

  it("tells who is alive so that the living buy as expected", () => {
    const [now, next] = [0, 1].map((after) => bgBbProbabilityAlive(model, history, { after })[0]!);
    expect(next!).toBeLessThan(now!);
    const chance = (params.alpha + 4) / (params.alpha + params.beta + 7);
    const expected = bgBbExpectedTransactions(model, history, { opportunities: 1 })[0];
    expectClose(expected, next! * chance, 1e-12);
  });
});

describe("predictions of the BG/BB", () => {
  it("are those of a customer alone, whoever else is scored", () => {
    const options = { opportunities: 5 };
    const together = bgBbExpectedTransactions(DONORS, HISTORY, options);
    HISTORY.repeatCount.forEach((x, row) => {
      const alone = bgBbExpectedTransactions(
        DONORS,
        {
          repeatCount: [x],
          lastAt: [HISTORY.lastAt[row]!],
          opportunities: [HISTORY.opportunities[row]!],
        },
        options,
      );
      expect(alone[0]).toBe(together[row]);
    });
  });

  it("know a newcomer", () => {
    expect(bgBbProbabilityAlive(DONORS, HISTORY)[3]).toBe(1);
    expect(bgBbTransactionDistribution(DONORS, HISTORY, { opportunities: 0 })[3]).toEqual(
      Float64Array.of(1),
    );
  });

  it("give each row a distribution of its own", () => {
    const twice = { repeatCount: [1, 1], lastAt: [1, 1], opportunities: [2, 2] };
    const [first, second] = bgBbTransactionDistribution(DONORS, twice, { opportunities: 2 });
    expect(first).toEqual(second);
    expect(first).not.toBe(second);
  });

  it("stay finite and sum to 1 for long histories and extreme parameters", () => {
    const history = { repeatCount: [40_000, 0], lastAt: [99_000, 0], opportunities: [1e5, 1e5] };
    for (const gamma of [1e-8, 1, 1e8]) {
      const model = { ...DONORS, params: { alpha: 1e-6, beta: 1e6, gamma, delta: 1e-3 } };
      const rows = bgBbTransactionDistribution(model, history, { opportunities: 50 });
      for (const row of rows)
        expectClose(
          row.reduce((sum, each) => sum + each, 0),
          1,
          1e-8,
        );
      for (const discountPerOpportunity of [1e-300, 1e-17, 1e-9, 1, 1e300]) {
        const residual = bgBbResidualTransactions(model, history, { discountPerOpportunity });
        expect(residual.every((each) => each >= 0 && each < Infinity)).toBe(true);
      }
    }
  });

  it("refuse an infinite sum, and say what would mend it", () => {
    expect(() => bgBbResidualTransactions(DONORS, HISTORY, { discountPerOpportunity: 0 })).toThrow(
      expect.objectContaining({
        code: "OUT_OF_RANGE",
        message: expect.stringMatching(/give a discountPerOpportunity above 0/),
      }),
    );
  });

  it("sum up all time to come without a discount where that is finite", () => {
    const model = { ...DONORS, params: { alpha: 1, beta: 1, gamma: 3, delta: 4 } };
    const newcomer = { repeatCount: [0], lastAt: [0], opportunities: [0] };
    // Half of δ / (γ - 1) opportunities.
    expect(bgBbResidualTransactions(model, newcomer, { discountPerOpportunity: 0 })[0]).toBe(1);
  });

  it.each([
    ["an unknown version", { ...DONORS, version: 2 }, 1, "UNSUPPORTED_VERSION"],
    ["another model", { ...DONORS, kind: "sbg" }, 1, "INVALID_ARGUMENT"],
    [
      "a negative parameter",
      { ...DONORS, params: { ...DONORS.params, beta: -1 } },
      1,
      "INVALID_ARGUMENT",
    ],
    ["half an opportunity", DONORS, 0.5, "INVALID_ARGUMENT"],
    ["a missing horizon", DONORS, undefined, "INVALID_ARGUMENT"],
    ["far too many opportunities", DONORS, 1e9, "LIMIT_EXCEEDED"],
  ])("refuse %s", (_, model, opportunities, code) => {
    const options = { opportunities } as never;
    expect(() => bgBbExpectedTransactions(model as never, HISTORY, options)).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
