import { describe, expect, test } from "vitest";
import {
  aalenJohansen,
  incidenceAt,
  kaplanMeier,
  logRankTest,
  nelsonAalen,
  restrictedMean,
  survivalQuantile,
} from "../../src/survival/index.js";
import golden from "../golden/survival/survival.json" with { type: "json" };

const { aml, waltons, mixed } = golden;
const kinds = ["plain", "log", "logLog"] as const;

type Column = ArrayLike<number>;
type MaybeColumn = readonly (number | null)[];

/** The two columns agree; null marks what the reference leaves open, a curve that has come down to 0. */
function expectColumn(got: Column, expected: MaybeColumn): void {
  expect(got.length).toBe(expected.length);
  expected.forEach((value, index) => {
    if (value !== null) expect(got[index], `place ${index}`).toBeCloseTo(value, 12);
  });
}

interface GoldenCurve {
  readonly times: readonly number[];
  readonly atRisk: readonly number[];
  readonly events: readonly number[];
  readonly censored: readonly number[];
  readonly survival: readonly number[];
  readonly standardErrors: MaybeColumn;
  readonly lower: MaybeColumn;
  readonly upper: MaybeColumn;
  readonly cumulativeHazard: readonly number[];
  readonly hazardErrors: readonly number[];
}

function expectCurve(curve: ReturnType<typeof kaplanMeier>, expected: GoldenCurve): void {
  for (const column of ["times", "atRisk", "events", "censored", "survival"] as const) {
    expectColumn(curve[column], expected[column]);
  }
  for (const column of ["standardErrors", "lower", "upper"] as const) {
    expectColumn(curve[column], expected[column]);
  }
}

function expectQuantiles(
  curve: ReturnType<typeof kaplanMeier>,
  expected: { readonly shares: readonly number[] } & Record<
    "time" | "lower" | "upper",
    MaybeColumn
  >,
): void {
  expected.shares.forEach((share, index) => {
    expect(survivalQuantile(curve, share)).toEqual({
      share,
      time: expected.time[index] ?? undefined,
      lower: expected.lower[index] ?? undefined,
      upper: expected.upper[index] ?? undefined,
    });
  });
}

function expectTest(
  result: ReturnType<typeof logRankTest>,
  expected: {
    readonly statistic: number;
    readonly degrees: number;
    readonly observed: readonly number[];
    readonly expected: readonly number[];
  },
): void {
  expect(result.statistic).toBeCloseTo(expected.statistic, 9);
  expect(result.degrees).toBe(expected.degrees);
}

describe("Leukaemia maintenance (aml), as R's survival has it", () => {
  const sample = { times: aml.times, events: aml.events };
  for (const interval of kinds) {
    test(`Kaplan-Meier curve and median with ${interval} intervals.`, () => {
      const curve = kaplanMeier(sample, { interval });
      expectCurve(curve, aml.curves[interval]);
      const { time, lower, upper } = survivalQuantile(curve, 0.5);
      expect([time ?? null, lower ?? null, upper ?? null]).toEqual(aml.medians[interval]);
    });
  }

  test("Quartiles.", () => {
    expectQuantiles(kaplanMeier(sample, { interval: "plain" }), aml.quantiles.plain);
    expectQuantiles(kaplanMeier(sample, { interval: "logLog" }), aml.quantiles.logLog);
  });

  test("Restricted means up to three horizons.", () => {
    const curve = kaplanMeier(sample);
    for (const expected of aml.means) {
      const result = restrictedMean(curve, { horizon: expected.horizon });
      expect(result?.mean).toBeCloseTo(expected.mean, 11);
      expect(result?.standardError).toBeCloseTo(expected.standardError, 11);
    }
  });

  test("Nelson-Aalen curve.", () => {
    const curve = nelsonAalen(sample);
    expectColumn(curve.cumulativeHazard, aml.curves.log.cumulativeHazard);
    expectColumn(curve.standardErrors, aml.curves.log.hazardErrors);
  });

  test("Log-rank test with four weightings.", () => {
    const grouped = { ...sample, groups: aml.groups };
    const result = logRankTest(grouped);
    expectTest(result, aml.logRank);
    expectColumn(
      result.groups.map(({ expected }) => expected),
      aml.logRank.expected,
    );
    expectTest(logRankTest(grouped, { weighting: "petoPeto" }), aml.petoPeto);
    expect(logRankTest(grouped, { weighting: "gehan" }).statistic).toBeCloseTo(aml.gehan, 10);
    expect(logRankTest(grouped, { weighting: "taroneWare" }).statistic).toBeCloseTo(
      aml.taroneWare,
      10,
    );
  });
});

describe("Fruit flies (Waltons), as R's survival has it", () => {
  const curve = kaplanMeier(waltons);

  test("Kaplan-Meier curve, quantiles and restricted means.", () => {
    expectCurve(curve, waltons.curve);
    expectQuantiles(curve, waltons.quantiles);
    for (const expected of waltons.means) {
      const result = restrictedMean(curve, { horizon: expected.horizon });
      expect(result?.mean).toBeCloseTo(expected.mean, 11);
      expect(result?.standardError).toBeCloseTo(expected.standardError, 11);
    }
  });

  test("Log-rank test, far into the tail.", () => {
    const result = logRankTest({
      times: waltons.times,
      events: waltons.events,
      groups: waltons.groups,
    });
    expectTest(result, waltons.logRank);
    expect(result.pValue! / 2.0359832222855e-28).toBeCloseTo(1, 9);
  });
});

describe("Late entries, weights, ties and competing causes, as R's survival and etm have them", () => {
  const { times, events, entries, weights, counts, groups, strata } = mixed;

  for (const interval of kinds) {
    test(`Weighted Kaplan-Meier curve with late entries and ${interval} intervals.`, () => {
      const curve = kaplanMeier({ times, events, entries, weights }, { interval });
      expectCurve(curve, mixed.weightedCurves[interval]);
    });
  }

  test("Weighted Nelson-Aalen curve with late entries.", () => {
    const curve = nelsonAalen({ times, events, entries, weights });
    expectColumn(curve.cumulativeHazard, mixed.weightedCurves.log.cumulativeHazard);
    expectColumn(curve.standardErrors, mixed.weightedCurves.log.hazardErrors);
  });

  test("A curve of those who got beyond a time.", () => {
    const curve = kaplanMeier({ times, events, entries }, { from: mixed.from.time });
    expectCurve(curve, mixed.from.curve);
    expect(curve.from).toBe(8);
  });

  test("Weighted restricted mean with late entries.", () => {
    const result = restrictedMean(kaplanMeier({ times, events, entries, weights }), {
      horizon: mixed.mean.horizon,
    });
    expect(result?.mean).toBeCloseTo(mixed.mean.mean, 11);
    expect(result?.standardError).toBeCloseTo(mixed.mean.standardError, 11);
  });

  test("Aalen-Johansen curves and Greenwood variances, without and with late entries.", () => {
    const causes = mixed.causes.map((cause) => (cause === "" ? undefined : cause));
    for (const [curves, expected] of [
      [aalenJohansen({ times, causes }), mixed.incidences],
      [aalenJohansen({ times, causes, entries }), mixed.lateIncidences],
    ] as const) {
      expect(curves.causes.map(({ cause }) => cause)).toEqual(["cancelled", "lapsed", "moved"]);
      for (const { cause, incidence, variance } of expected.causes) {
        const points = incidenceAt(curves, cause, expected.times);
        expectColumn(
          points.map((point) => point!.incidence),
          incidence,
        );
        expectColumn(
          points.map((point) => point!.standardError ** 2),
          variance,
        );
      }
    }
  });

  test("Log-rank tests of three groups, stratified, weighted, counted.", () => {
    const sample = { times, events, groups };
    const plain = logRankTest(sample);
    expectTest(plain, mixed.logRank);
    expectColumn(
      plain.groups.map(({ observed }) => observed),
      mixed.logRank.observed,
    );
    const stratified = logRankTest({ ...sample, strata });
    expectTest(stratified, mixed.stratified);
    expectColumn(
      stratified.groups.map(({ expected }) => expected),
      mixed.stratified.expected,
    );
    expectTest(
      logRankTest({ ...sample, strata }, { weighting: "petoPeto" }),
      mixed.stratifiedPetoPeto,
    );
    expectTest(logRankTest({ ...sample, weights: counts }), mixed.counted);
    expect(logRankTest(sample, { weighting: "gehan" }).statistic).toBeCloseTo(mixed.gehan, 10);
    expect(logRankTest(sample, { weighting: "taroneWare" }).statistic).toBeCloseTo(
      mixed.taroneWare,
      10,
    );
  });

  test("Log-rank tests with late entries, as Cox's score tests.", () => {
    const sample = { times: mixed.untiedTimes, events, groups, entries };
    expect(logRankTest(sample).statistic).toBeCloseTo(mixed.lateLogRank, 9);
    expect(logRankTest({ ...sample, strata }).statistic).toBeCloseTo(mixed.lateStratified, 9);
  });
});
