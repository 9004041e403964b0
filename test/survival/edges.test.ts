import { describe, expect, test } from "vitest";
import {
  aalenJohansen,
  incidenceAt,
  kaplanMeier,
  logRankTest,
  nelsonAalen,
  restrictedMean,
  survivalAt,
  survivalQuantile,
} from "../../src/survival/index.js";

describe("A survival curve", () => {
  test("An event comes before a censoring of the same time.", () => {
    const curve = kaplanMeier({ times: [2, 1, 2, 3], events: [0, 1, 1, 0] });
    expect(Array.from(curve.times)).toEqual([1, 2, 3]);
    expect(Array.from(curve.atRisk)).toEqual([4, 3, 1]);
    expect(Array.from(curve.events)).toEqual([1, 1, 0]);
    expect(Array.from(curve.censored)).toEqual([0, 1, 1]);
    expect(Array.from(curve.survival)).toEqual([0.75, 0.5, 0.5]);
  });

  test("Nobody at all: no steps, and no answers.", () => {
    const curve = kaplanMeier({ times: [], events: [] });
    expect(curve.times.length).toBe(0);
    expect(survivalAt(curve, [0, 1])).toEqual([undefined, undefined]);
    expect(survivalQuantile(curve, 0.5)).toEqual({
      share: 0.5,
      time: undefined,
      lower: undefined,
      upper: undefined,
    });
    expect(restrictedMean(curve)).toBeUndefined();
  });

  test("All censored: the curve stays at 1 and has no median.", () => {
    const curve = kaplanMeier({ times: [3, 1, 2], events: [0, 0, 0] });
    expect(Array.from(curve.survival)).toEqual([1, 1, 1]);
    expect(Array.from(curve.lower)).toEqual([1, 1, 1]);
    expect(survivalQuantile(curve, 0.5).time).toBeUndefined();
    expect(restrictedMean(curve)).toMatchObject({ horizon: 3, mean: 3, standardError: 0 });
  });

  test("Everybody at once: down to 0, of which the interval says nothing.", () => {
    const curve = kaplanMeier({ times: [5, 5], events: [true, true] });
    expect(Array.from(curve.survival)).toEqual([0]);
    expect(Array.from(curve.standardErrors)).toEqual([0]);
    expect(Array.from(curve.lower)).toEqual([0]);
    expect(Array.from(curve.upper)).toEqual([1]);
    expect(restrictedMean(curve)).toMatchObject({ mean: 5, standardError: 0, lower: 5, upper: 5 });
  });

  test("At 0 the upper bound stays that of the time before.", () => {
    const curve = kaplanMeier({ times: [1, 2, 3], events: [1, 1, 1] });
    expect(curve.lower[2]).toBe(0);
    expect(curve.upper[2]).toBe(curve.upper[1]);
    expect(curve.upper[1]).toBeLessThan(1);
  });

  test("An event at time 0 counts.", () => {
    expect(Array.from(kaplanMeier({ times: [0, 1], events: [1, 0] }).survival)).toEqual([0.5, 0.5]);
    const late = kaplanMeier({ times: [0, 1, 2], entries: [0, 0, 1], events: [1, 0, 0] });
    expect(Array.from(late.atRisk)).toEqual([2, 1, 1]);
  });

  test("A subject is at risk after its entry, not at it.", () => {
    const curve = kaplanMeier({ times: [2, 4, 5], entries: [0, 2, 1], events: [1, 1, 1] });
    expect(Array.from(curve.atRisk)).toEqual([2, 2, 1]);
    expect(Array.from(curve.survival)).toEqual([0.5, 0.25, 0]);
  });

  test("Once nobody was left, later entries do not bring the curve back, but it can begin later.", () => {
    const sample = { times: [1, 6, 8], entries: [0, 3, 3], events: [1, 1, 0] };
    expect(Array.from(kaplanMeier(sample).survival)).toEqual([0, 0, 0]);
    const later = kaplanMeier(sample, { from: 3 });
    expect(Array.from(later.times)).toEqual([6, 8]);
    expect(Array.from(later.survival)).toEqual([0.5, 0.5]);
    expect(restrictedMean(later)).toMatchObject({ horizon: 8, mean: 4 });
  });

  test("A curve that begins after everybody has gone has no steps.", () => {
    expect(kaplanMeier({ times: [1], events: [1] }, { from: 1 }).times.length).toBe(0);
  });

  test("Read before the first time, at a time, between, and beyond.", () => {
    const open = kaplanMeier({ times: [1, 2, 4], events: [1, 1, 0] }, { interval: "plain" });
    const values = survivalAt(open, [0, 1, 3, 4, 4.5]).map((point) => point?.survival);
    expect(values).toEqual([1, 2 / 3, (2 / 3) * (1 / 2), (2 / 3) * (1 / 2), undefined]);
    const closed = kaplanMeier({ times: [1, 2], events: [1, 1] });
    expect(survivalAt(closed, [100])[0]).toMatchObject({ time: 100, survival: 0, lower: 0 });
  });

  test("A restricted mean beyond the last time is known only at 0.", () => {
    const open = kaplanMeier({ times: [1, 3], events: [1, 0] });
    expect(restrictedMean(open, { horizon: 3 })?.mean).toBe(2);
    expect(restrictedMean(open, { horizon: 3.1 })).toBeUndefined();
    const closed = kaplanMeier({ times: [1, 3], events: [1, 1] });
    expect(restrictedMean(closed, { horizon: 100 })?.mean).toBe(2);
    expect(restrictedMean(closed, { horizon: 0.5 })).toMatchObject({ mean: 0.5, standardError: 0 });
  });

  test("A million years and a nanosecond are times like others.", () => {
    const curve = kaplanMeier({ times: [1e-300, 1e300], events: [1, 1] });
    expect(Array.from(curve.survival)).toEqual([0.5, 0]);
    expect(restrictedMean(curve)?.mean).toBe(5e299);
  });
});

describe("Competing events", () => {
  test("By hand: what cancels first cannot lapse any more.", () => {
    const curves = aalenJohansen({
      times: [1, 2, 3, 4],
      causes: ["cancelled", "lapsed", undefined, "cancelled"],
    });
    const [cancelled, lapsed] = curves.causes;
    expect(Array.from(cancelled!.incidence)).toEqual([0.25, 0.25, 0.25, 0.75]);
    expect(Array.from(lapsed!.incidence)).toEqual([0, 0.25, 0.25, 0.25]);
    expect(Array.from(curves.survival)).toEqual([0.75, 0.5, 0.5, 0]);
    expect(Array.from(lapsed!.lower.subarray(0, 1))).toEqual([0]);
  });

  test("All lost by one cause: 1, of which the interval keeps the lower bound of before.", () => {
    const [cause] = aalenJohansen({ times: [1, 2, 3], causes: ["a", "a", "a"] }).causes;
    expect(cause!.incidence[2]).toBe(1);
    expect(cause!.lower[2]).toBe(cause!.lower[1]);
    expect(cause!.upper[2]).toBe(1);
  });

  test("All censored: no causes. Nobody: no steps.", () => {
    expect(aalenJohansen({ times: [1], causes: [undefined] }).causes).toEqual([]);
    expect(aalenJohansen({ times: [], causes: [] }).times.length).toBe(0);
  });

  test("Names that objects have of their own are names.", () => {
    const curves = aalenJohansen({ times: [1, 2], causes: ["__proto__", "constructor"] });
    expect(curves.causes.map(({ cause }) => cause)).toEqual(["__proto__", "constructor"]);
    expect(incidenceAt(curves, "__proto__", [0, 1, 9]).map((point) => point?.incidence)).toEqual([
      0, 0.5, 0.5,
    ]);
  });

  test("Beyond the last time of somebody still there nothing is known.", () => {
    const curves = aalenJohansen({ times: [1, 2], causes: ["a", undefined] });
    expect(incidenceAt(curves, "a", [3])).toEqual([undefined]);
    expect(() => incidenceAt(curves, "b", [1])).toThrow("one of the curves' causes: a");
  });
});

describe("The log-rank test", () => {
  test("Four customers by hand.", () => {
    const result = logRankTest({
      times: [1, 2, 3, 4],
      events: [1, 1, 1, 1],
      groups: ["a", "a", "b", "b"],
    });
    // Expected of a: 2/4 + 1/3; variance 1/4 + 2/9.
    expect(result.groups[0]).toMatchObject({ group: "a", subjects: 2, observed: 2 });
    expect(result.groups[0]!.expected).toBeCloseTo(5 / 6, 15);
    expect(result.statistic).toBeCloseTo((7 / 6) ** 2 / (17 / 36), 12);
    expect(result.degrees).toBe(1);
  });

  test("One group, nobody, or no events: nothing to compare.", () => {
    const nothing = { statistic: undefined, degrees: 0, pValue: undefined };
    expect(logRankTest({ times: [1, 2], events: [1, 1], groups: ["a", "a"] })).toMatchObject(
      nothing,
    );
    expect(logRankTest({ times: [], events: [], groups: [] })).toEqual({ ...nothing, groups: [] });
    expect(logRankTest({ times: [1, 2], events: [0, 0], groups: ["a", "b"] })).toMatchObject(
      nothing,
    );
  });

  test("A group that was gone before the first event is not compared.", () => {
    const result = logRankTest({
      times: [1, 3, 4, 5, 6],
      events: [0, 1, 1, 1, 1],
      groups: ["early", "a", "b", "a", "b"],
    });
    expect(result.degrees).toBe(1);
    expect(result.groups.map(({ group, expected }) => [group, expected > 0])).toEqual([
      ["a", true],
      ["b", true],
      ["early", false],
    ]);
  });

  test("Groups that meet only within their strata are as many tests, added up.", () => {
    const one = {
      times: [1, 2, 3, 4, 5],
      events: [1, 0, 1, 1, 1],
      groups: ["a", "b", "a", "b", "b"],
    };
    const two = { ...one, times: [2, 2, 1, 7, 1], groups: ["c", "d", "c", "d", "d"] };
    const both = logRankTest({
      times: [...one.times, ...two.times],
      events: [...one.events, ...two.events],
      groups: [...one.groups, ...two.groups],
      strata: [...one.groups.map(() => "x"), ...two.groups.map(() => "y")],
    });
    const sum = logRankTest(one).statistic! + logRankTest(two).statistic!;
    expect(both.statistic).toBeCloseTo(sum, 12);
    expect(both.degrees).toBe(2);
  });
});

describe("Bad input is refused with the place", () => {
  const good = { times: [1, 2, 3], events: [1, 0, 1] };
  const cases: readonly (readonly [string, object, string, string])[] = [
    ["no columns", {}, "INVALID_ARGUMENT", "sample.times"],
    ["a list", [] as object, "INVALID_ARGUMENT", "sample must be an object"],
    ["NaN", { ...good, times: [1, Number.NaN, 3] }, "INVALID_ARGUMENT", "sample.times[1]"],
    ["a negative time", { ...good, times: [1, 2, -3] }, "INVALID_ARGUMENT", "sample.times[2]"],
    [
      "an endless time",
      { ...good, times: [1, 2, Infinity] },
      "INVALID_ARGUMENT",
      "sample.times[2]",
    ],
    ["a time as text", { ...good, times: ["1", 2, 3] }, "INVALID_ARGUMENT", "sample.times[0]"],
    ["fewer events", { ...good, events: [1] }, "LENGTH_MISMATCH", "sample.events"],
    ["events 1 and 2", { ...good, events: [1, 2, 1] }, "INVALID_ARGUMENT", "sample.events[1]"],
    [
      "a hole in events",
      { ...good, events: [1, undefined, 1] },
      "INVALID_ARGUMENT",
      "sample.events[1]",
    ],
    ["events as text", { ...good, events: "101" }, "INVALID_ARGUMENT", "sample.events"],
    ["fewer entries", { ...good, entries: [0] }, "LENGTH_MISMATCH", "sample.entries"],
    [
      "an entry at its time",
      { ...good, entries: [0, 2, 0] },
      "INVALID_DATA",
      "sample.entries[1] must be below its time 2",
    ],
    [
      "an entry after its time",
      { ...good, entries: [0, 0, 4] },
      "INVALID_DATA",
      "sample.entries[2]",
    ],
    ["a negative entry", { ...good, entries: [0, -1, 0] }, "INVALID_ARGUMENT", "sample.entries[1]"],
    [
      "a negative weight",
      { ...good, weights: [1, 1, -1] },
      "INVALID_ARGUMENT",
      "sample.weights[2]",
    ],
    [
      "weights beyond numbers",
      { ...good, weights: [1e308, 1e308, 1] },
      "OUT_OF_RANGE",
      "sample.weights",
    ],
    ["a misspelt column", { ...good, entry: [0, 0, 0] }, "UNKNOWN_OPTION", "sample.entry"],
  ];
  for (const [name, sample, code, message] of cases) {
    test(name, () => {
      const refusal = expect.objectContaining({ code, message: expect.stringContaining(message) });
      expect(() => kaplanMeier(sample as typeof good)).toThrow(refusal);
      expect(() => nelsonAalen(sample as typeof good)).toThrow(refusal);
      const grouped = { groups: ["a", "b", "a"], ...sample } as never;
      if (!Array.isArray(sample)) expect(() => logRankTest(grouped)).toThrow(refusal);
    });
  }

  test("causes that are no names, groups that are none, too many groups", () => {
    for (const cause of [null, "", 0, 1, {}]) {
      expect(() => aalenJohansen({ times: [1], causes: [cause as string] })).toThrow(
        "sample.causes[0] must be a name, or undefined where there was none",
      );
    }
    expect(() => logRankTest({ ...good, groups: ["a", undefined as never, "b"] })).toThrow(
      "sample.groups[1] must be a name",
    );
    expect(() => logRankTest({ ...good, groups: "abc" as never })).toThrow("sample.groups");
    expect(() => logRankTest({ ...good, groups: ["a", "b"] })).toThrow("sample.groups");
    expect(() => logRankTest({ ...good, groups: ["a", "b", "b"], weights: [0.5, 1, 1] })).toThrow(
      "sample.weights[0] must be a non-negative integer",
    );
    const many = Array.from({ length: 101 }, (_, index) => index);
    expect(() =>
      logRankTest({
        times: many,
        events: many.map(() => 1),
        groups: many.map((index) => `g${index}`),
      }),
    ).toThrow("101 groups; at most 100");
  });

  test("options", () => {
    expect(() => kaplanMeier(good, { level: 1 })).toThrow("options.level");
    expect(() => kaplanMeier(good, { level: 95 })).toThrow("options.level");
    expect(() => kaplanMeier(good, { interval: "wald" as never })).toThrow("options.interval");
    expect(() => kaplanMeier(good, { from: -1 })).toThrow("options.from");
    expect(() => kaplanMeier(good, { confidence: 0.9 } as object)).toThrow("options.confidence");
    expect(() => nelsonAalen(good, { interval: "logLog" as never })).toThrow("options.interval");
    expect(() =>
      logRankTest({ ...good, groups: ["a", "b", "b"] }, { weighting: "none" as never }),
    ).toThrow("options.weighting");
    const curve = kaplanMeier(good);
    for (const share of [0, 1, 50, Number.NaN, "0.5" as never]) {
      expect(() => survivalQuantile(curve, share)).toThrow("share");
    }
    expect(() => survivalAt(curve, [-1])).toThrow("times[0]");
    expect(() => survivalAt({} as never, [1])).toThrow("curve.times");
    expect(() => survivalAt(null as never, [1])).toThrow("curve");
    expect(() => restrictedMean(curve, { horizon: 0 })).toThrow("options.horizon must be above 0");
    expect(() => restrictedMean(curve, { horizon: Infinity })).toThrow("options.horizon");
  });
});
