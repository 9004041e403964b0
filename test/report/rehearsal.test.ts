import { describe, expect, test } from "vitest";
import { formatIsoDate, parseIsoDate } from "../../src/core/epoch-day.js";
import {
  forecastError,
  rankForecasts,
} from "../../src/report/analysis/expected-value/choose-forecast.js";
import { planRehearsal } from "../../src/report/analysis/expected-value/rehearsal-plan.js";
import { createFormats } from "../../src/report/html/formats.js";
import type { View } from "../../src/report/html/view.js";
import { rehearsalOutcome } from "../../src/report/sections/forecast-outcome.js";
import type { ForecastKind, Rehearsal, RehearsedForecast } from "../../src/report/value-types.js";

const plan = (first: string, asOf: string, horizonDays: number) => {
  const { grain, from, learntUntil } = planRehearsal(
    parseIsoDate(first) as number,
    asOf,
    horizonDays,
  );
  return [grain, formatIsoDate(from), formatIsoDate(learntUntil)];
};

describe("a rehearsal", () => {
  test.each([
    [
      "judges half of a short log",
      "1997-01-01",
      "1998-06-30",
      364,
      "month",
      "1997-01-01",
      "1997-09-30",
    ],
    [
      "judges as long as the forecast looks ahead",
      "2020-01-15",
      "2022-12-31",
      91,
      "month",
      "2020-01-01",
      "2022-09-30",
    ],
    [
      "begins to judge with a period",
      "2025-01-03",
      "2025-06-20",
      364,
      "week",
      "2024-12-30",
      "2025-03-23",
    ],
    [
      "takes longer periods for longer logs",
      "2005-03-01",
      "2025-12-31",
      364,
      "year",
      "2005-01-01",
      "2024-12-31",
    ],
    [
      "has nothing to learn from in a log of a day",
      "2025-01-01",
      "2025-01-01",
      364,
      "week",
      "2024-12-30",
      "2024-12-29",
    ],
  ] as const)("%s", (_, first, asOf, horizon, ...expected) => {
    expect(plan(first, asOf, horizon)).toEqual(expected);
  });
});

describe("the outcome in words", () => {
  const rehearsal: Rehearsal = {
    learntUntil: "2025-06-30",
    weeks: 26,
    customers: 1000,
    purchases: 200,
    forecasts: [{ kind: "nbd", purchases: 150, error: 1 }],
    atOwnRate: 200.4,
    grain: "month",
    periods: [],
  };
  const write = (locale: "en" | "zh", forecast: number): string => {
    const view = { locale, formats: createFormats(locale, "EUR", 2) } as View;
    const forecasts = [{ kind: "nbd", purchases: forecast, error: 1 } as const];
    const { markup } = rehearsalOutcome(view, { ...rehearsal, forecasts }, "nbd");
    return markup.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  };

  test("says how far off the forecast was, and which way figures lean", () => {
    expect(write("en", 150)).toContain("They made 200 : the forecast was 25% too low");
    expect(write("en", 150)).toContain("may be too low in the same way");
    expect(write("en", 300)).toContain("the forecast was 50% too high");
    expect(write("zh", 150)).toContain("预测 偏低 25%");
  });

  test("does not warn of a forecast that was about right", () => {
    expect(write("en", 206)).toContain("3% too high");
    expect(write("en", 206)).not.toContain("in the same way");
    expect(write("en", 200.4)).toContain("the forecast was right");
    expect(write("zh", 200)).toContain("预测 准确");
  });
});

describe("the forecast to use", () => {
  const forecast = (kind: ForecastKind, error: number) => ({ kind, purchases: 100, error });
  const kinds = (...forecasts: RehearsedForecast[]) =>
    rankForecasts(forecasts).map(({ kind }) => kind);

  test("is the one with the least error", () => {
    expect(kinds(forecast("paretoNbd", 2), forecast("bgNbd", 1), forecast("nbd", 3))).toEqual([
      "bgNbd",
      "paretoNbd",
      "nbd",
    ]);
  });

  test("among equals is of a model in which one-time buyers may leave", () => {
    expect(kinds(forecast("bgNbd", 1), forecast("mbgNbd", 1.009), forecast("nbd", 1))).toEqual([
      "mbgNbd",
      "bgNbd",
      "nbd",
    ]);
  });

  test("has the Poisson deviance for its error", () => {
    expect(forecastError(Int32Array.of(0, 3), Float64Array.of(0.5, 3))).toBe(0.5);
    expect(forecastError(Int32Array.of(2), Float64Array.of(1))).toBeCloseTo(
      2 * (2 * Math.log(2) - 1),
      12,
    );
  });
});
