import { describe, expect, it } from "vitest";
import { checkSpendIndependence } from "../../../src/clv/index.js";
import { seededRandom } from "../../../src/core/random.js";
import { spearman } from "../../../src/core/ranks.js";
import { expectClose } from "../support/compare.js";
import { goldenTable } from "../support/golden.js";

const { x, m_x } = goldenTable("cdnow-sample-summary-39w.csv");
const CDNOW = { repeatCount: x!, meanSpend: m_x! };

describe("checkSpendIndependence", () => {
  it("finds the weak dependence in the CDNOW sample", () => {
    const found = checkSpendIndependence(CDNOW);
    const used = x!.map((_, row) => row).filter((row) => x![row]! > 0 && m_x![row]! > 0);
    const golden = spearman(
      used.map((row) => x![row]!),
      used.map((row) => m_x![row]!),
    );
    expectClose(found.rankCorrelation, golden!, 1e-12);
    expect(found.customers).toBe(946);
    expect(found.verdict).toBe("weak");
    expect(found.message).toMatch(/spend somewhat more on a purchase \(rank correlation 0\.21\)/);
    // tanh(atanh 0.2063… ± 1.959964 √((1 + 0.2063…² / 2) / 943))
    expect(found.interval![0]).toBeCloseTo(0.14382, 4);
    expect(found.interval![1]).toBeCloseTo(0.26718, 4);
  });

  it("explains spend by the number of purchases as an analysis of variance does", () => {
    // ln m: 0, 1 and 2, 3 in two groups; between 4, total 5, n = 4, two groups.
    const found = checkSpendIndependence({
      repeatCount: [1, 1, 2, 2],
      meanSpend: [1, Math.E, Math.E ** 2, Math.E ** 3],
    });
    expectClose(found.explainedShare, 0.8, 1e-12);
    expectClose(found.explainedBeyondChance, 0.7, 1e-12);
  });

  it("sees spend that falls and rises again, which ranks do not", () => {
    const random = seededRandom(1);
    const repeatCount = Array.from({ length: 900 }, (_, row) => 1 + (row % 3));
    const meanSpend = repeatCount.map((count) => (count === 2 ? 10 : 40) * (1 + random()));
    const found = checkSpendIndependence({ repeatCount, meanSpend });
    expect(Math.abs(found.rankCorrelation!)).toBeLessThan(0.1);
    expect(found.verdict).toBe("dependent");
  });

  it("calls independent spend independent", () => {
    const random = seededRandom(2);
    const repeatCount = Array.from({ length: 3000 }, () => 1 + Math.floor(5 * random()));
    const meanSpend = repeatCount.map(() => 10 + random());
    expect(checkSpendIndependence({ repeatCount, meanSpend }).verdict).toBe("independent");
  });

  it.each([
    ["few customers", [1, 2, 3, 1, 2], [10, 12, 11, 30, 9]],
    ["three customers", [1, 2, 3], [10, 20, 30]],
    ["nobody", [], []],
    ["constant spend", [1, 2, 3, 4], [5, 5, 5, 5]],
    ["a constant count", [2, 2, 2, 2], [5, 6, 7, 8]],
  ])("does not pretend to know from %s", (_, repeatCount, meanSpend) => {
    const found = checkSpendIndependence({ repeatCount, meanSpend });
    expect(found.verdict).toBe("unknown");
    expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found);
  });

  it("does not depend on the unit of money or the order of customers", () => {
    const found = checkSpendIndependence(CDNOW);
    const cents = checkSpendIndependence({ ...CDNOW, meanSpend: m_x!.map((mean) => mean * 128) });
    const reversed = checkSpendIndependence({
      repeatCount: x!.toReversed(),
      meanSpend: m_x!.toReversed(),
    });
    expect(reversed).toEqual(found);
    expect(cents.rankCorrelation).toBe(found.rankCorrelation);
    expectClose(cents.explainedShare, found.explainedShare!, 1e-10);
  });

  it("refuses a negative mean with the customer", () => {
    const spend = { repeatCount: [1], meanSpend: [-5], customerIds: ["Ada"] };
    expect(() => checkSpendIndependence(spend)).toThrow(
      expect.objectContaining({
        code: "INVALID_DATA",
        message: expect.stringMatching(/^Customer "Ada" in row 0 cannot be: its meanSpend -5/),
      }),
    );
  });
});
