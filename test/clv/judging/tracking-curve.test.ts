import { describe, expect, it } from "vitest";
import { expectedTransactionsOfNewCustomer, trackingCurve } from "../../../src/clv/index.js";
import { transactionLog } from "../../../src/transactions/transaction-log.js";
import { cdnowSampleLog } from "../support/cdnow-log.js";
import { cdnowSample } from "../support/golden.js";
import { allModels, clvModels } from "../support/known-models.js";

const LOG = cdnowSampleLog();
const DAYS = { calibrationEnd: "1997-09-30", to: "1998-06-30" };
const [, paretoNbd] = clvModels;

describe("trackingCurve", () => {
  it.each(allModels)(
    "of $kind meets the sum over customers at the end of the calibration",
    (model) => {
      const { customers, periods } = trackingCurve(model, LOG, DAYS);
      expect(customers).toBe(2357);
      expect(periods).toHaveLength(78);
      const [calibration, holdout] = [
        periods.filter(({ isHoldout }) => !isHoldout),
        periods.at(-1)!,
      ];
      expect(calibration).toHaveLength(39);
      expect(calibration.at(-1)!.to).toBe("1997-09-30");
      const { repeatCount, age } = cdnowSample();
      // x and, in the holdout, x* of the golden summary.
      expect(calibration.at(-1)!.cumulativeActual).toBe(
        Array.from(repeatCount).reduce((sum, x) => sum + x, 0),
      );
      expect(holdout.cumulativeActual - calibration.at(-1)!.cumulativeActual).toBe(1882);
      const expected = Array.from(age).reduce(
        (sum, weeks) => sum + expectedTransactionsOfNewCustomer(model, { horizon: { weeks } }),
        0,
      );
      expect(calibration.at(-1)!.cumulativeExpected).toBeCloseTo(expected, 8);
    },
  );

  it("adds its periods up", () => {
    const { periods } = trackingCurve(paretoNbd, LOG, { ...DAYS, step: "P1M" });
    expect(periods).toHaveLength(18);
    expect(periods[1]).toMatchObject({ from: "1997-02-01", to: "1997-02-28" });
    let [actual, expected] = [0, 0];
    for (const period of periods) {
      actual += period.actual;
      expected += period.expected;
      expect(period.cumulativeActual).toBe(actual);
      expect(period.cumulativeExpected).toBeCloseTo(expected, 8);
    }
  });

  it("counts what lies before its first period apart", () => {
    const whole = trackingCurve(paretoNbd, LOG, DAYS);
    const later = trackingCurve(paretoNbd, LOG, { ...DAYS, from: "1997-10-01" });
    expect(later.periods).toHaveLength(39);
    expect(later.actualBefore).toBe(whole.periods[38]!.cumulativeActual);
    expect(later.expectedBefore).toBeCloseTo(whole.periods[38]!.cumulativeExpected, 8);
    expect(later.periods[0]!.actual).toBe(whole.periods[39]!.actual);
    expect(whole.actualBefore).toBe(0);
  });

  it("tracks those only who came up to the end of the calibration, and whole periods only", () => {
    const log = transactionLog(
      [
        { customerId: "old", at: "2024-01-01", amount: 1 },
        { customerId: "old", at: "2024-01-05", amount: 1 },
        { customerId: "old", at: "2024-01-05", amount: 1 },
        { customerId: "new", at: "2024-01-09", amount: 1 },
        { customerId: "new", at: "2024-01-10", amount: 1 },
        { customerId: "old", at: "2024-01-12", amount: -1 },
      ],
      { currency: "USD" },
    );
    const options = { calibrationEnd: "2024-01-07", to: "2024-01-16" };
    const { customers, periods } = trackingCurve(paretoNbd, log, options);
    expect(customers).toBe(1);
    expect(periods.map(({ from, to, actual }) => [from, to, actual])).toEqual([
      ["2024-01-01", "2024-01-07", 1],
      ["2024-01-08", "2024-01-14", 0],
    ]);
    const kept = trackingCurve(paretoNbd, log, { ...options, sameDay: "keep" });
    expect(kept.periods[0]!.actual).toBe(2);
  });

  it.each([
    ["an end before the calibration's", { ...DAYS, to: "1997-01-01" }, "INVALID_ARGUMENT"],
    ["no end of the calibration", { to: "1998-06-30" }, "INVALID_ARGUMENT"],
    ["hours", { ...DAYS, step: "PT12H" }, "INVALID_ARGUMENT"],
    ["a step of no time", { ...DAYS, step: "P0D" }, "INVALID_ARGUMENT"],
    ["a step that is no text", { ...DAYS, step: 7 }, "INVALID_ARGUMENT"],
    ["a first day that is none", { ...DAYS, from: "1997-02-30" }, "INVALID_ARGUMENT"],
    ["an unknown option", { ...DAYS, grain: "week" }, "UNKNOWN_OPTION"],
    ["a calibration before anybody came", { ...DAYS, calibrationEnd: "1996-01-01" }, "EMPTY_INPUT"],
    ["no options", undefined, "INVALID_ARGUMENT"],
  ])("refuses %s", (_, options, code) => {
    expect(() => trackingCurve(paretoNbd, LOG, options as never)).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
