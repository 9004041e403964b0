import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { type Random, seededRandom } from "../../../src/core/random.js";
import {
  type StageFlow,
  stageAbsorption,
  stageFlow,
  stagesAfter,
  stageValues,
  stationaryMix,
  steadyCounts,
  timeToStage,
} from "../../../src/lifecycle/index.js";
import { DAY, path } from "./support.js";

const stage = fc.constantFrom("a", "b", "c", "d", "e");
const steps = fc.array(fc.tuple(stage, fc.integer({ min: 0, max: 9 })), {
  minLength: 1,
  maxLength: 7,
});
const visits = fc
  .array(steps, { minLength: 1, maxLength: 15 })
  .map((customers) => customers.flatMap((list, index) => path(`c${index}`, daysOf(list))));
const asOf = fc.integer({ min: 1, max: 40 }).map((days) => days * DAY);
const flows = fc.tuple(visits, asOf).map(([list, until]) => stageFlow(list, { asOf: until }));

/** Stays become days of entry. */
function daysOf(list: readonly (readonly [string, number])[]): [string, number][] {
  let day = 0;
  return list.map(([name, stay]) => {
    const entered = day;
    day += stay;
    return [name, entered];
  });
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

describe("A flow", () => {
  test.prop([visits, asOf])("counts every move and every day once.", (list, until) => {
    const flow = stageFlow(list, { asOf: until });
    const begun = list.filter(({ enteredMs }) => enteredMs <= until);
    const moved = begun.filter(({ leftMs }) => leftMs !== undefined && leftMs <= until);
    expect(sum(flow.counts.map(sum))).toBe(moved.length);
    expect(sum(flow.stages.map(({ visits: count }) => count))).toBe(begun.length);
    const days = begun.map(
      ({ enteredMs, leftMs = until }) => (Math.min(leftMs, until) - enteredMs) / DAY,
    );
    expect(sum(flow.stages.map(({ exposureDays }) => exposureDays))).toBeCloseTo(sum(days), 9);
    expect(sum(flow.stages.map(({ starts }) => starts))).toBe(
      new Set(begun.map(({ customerId }) => customerId)).size,
    );
    flow.stages.forEach(({ visits: count, exits, open, moves }, place) => {
      expect(exits + open).toBe(count);
      expect(sum(flow.counts[place]!)).toBe(exits);
      if (exits > 0) expect(sum(moves.map(({ probability }) => probability))).toBeCloseTo(1, 12);
      for (const { probability, lower, upper } of moves) {
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(probability);
        expect(upper).toBeGreaterThanOrEqual(probability);
        expect(upper).toBeLessThanOrEqual(1);
      }
    });
  });

  test.prop([flows])("ends somewhere or never: the probabilities add up to 1.", (flow) => {
    const { stages } = stageAbsorption(flow);
    for (const { probabilities, never, days } of stages) {
      expect(sum(probabilities) + never).toBeCloseTo(1, 10);
      for (const share of [...probabilities, never]) expect(share).toBeGreaterThanOrEqual(-1e-12);
      if (never > 1e-9) expect(days).toBeUndefined();
    }
  });

  test.prop([flows])("ends in each end as often as it gets there.", (flow) => {
    const { into, stages } = stageAbsorption(flow);
    into.forEach((end, index) => {
      timeToStage(flow, [end]).forEach(({ probability }, place) => {
        expect(probability).toBeCloseTo(stages[place]!.probabilities[index]!, 10);
      });
    });
    const toAny = timeToStage(flow, into);
    stages.forEach(({ days, never }, place) => {
      expect(1 - toAny[place]!.probability).toBeCloseTo(never, 10);
      if (days !== undefined) expect(toAny[place]!.days! + 1).toBeCloseTo(days + 1, 6);
    });
  });

  test.prop([flows, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })])(
    "is after two spans where it is after both together.",
    (flow, first, second) => {
      const one = stagesAfter(flow, first);
      const two = stagesAfter(flow, second);
      const both = stagesAfter(flow, first + second);
      both.forEach(({ shares }, from) => {
        expect(sum(shares)).toBeCloseTo(1, 12);
        shares.forEach((share, to) => {
          const inTwo = sum(one[from]!.shares.map((part, by) => part * two[by]!.shares[to]!));
          expect(share).toBeCloseTo(inTwo, 9);
        });
      });
    },
  );

  test.prop([flows])("in its long run stays where it is.", (flow) => {
    const mix = stationaryMix(flow);
    fc.pre(mix !== undefined);
    expect(sum(mix!.map(({ share }) => share))).toBeCloseTo(1, 12);
    const later = stagesAfter(flow, 13);
    // A stage without any stay counts as one of a millisecond there.
    mix!.forEach(({ share }, to) => {
      const after = sum(mix!.map((from, place) => from.share * later[place]!.shares[to]!));
      expect(after).toBeCloseTo(share, 6);
    });
  });

  test.prop([flows])("is worth its days, when a day is worth 1 until the end.", (flow) => {
    const { into, stages } = stageAbsorption(flow);
    const worth = Object.fromEntries(
      flow.stages.flatMap((row) => (into.includes(row.stage) ? [] : [[row.stage, { perDay: 1 }]])),
    );
    stageValues(flow, worth).forEach(({ value }, place) => {
      const { days } = stages[place]!;
      if (days === undefined) expect(value).toBeUndefined();
      else expect(value! + 1).toBeCloseTo(days + 1, 6);
    });
  });

  test.prop([flows, fc.double({ min: 0.001, max: 1, noNaN: true })])(
    "is worth 1 / rate for ever, when every day is worth 1 and discounted.",
    (flow, discountPerDay) => {
      fc.pre(flow.stages.every(({ exits, exposureDays }) => exits === 0 || exposureDays > 0));
      const worth = Object.fromEntries(flow.stages.map((row) => [row.stage, { perDay: 1 }]));
      for (const { value } of stageValues(flow, worth, { discountPerDay })) {
        expect(value! * discountPerDay).toBeCloseTo(1, 8);
      }
    },
  );

  test.prop([flows])("holds as many customers as arrive in the days that they stay.", (flow) => {
    const { into, stages } = stageAbsorption(flow);
    stages.forEach(({ stage: start, days }) => {
      if (days === undefined) return;
      const counts = steadyCounts(flow, { [start]: 2 });
      const passing = counts.filter((row) => !into.includes(row.stage));
      expect(sum(passing.map(({ customers }) => customers!)) + 1).toBeCloseTo(2 * days + 1, 6);
    });
  });

  test.prop([flows])("survives JSON.", (flow) => {
    const copy = JSON.parse(JSON.stringify(flow)) as StageFlow;
    expect(stageAbsorption(copy)).toEqual(stageAbsorption(flow));
    expect(stagesAfter(copy, 7)).toEqual(stagesAfter(flow, 7));
  });
});

describe("A simulation of customers", () => {
  const next: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
    trial: [
      ["active", 0.6],
      ["lost", 1],
    ],
    active: [
      ["dormant", 0.7],
      ["lost", 1],
    ],
    dormant: [
      ["active", 0.5],
      ["lost", 1],
    ],
  };
  const stay: Readonly<Record<string, number>> = { trial: 10, active: 40, dormant: 20 };

  function live(random: Random): [string, number][] {
    const steps: [string, number][] = [["trial", 0]];
    for (let [name, day] = steps[0]!; name !== "lost"; [name, day] = steps.at(-1)!) {
      const later = day - Math.log(1 - random()) * stay[name]!;
      const draw = random();
      steps.push([next[name]!.find(([, upTo]) => draw < upTo)![0], later]);
    }
    return steps;
  }

  test("takes as long to loss as the flow expects, learnt from half-watched lives.", () => {
    const random = seededRandom(7);
    const lives = Array.from({ length: 8000 }, () => live(random));
    const meanDays = sum(lives.map((steps) => steps.at(-1)![1])) / lives.length;
    // By hand: active 40 + 0.7 · 20 per round, 1 / (1 - 0.35) rounds.
    const truth = 10 + (0.6 * (40 + 0.7 * 20)) / 0.65;
    expect(meanDays / truth).toBeCloseTo(1, 1);
    const flow = stageFlow(
      lives.flatMap((steps, index) => path(`c${index}`, steps)),
      { asOf: 50 * DAY },
    );
    const trial = timeToStage(flow, ["lost"]).find((row) => row.stage === "trial")!;
    expect(trial.probability).toBe(1);
    expect(Math.abs(trial.days! / truth - 1)).toBeLessThan(0.03);
    const shares = stagesAfter(flow, 30).find((row) => row.stage === "trial")!.shares;
    flow.stages.forEach((row, place) => {
      const there = lives.filter(
        (steps) => steps.findLast(([, day]) => day <= 30)![0] === row.stage,
      );
      expect(Math.abs(shares[place]! - there.length / lives.length)).toBeLessThan(0.015);
    });
    for (const { memory } of flow.stages) {
      if (memory !== undefined) expect(Math.abs(memory.statistic)).toBeLessThan(4);
    }
  });
});
