import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import {
  type DatedHistories,
  estimateSeason,
  expectedTransactions,
  fitMbgNbd,
  type SeasonProfile,
  seasonalDuration,
  seasonalHistories,
  trackingCurve,
} from "../../../src/clv/index.js";
import { formatIsoDate, parseIsoDate } from "../../../src/core/epoch-day.js";
import { seededRandom } from "../../../src/core/random.js";
import { drawExponential, drawGamma } from "../../../src/core/random-draws.js";
import { summarizeTransactions } from "../../../src/transactions/summarize-transactions.js";
import { transactionLog } from "../../../src/transactions/transaction-log.js";
import type { TransactionLog } from "../../../src/transactions/types.js";
import { cdnowSampleLog } from "../support/cdnow-log.js";
import { expectClose } from "../support/compare.js";
import { clvModels } from "../support/known-models.js";

const DAY = 86_400_000;
const FLAT: SeasonProfile = {
  kind: "season",
  version: 1,
  by: "month",
  multipliers: Array(12).fill(1),
};
/** Every month has 365.2425 / 12 days on average, but not each one as many: hence not 0.5 and 7. */
const DECEMBER: SeasonProfile = (() => {
  const lengths = [31, 28.2425, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const rest = (365.2425 - 2 * 31) / (365.2425 - 31);
  return { ...FLAT, multipliers: lengths.map((_, month) => (month === 11 ? 2 : rest)) };
})();

/** One customer. */
function dated(first: string, recency: number, age: number): DatedHistories {
  return {
    repeatCount: [recency > 0 ? 1 : 0],
    recency: [recency],
    age: [age],
    unit: "day",
    firstAt: [parseIsoDate(first)! * DAY],
    zone: "UTC",
  };
}

describe("time that runs by a season", () => {
  it("makes two days of a December day, and fewer of the others", () => {
    const { recency, age } = seasonalHistories(dated("2025-11-30", 10, 31), DECEMBER);
    expectClose(recency[0], 20, 1e-12);
    expectClose(age[0], 62, 1e-12);
    const options = { from: "2025-11-30", horizon: { days: 32 } };
    const { days } = seasonalDuration(DECEMBER, options) as { days: number };
    // 31 days of December, the first of January.
    expectClose(days, 62 + DECEMBER.multipliers[0]!, 1e-12);
  });

  const anyDay = fc.integer({ min: -40_000, max: 60_000 });
  const anyProfile = fc
    .array(fc.double({ min: 0.05, max: 5, noNaN: true }), { minLength: 12, maxLength: 12 })
    .map((values): SeasonProfile => {
      const lengths = [31, 28.2425, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
      const mean =
        values.reduce((sum, value, month) => sum + value * lengths[month]!, 0) / 365.2425;
      return { ...FLAT, multipliers: values.map((value) => value / mean) };
    });

  test.prop([anyDay, fc.double({ min: 0, max: 5000, noNaN: true }), fc.constantFrom(12, 52)])(
    "is the calendar's to the last bit without a season",
    (first, age, parts) => {
      const flat: SeasonProfile = {
        ...FLAT,
        by: parts === 12 ? "month" : "week",
        multipliers: Array(parts).fill(1),
      };
      const histories = dated(formatIsoDate(Math.max(-25_000, first)), age / 2, age);
      const warped = seasonalHistories(histories, flat);
      expect([...warped.recency, ...warped.age]).toEqual([age / 2, age]);
    },
  );

  test.prop([anyProfile, anyDay, fc.nat(900), fc.nat(900)])(
    "adds up, never runs backwards, and conserves 400 years",
    (season, from, first, second) => {
      const length = (start: number, days: number) =>
        (seasonalDuration(season, { from: start * DAY, horizon: { days } }) as { days: number })
          .days;
      const whole = length(from, first + second);
      expect(whole).toBeCloseTo(length(from, first) + length(from + first, second), 6);
      expect(length(from, first)).toBeGreaterThanOrEqual(0);
      expect(length(from, 146_097)).toBeCloseTo(146_097, 4);
    },
  );

  it("leaves a tracking curve as it is where the season is flat", () => {
    const log = cdnowSampleLog();
    const options = { calibrationEnd: "1997-09-30", to: "1998-06-30", step: "P1M" } as const;
    const model = clvModels[3];
    expect(trackingCurve(model, log, { ...options, season: FLAT })).toEqual(
      trackingCurve(model, log, options),
    );
  });

  it.each([
    ["another kind", { ...FLAT, kind: "nbd" }, "INVALID_ARGUMENT"],
    ["a version to come", { ...FLAT, version: 2 }, "UNSUPPORTED_VERSION"],
    ["eleven months", { ...FLAT, multipliers: Array(11).fill(1) }, "LENGTH_MISMATCH"],
    ["a mean of 2", { ...FLAT, multipliers: Array(12).fill(2) }, "INVALID_ARGUMENT"],
    ["NaN", { ...FLAT, multipliers: Array(12).fill(NaN) }, "INVALID_ARGUMENT"],
    ["another grain", { ...FLAT, by: "__proto__" }, "INVALID_ARGUMENT"],
    ["nothing", undefined, "INVALID_ARGUMENT"],
  ])("refuses a profile with %s", (_, season, code) => {
    expect(() => seasonalHistories(dated("2025-01-01", 0, 9), season as never)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it("refuses histories without a first day, and a horizon without a beginning", () => {
    const { firstAt: _, ...undated } = dated("2025-01-01", 0, 9);
    expect(() => seasonalHistories(undated as never, FLAT)).toThrow("histories.firstAt");
    expect(() => seasonalDuration(FLAT, { horizon: { days: 1 } } as never)).toThrow("options.from");
  });
});

/** Orders of customers who come over three years and stay for four, with a rate that follows a season. */
function simulateLog(season: SeasonProfile, seed: number): TransactionLog {
  const random = seededRandom(seed);
  const start = parseIsoDate("2020-01-01")!;
  const end = parseIsoDate("2023-12-31")!;
  const rows: { customerId: string; at: string; amount: string }[] = [];
  for (let customer = 0; customer < 500; customer++) {
    const first = start + Math.floor(1095 * random());
    const rate = drawGamma(1.5, 60, random);
    const order = (day: number) =>
      rows.push({ customerId: `c${customer}`, at: formatIsoDate(day), amount: "10" });
    order(first);
    // Thinning of a process that is as fast as the season ever is.
    const fastest = Math.max(...season.multipliers);
    for (let time = first; ; ) {
      time += drawExponential(rate * fastest, random);
      if (time > end) break;
      const month = Number(formatIsoDate(Math.floor(time)).slice(5, 7)) - 1;
      if (random() * fastest < season.multipliers[month]!) order(Math.floor(time));
    }
  }
  return transactionLog(rows, { currency: "USD" });
}

describe("estimateSeason", () => {
  const calibrationEnd = "2023-12-31";

  it("finds the season of simulated orders, and a model that needs it predicts December", () => {
    const log = simulateLog(DECEMBER, 3);
    const summaries = summarizeTransactions(log, { asOf: calibrationEnd, unit: "week" });
    const season = estimateSeason(fitMbgNbd(summaries), log, { calibrationEnd });
    season.multipliers.forEach((multiplier, month) => {
      // About a thousand purchases in each month.
      expect(Math.abs(multiplier - DECEMBER.multipliers[month]!)).toBeLessThan(0.25);
    });
    expect(JSON.parse(JSON.stringify(season))).toEqual(season);

    const before = summarizeTransactions(log, { asOf: "2023-11-30", unit: "week" });
    const horizon = seasonalDuration(season, { from: "2023-11-30", horizon: { days: 31 } });
    const warped = seasonalHistories(before, season);
    const sum = (values: Float64Array) => values.reduce((all, each) => all + each, 0);
    const seasonal = sum(expectedTransactions(fitMbgNbd(warped), warped, { horizon }));
    const flat = sum(expectedTransactions(fitMbgNbd(before), before, { horizon: { days: 31 } }));
    const after = summarizeTransactions(log, { asOf: calibrationEnd, unit: "week" });
    const purchases = (of: typeof after) => of.repeatCount.reduce((all, x) => all + x, 0);
    const actual = purchases(after) - purchases(before);
    expect(Math.abs(seasonal - actual)).toBeLessThan(0.12 * actual);
    expect(flat).toBeLessThan(0.65 * actual);
  });

  it("follows the season in a tracking curve", () => {
    const log = simulateLog(DECEMBER, 4);
    const summaries = summarizeTransactions(log, { asOf: calibrationEnd, unit: "week" });
    const model = fitMbgNbd(seasonalHistories(summaries, DECEMBER));
    const options = {
      calibrationEnd,
      to: calibrationEnd,
      from: "2020-01-01",
      step: "P1M",
    } as const;
    const { periods } = trackingCurve(model, log, { ...options, season: DECEMBER });
    const [november, december] = periods.slice(-2);
    expectClose(december!.expected / november!.expected, (2 * 31) / (0.9073 * 30), 0.05);
    expect(december!.isHoldout).toBe(false);
  });

  it("sees none where there is none, but chance", () => {
    const log = simulateLog(FLAT, 5);
    const summaries = summarizeTransactions(log, { asOf: calibrationEnd, unit: "week" });
    const season = estimateSeason(fitMbgNbd(summaries), log, { calibrationEnd });
    for (const multiplier of season.multipliers) expect(Math.abs(multiplier - 1)).toBeLessThan(0.1);
  });

  it("takes a part of the year that the log does not reach for average", () => {
    const log = cdnowSampleLog();
    const options = { calibrationEnd: "1997-06-30", by: "week" } as const;
    const { multipliers, expected } = estimateSeason(clvModels[3], log, options);
    expect(expected[40]).toBe(0);
    const unseen = multipliers.filter((_, part) => expected[part] === 0);
    expect(new Set(unseen).size).toBe(1);
    expect(multipliers).toHaveLength(52);
  });

  it.each([
    ["no end", {}, "INVALID_ARGUMENT"],
    ["a grain that is none", { calibrationEnd, by: "day" }, "INVALID_ARGUMENT"],
    ["an unknown option", { calibrationEnd, grain: "month" }, "UNKNOWN_OPTION"],
  ])("refuses %s", (_, options, code) => {
    expect(() => estimateSeason(clvModels[3], cdnowSampleLog(), options as never)).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
