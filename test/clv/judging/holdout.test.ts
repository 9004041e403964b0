import { describe, expect, it } from "vitest";
import { type HoldoutGroup, splitHoldout, validateHoldout } from "../../../src/clv/index.js";
import { correlation } from "../../../src/core/ranks.js";
import { cdnowSampleLog } from "../support/cdnow-log.js";
import { cdnowSample, goldenTable } from "../support/golden.js";
import { clvModels } from "../support/known-models.js";

const LOG = cdnowSampleLog();
const DAYS = { calibrationEnd: "1997-09-30", to: "1998-06-30" };
const HORIZON = { weeks: 39 };
const [, paretoNbd, bgNbd] = clvModels;
const { x_star } = goldenTable("cdnow-sample-summary-39w.csv");

describe("splitHoldout", () => {
  it("gives the known histories and holdout counts of the CDNOW sample", () => {
    const { calibration, holdoutCount, horizon } = splitHoldout(LOG, { ...DAYS, unit: "week" });
    const { repeatCount, recency, age } = cdnowSample();
    expect(Array.from(calibration.repeatCount)).toEqual(repeatCount);
    expect(Array.from(calibration.recency)).toEqual(recency);
    expect(Array.from(calibration.age)).toEqual(age);
    expect(Array.from(holdoutCount)).toEqual(x_star);
    expect(horizon).toEqual({ days: 273 });
  });

  it("leaves out who came after the calibration", () => {
    const { calibration, holdoutCount } = splitHoldout(LOG, {
      ...DAYS,
      calibrationEnd: "1997-01-31",
    });
    expect(calibration.customerIds.length).toBeLessThan(2357);
    expect(holdoutCount).toHaveLength(calibration.customerIds.length);
  });

  it.each([
    ["an end that is not after the calibration", { ...DAYS, to: "1997-09-30" }, "INVALID_ARGUMENT"],
    ["no end", { calibrationEnd: "1997-09-30" }, "INVALID_ARGUMENT"],
    ["no calibration", { to: "1997-09-30" }, "INVALID_ARGUMENT"],
    ["an unknown option", { ...DAYS, until: "1998" }, "UNKNOWN_OPTION"],
    ["an unknown zone", { ...DAYS, zone: "Mars/Base" }, "UNKNOWN_TIME_ZONE"],
    ["no options", undefined, "INVALID_ARGUMENT"],
  ])("refuses %s", (_, options, code) => {
    expect(() => splitHoldout(LOG, options as never)).toThrow(expect.objectContaining({ code }));
  });

  it("refuses what is no log", () => {
    expect(() => splitHoldout(undefined as never, DAYS)).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
  });
});

describe("validateHoldout", () => {
  const validation = validateHoldout(paretoNbd, cdnowSample(), x_star!, { horizon: HORIZON });

  it("finds the known totals of the CDNOW sample", () => {
    expect(validation.customers).toBe(2357);
    expect(validation.actual).toBe(1882);
    expect(validation.expected).toBeCloseTo(1665.51311, 5);
    expect(validation.bias).toBeCloseTo((1665.51311 - 1882) / 2357, 8);
    const ofBgNbd = validateHoldout(bgNbd, cdnowSample(), x_star!, { horizon: HORIZON });
    expect(ofBgNbd.expected).toBeCloseTo(1653.4087, 5);
  });

  it("is better than the guess that everybody goes on at the own past rate", () => {
    expect(validation.rootMeanSquareError).toBeLessThan(validation.naive.rootMeanSquareError);
    const { repeatCount, age } = cdnowSample();
    const guess = Array.from(repeatCount, (x, row) => (x / age[row]!) * 39);
    expect(validation.naive.correlation).toBeCloseTo(correlation(guess, x_star!)!, 12);
  });

  it.each(["byFrequency", "byRecency", "byExpectation"] as const)(
    "accounts for everybody %s",
    (name) => {
      const groups: readonly HoldoutGroup[] = validation[name];
      const sum = (key: "customers" | "actual" | "expected") =>
        groups.reduce((total, group) => total + group[key], 0);
      expect(sum("customers")).toBe(2357);
      expect(sum("actual")).toBe(1882);
      expect(sum("expected")).toBeCloseTo(validation.expected, 8);
      for (const { customers, actual, actualMean } of groups) {
        expect(actualMean).toBeCloseTo(actual / customers, 12);
      }
    },
  );

  it("groups by frequency up to 7 and more, and by expectation in rising order", () => {
    expect(validation.byFrequency.map(({ from }) => from)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(validation.byFrequency[0]!.customers).toBe(1411);
    expect(validation.byFrequency.at(-1)).not.toHaveProperty("to");
    const means = validation.byExpectation.map(({ expectedMean }) => expectedMean);
    expect(means).toEqual([...means].sort((a, b) => a - b));
  });

  it("says the same of customers in another order, in another unit, and of rows for several", () => {
    const { repeatCount, recency, age } = cdnowSample();
    const order = Array.from(x_star!.keys()).reverse();
    const taken = (column: ArrayLike<number>, factor = 1) =>
      order.map((row) => column[row]! * factor);
    const reversed = {
      repeatCount: taken(repeatCount),
      recency: taken(recency, 7),
      age: taken(age, 7),
      unit: "day",
    } as const;
    const other = validateHoldout(paretoNbd, reversed, taken(x_star!), { horizon: { days: 273 } });
    expect(other.expected).toBeCloseTo(validation.expected, 8);
    expect(other.rootMeanSquareError).toBeCloseTo(validation.rootMeanSquareError, 10);
    expect(other.correlation).toBeCloseTo(validation.correlation!, 10);
    expect(other.byFrequency.map(({ customers }) => customers)).toEqual(
      validation.byFrequency.map(({ customers }) => customers),
    );

    const row = { repeatCount: [2], recency: [20], age: [30], unit: "week" } as const;
    const thrice = {
      repeatCount: [2, 2, 2],
      recency: [20, 20, 20],
      age: [30, 30, 30],
      unit: "week",
    };
    const single = validateHoldout(paretoNbd, { ...row, customerCount: [3] }, [1], {
      horizon: HORIZON,
    });
    const separate = validateHoldout(paretoNbd, thrice as never, [1, 1, 1], { horizon: HORIZON });
    expect(single).toEqual(separate);
    expect(single).not.toHaveProperty("correlation");
  });

  it("keeps equal expectations together", () => {
    const rows = {
      repeatCount: [0, 0, 0, 0],
      recency: [0, 0, 0, 0],
      age: [9, 9, 9, 9],
      unit: "week",
    };
    const { byExpectation, byRecency } = validateHoldout(paretoNbd, rows as never, [0, 1, 0, 0], {
      horizon: HORIZON,
    });
    expect(byExpectation).toHaveLength(1);
    expect(byRecency).toHaveLength(1);
  });

  it.each([
    ["too few counts", [1], { horizon: HORIZON }, "LENGTH_MISMATCH"],
    ["a count below 0", [1, -1], { horizon: HORIZON }, "INVALID_ARGUMENT"],
    ["a count that is NaN", [1, NaN], { horizon: HORIZON }, "INVALID_ARGUMENT"],
    ["no counts", undefined, { horizon: HORIZON }, "INVALID_ARGUMENT"],
    ["no horizon", [1, 1], {}, "INVALID_ARGUMENT"],
    ["a bare number of weeks", [1, 1], { horizon: 39 }, "INVALID_ARGUMENT"],
    ["no group at all", [1, 1], { horizon: HORIZON, recencyGroups: 0 }, "INVALID_ARGUMENT"],
    ["a billion groups", [1, 1], { horizon: HORIZON, recencyGroups: 1e9 }, "INVALID_ARGUMENT"],
    ["an unknown option", [1, 1], { horizon: HORIZON, bins: 3 }, "UNKNOWN_OPTION"],
  ])("refuses %s", (_, counts, options, code) => {
    const two = { repeatCount: [0, 1], recency: [0, 3], age: [9, 9], unit: "week" } as const;
    expect(() => validateHoldout(paretoNbd, two, counts as never, options as never)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it("refuses to judge by nobody", () => {
    const nobody = { repeatCount: [], recency: [], age: [], unit: "week" } as const;
    expect(() => validateHoldout(paretoNbd, nobody, [], { horizon: HORIZON })).toThrow(
      expect.objectContaining({ code: "EMPTY_INPUT" }),
    );
  });
});
