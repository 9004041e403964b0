import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { median } from "../../src/core/stats.js";
import {
  aalenJohansen,
  kaplanMeier,
  kaplanMeierByGroup,
  logRankTest,
  nelsonAalen,
  restrictedMean,
  survivalAt,
  survivalQuantile,
} from "../../src/survival/index.js";

/** A few times, so that ties are common; entries before them; whole-numbered weights. */
const row = fc.record({
  time: fc.integer({ min: 0, max: 12 }).map((time) => time / 4),
  event: fc.boolean(),
  cause: fc.constantFrom("cancelled", "lapsed", "moved"),
  entryShare: fc.constantFrom(0, 0, 0.25, 0.5, 0.75),
  weight: fc.integer({ min: 1, max: 3 }),
  group: fc.constantFrom("basic", "plus", "pro"),
  stratum: fc.constantFrom("north", "south"),
});
type Row = typeof row extends fc.Arbitrary<infer R> ? R : never;
const rows = fc.array(row, { minLength: 1, maxLength: 40 });

function sampleOf(list: readonly Row[]) {
  return {
    times: list.map(({ time }) => time),
    events: list.map(({ event }) => event),
    entries: list.map(({ time, entryShare }) => time * entryShare),
    weights: list.map(({ weight }) => weight),
    groups: list.map(({ group }) => group),
    strata: list.map(({ stratum }) => stratum),
  };
}

function competingOf(list: readonly Row[]) {
  const { times, entries, weights } = sampleOf(list);
  const causes = list.map(({ event, cause }) => (event ? cause : undefined));
  return { times, entries, weights, causes };
}

/** Every number of a result agrees, to the rounding of sums that run in another order. */
function expectClose(got: unknown, expected: unknown): void {
  const plain = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (_, part) =>
        ArrayBuffer.isView(part) ? Array.from(part as Float64Array) : part,
      ),
      (_, part) => (typeof part === "number" ? Number(part.toFixed(9)) + 0 : part),
    );
  expect(plain(got)).toEqual(plain(expected));
}

describe("A survival curve", () => {
  test.prop([fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 50 })])(
    "without censoring is the share still there, with a binomial error; its median is the median.",
    (times) => {
      const curve = kaplanMeier({ times, events: times.map(() => 1) });
      curve.times.forEach((time, index) => {
        const share = times.filter((other) => other > time).length / times.length;
        expect(curve.survival[index]).toBeCloseTo(share, 12);
        expect(curve.standardErrors[index]! ** 2).toBeCloseTo(
          (share * (1 - share)) / times.length,
          12,
        );
      });
      expect(survivalQuantile(curve, 0.5).time).toBe(median(times));
    },
  );

  test.prop([rows])("only falls, within its interval, whatever the interval.", (list) => {
    for (const interval of ["plain", "log", "logLog"] as const) {
      const curve = kaplanMeier(sampleOf(list), { interval });
      curve.survival.forEach((value, index) => {
        expect(value).toBeLessThanOrEqual(curve.survival[index - 1] ?? 1);
        expect(curve.lower[index]).toBeGreaterThanOrEqual(0);
        expect(curve.lower[index]).toBeLessThanOrEqual(value);
        expect(curve.upper[index]).toBeGreaterThanOrEqual(value);
        expect(curve.upper[index]).toBeLessThanOrEqual(1);
      });
    }
  });

  test.prop([rows])("is at most e to the minus Nelson-Aalen hazard.", (list) => {
    const { survival } = kaplanMeier(sampleOf(list));
    const { cumulativeHazard } = nelsonAalen(sampleOf(list));
    survival.forEach((value, index) => {
      expect(value).toBeLessThanOrEqual(Math.exp(-cumulativeHazard[index]!) + 1e-15);
    });
  });

  test.prop([rows, fc.integer({ min: 0, max: 11 })])(
    "from a time on is the curve over its value there, where people were watched from the start.",
    (list, quarter) => {
      const { entries: _, ...sample } = sampleOf(list);
      const from = quarter / 4;
      const whole = kaplanMeier(sample);
      const [base] = survivalAt(whole, [from]);
      fc.pre(base !== undefined && base.survival > 0);
      const later = kaplanMeier(sample, { from });
      for (const [index, time] of later.times.entries()) {
        const [point] = survivalAt(whole, [time]);
        expect(later.survival[index]).toBeCloseTo(point!.survival / base!.survival, 12);
      }
    },
  );

  test.prop([rows, fc.integer({ min: 1, max: 12 })])(
    "has the restricted mean of an area added slice by slice.",
    (list, quarters) => {
      const curve = kaplanMeier(sampleOf(list));
      const horizon = quarters / 4;
      const slices = Array.from({ length: quarters * 64 }, (_, slice) => (slice + 0.5) / 256);
      const points = survivalAt(curve, slices);
      const result = restrictedMean(curve, { horizon });
      if (result === undefined) expect(survivalAt(curve, [horizon])).toEqual([undefined]);
      else {
        const area = points.reduce((sum, point) => sum + point!.survival / 256, 0);
        // Entries and times are sixteenths, which slices of a 256th never straddle.
        expect(result.mean).toBeCloseTo(area, 10);
      }
    },
  );
});

describe("The curves of groups", () => {
  test.prop([rows])("are those of their own rows.", (list) => {
    const curves = kaplanMeierByGroup(sampleOf(list));
    const names = [...new Set(list.map(({ group }) => group))].sort();
    expect(curves.map(({ group }) => group)).toEqual(names);
    for (const { group, curve } of curves) {
      expect(curve).toEqual(kaplanMeier(sampleOf(list.filter((one) => one.group === group))));
    }
  });
});

describe("Every estimate", () => {
  const estimates = (list: readonly Row[]) => [
    kaplanMeier(sampleOf(list)),
    nelsonAalen(sampleOf(list)),
    aalenJohansen(competingOf(list)),
    logRankTest(sampleOf(list)),
  ];

  test.prop([rows, fc.integer({ min: 0, max: 1000 })])(
    "is the same for any order of the rows.",
    (list, turn) => {
      const turned = list.map((_, index) => list[(index + turn) % list.length]!).reverse();
      expectClose(estimates(turned), estimates(list));
    },
  );

  test.prop([rows])("takes a weight of 3 for three rows.", (list) => {
    const repeated = list.flatMap((one) =>
      Array.from({ length: one.weight }, () => ({ ...one, weight: 1 })),
    );
    expectClose(estimates(repeated), estimates(list));
  });

  test.prop([rows])("takes a weight of 0 for no row.", (list) => {
    const extra = list.map((one) => ({ ...one, time: one.time + 0.125 }));
    const all = [...list, ...extra];
    const weights = [...list.map(({ weight }) => weight), ...extra.map(() => 0)];
    expectClose(kaplanMeier({ ...sampleOf(all), weights }), kaplanMeier(sampleOf(list)));
    expectClose(nelsonAalen({ ...sampleOf(all), weights }), nelsonAalen(sampleOf(list)));
    const { groups: _, ...tested } = logRankTest(sampleOf(list));
    expectClose(logRankTest({ ...sampleOf(all), weights }), {
      ...tested,
      groups: logRankTest(sampleOf(list)).groups,
    });
  });

  test.prop([rows])("takes entries of 0 for none.", (list) => {
    const { entries: _, ...sample } = sampleOf(list);
    const entries = list.map(() => 0);
    expectClose(kaplanMeier({ ...sample, entries }), kaplanMeier(sample));
    expectClose(logRankTest({ ...sample, entries }), logRankTest(sample));
  });

  test.prop([rows])("does not notice a follow-up that is cut in two.", (list) => {
    const { times, events, entries, weights } = sampleOf(list);
    const cuts = times.map((time, index) => (entries[index]! + time) / 2);
    const splittable = times.flatMap((time, index) => (time > entries[index]! ? [index] : []));
    const first = splittable.map((index) => ({
      time: cuts[index]!,
      event: 0,
      entry: entries[index]!,
      weight: weights[index]!,
    }));
    const second = times.map((time, index) => ({
      time,
      event: Number(events[index]),
      entry: splittable.includes(index) ? cuts[index]! : entries[index]!,
      weight: weights[index]!,
    }));
    const episodes = [...first, ...second];
    const split = kaplanMeier({
      times: episodes.map(({ time }) => time),
      events: episodes.map(({ event }) => event),
      entries: episodes.map(({ entry }) => entry),
      weights: episodes.map(({ weight }) => weight),
    });
    const whole = kaplanMeier({ times, events, entries, weights });
    expectClose(
      survivalAt(split, Array.from(whole.times)),
      survivalAt(whole, Array.from(whole.times)),
    );
  });

  test.prop([
    fc.array(
      fc.tuple(
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        fc.double({ min: 0.001, max: 50, noNaN: true }),
      ),
      { minLength: 1, maxLength: 30 },
    ),
  ])(
    "comes down to exactly 0 where all who are left have the event, fractional weights or not.",
    (pairs) => {
      const times = pairs.map(([time]) => time);
      const sample = {
        times,
        entries: times.map((time) => time / 3),
        events: times.map(() => 1),
        weights: pairs.map(([, weight]) => weight),
      };
      expect(kaplanMeier(sample).survival.at(-1)).toBe(0);
    },
  );
});

describe("Competing events", () => {
  test.prop([rows])("and staying on add up to 1 at every time.", (list) => {
    const { causes, survival } = aalenJohansen(competingOf(list));
    survival.forEach((staying, index) => {
      const sum = causes.reduce((total, { incidence }) => total + incidence[index]!, staying);
      expect(sum).toBeCloseTo(1, 12);
    });
  });

  test.prop([rows])("of one kind are what a survival curve leaves, with its errors.", (list) => {
    const { causes, ...competing } = competingOf(list);
    const one = causes.map((cause) => cause && "lost");
    const curves = aalenJohansen({ ...competing, causes: one }, { interval: "plain" });
    const curve = kaplanMeier(sampleOf(list), { interval: "plain" });
    expectClose(curves.survival, curve.survival);
    for (const { incidence, standardErrors } of curves.causes) {
      expectClose(
        incidence.map((share) => 1 - share),
        curve.survival,
      );
      expectClose(standardErrors, curve.standardErrors);
    }
  });

  test.prop([rows])(
    "without censoring are the shares lost so far, with a binomial error.",
    (list) => {
      const times = list.map(({ time }) => time);
      const names = list.map(({ cause }) => cause);
      const curves = aalenJohansen({ times, causes: names });
      for (const { cause, incidence, standardErrors } of curves.causes) {
        curves.times.forEach((time, index) => {
          const share =
            list.filter((one) => one.time <= time && one.cause === cause).length / list.length;
          expect(incidence[index]).toBeCloseTo(share, 12);
          expect(standardErrors[index]! ** 2).toBeCloseTo((share * (1 - share)) / list.length, 12);
        });
      }
    },
  );
});

describe("The log-rank test", () => {
  test.prop([rows, fc.double({ min: 1e-3, max: 1e3, noNaN: true })])(
    "does not depend on the unit of time or on the names of the groups.",
    (list, unit) => {
      const sample = sampleOf(list);
      const renamed = {
        ...sample,
        times: sample.times.map((time) => time * unit),
        entries: sample.entries.map((entry) => entry * unit),
        groups: sample.groups.map((group) => ({ basic: "z", plus: "y", pro: "x" })[group]!),
      };
      for (const weighting of ["logRank", "gehan", "taroneWare", "petoPeto"] as const) {
        const { statistic, degrees, pValue } = logRankTest(sample, { weighting });
        const other = logRankTest(renamed, { weighting });
        expectClose([other.statistic, other.degrees, other.pValue], [statistic, degrees, pValue]);
      }
    },
  );

  test.prop([rows])("expects as many events as happen.", (list) => {
    const { groups } = logRankTest(sampleOf(list));
    const total = (column: "observed" | "expected" | "score"): number =>
      groups.reduce((sum, group) => sum + group[column], 0);
    expect(total("expected")).toBeCloseTo(total("observed"), 9);
    expect(total("score")).toBeCloseTo(0, 9);
  });
});
