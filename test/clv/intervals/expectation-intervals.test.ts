import { describe, expect, it } from "vitest";
import {
  expectationIntervals,
  expectedTransactions,
  fitBgNbd,
  fitNbd,
  type NbdModel,
  probabilityAlive,
} from "../../../src/clv/index.js";
import { seededRandom } from "../../../src/core/random.js";
import { expectClose } from "../support/compare.js";
import { cdnowSample } from "../support/golden.js";
import { clvModels } from "../support/known-models.js";

const NBD = fitNbd(cdnowSample());
const BG = fitBgNbd(cdnowSample());
const ROWS = { repeatCount: [0, 3], recency: [0, 20], age: [30, 35], unit: "week" } as const;
const HORIZON = { weeks: 39 };

function transactions(model: NbdModel): Float64Array {
  return expectedTransactions(model, ROWS, { horizon: HORIZON });
}

describe("expectationIntervals", () => {
  it("are those of the delta method in closed form for the NBD", () => {
    const { estimate, low, high } = expectationIntervals(NBD, transactions, { level: 0.9 });
    expect(estimate).toEqual(transactions(NBD));
    const { r, alpha } = NBD.params;
    const [[rr, ra], [, aa]] = NBD.fit.logCovariance as [[number, number], [number, number]];
    estimate.forEach((_, row) => {
      // ln E = ln (r + x) - ln (α + T) + ln t.
      const byR = r / (r + ROWS.repeatCount[row]!);
      const byAlpha = -alpha / (alpha + ROWS.age[row]!);
      const error = Math.sqrt(byR * byR * rr + 2 * byR * byAlpha * ra + byAlpha * byAlpha * aa);
      const factor = Math.exp(1.6448536269514722 * error);
      expectClose(low[row], estimate[row]! / factor, 1e-7);
      expectClose(high[row], estimate[row]! * factor, 1e-7);
    });
  });

  it("by draws are near those of the delta method, and the same from the same seed", () => {
    const options = { method: "draws", draws: 2000 } as const;
    const delta = expectationIntervals(NBD, transactions);
    const drawn = expectationIntervals(NBD, transactions, { ...options, random: seededRandom(2) });
    drawn.estimate.forEach((_, row) => {
      expectClose(drawn.low[row], delta.low[row]!, 0.02, "low");
      expectClose(drawn.high[row], delta.high[row]!, 0.02, "high");
    });
    expect(
      expectationIntervals(NBD, transactions, { ...options, random: seededRandom(2) }),
    ).toEqual(drawn);
  });

  it("of probabilities stay between 0 and 1 on the logit scale", () => {
    const alive = expectationIntervals(BG, (model) => probabilityAlive(model, ROWS), {
      scale: "logit",
      level: 0.999999,
    });
    // Surely alive under BG/NBD without a repeat purchase.
    expect([alive.low[0], alive.estimate[0], alive.high[0]]).toEqual([1, 1, 1]);
    expect(alive.low[1]).toBeGreaterThan(0);
    expect(alive.low[1]).toBeLessThan(alive.estimate[1]!);
    expect(alive.high[1]).toBeGreaterThan(alive.estimate[1]!);
    expect(alive.high[1]).toBeLessThan(1);
  });

  it("leave an expectation of 0 without width", () => {
    const now = (model: NbdModel) => expectedTransactions(model, ROWS, { horizon: { weeks: 0 } });
    const { low, high } = expectationIntervals(NBD, now);
    expect([...low, ...high]).toEqual([0, 0, 0, 0]);
  });

  it("do not depend on who else is predicted", () => {
    const both = expectationIntervals(NBD, transactions);
    const second = { repeatCount: [3], recency: [20], age: [35], unit: "week" } as const;
    const alone = expectationIntervals(NBD, (model) =>
      expectedTransactions(model, second, { horizon: HORIZON }),
    );
    expect([alone.low[0], alone.high[0]]).toEqual([both.low[1], both.high[1]]);
  });

  it.each([
    ["a model without a fit", clvModels[0], transactions, {}, "INVALID_ARGUMENT"],
    ["what is no function", NBD, 39, {}, "INVALID_ARGUMENT"],
    ["a prediction that is NaN", NBD, () => [NaN], {}, "INVALID_ARGUMENT"],
    ["an unknown method", NBD, transactions, { method: "bootstrap" }, "INVALID_ARGUMENT"],
    ["an unknown scale", NBD, transactions, { scale: "sqrt" }, "INVALID_ARGUMENT"],
    ["no draw at all", NBD, transactions, { draws: 0 }, "INVALID_ARGUMENT"],
    ["a seed for a source of chance", NBD, transactions, { random: 1 }, "INVALID_ARGUMENT"],
    ["a level of 0", NBD, transactions, { level: 0 }, "INVALID_ARGUMENT"],
    ["an unknown option", NBD, transactions, { seed: 1 }, "UNKNOWN_OPTION"],
  ])("refuse %s", (_, model, predict, options, code) => {
    expect(() => expectationIntervals(model as never, predict as never, options as never)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it("refuse predictions whose number changes with the parameters", () => {
    let calls = 0;
    expect(() => expectationIntervals(NBD, () => new Float64Array(++calls))).toThrow(
      expect.objectContaining({ code: "LENGTH_MISMATCH" }),
    );
  });
});
