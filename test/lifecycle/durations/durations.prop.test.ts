import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  mergeVisits,
  type StageVisit,
  stageConversion,
  stageDurations,
} from "../../../src/lifecycle/index.js";

const DAY = 86_400_000;
const stage = fc.constantFrom("a", "b", "c", "d");

/** The histories of a few customers: stages and how many days each was stayed in. */
const visits = fc
  .array(
    fc.array(fc.tuple(stage, fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 6 }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((customers) => customers.flatMap((steps, index) => historyOf(`c${index}`, steps)));
const asOf = fc.integer({ min: 1, max: 40 }).map((days) => days * DAY);

function historyOf(
  customerId: string,
  steps: readonly (readonly [string, number])[],
): StageVisit[] {
  let enteredMs = 0;
  return steps.map(([name, days], index) => {
    const next = steps[index + 1]?.[0];
    const visit = { customerId, stage: name, enteredMs };
    enteredMs += days * DAY;
    return next === undefined ? visit : { ...visit, leftMs: enteredMs, next };
  });
}

describe("Stage durations", () => {
  test.prop([visits, asOf])("account for every visit and every way out.", (list, until) => {
    const { stages } = stageDurations(list, { asOf: until });
    const begun = list.filter(({ enteredMs }) => enteredMs <= until);
    expect(stages.reduce((sum, row) => sum + row.visits, 0)).toBe(begun.length);
    for (const row of stages) {
      expect(row.left + row.open + row.cutOff).toBe(row.visits);
      expect(row.exits.reduce((sum, exit) => sum + exit.visits, 0)).toBe(row.left);
      const shares = row.exits.reduce((sum, exit) => sum + exit.share.share, 0);
      expect(shares + row.curve.survival.at(-1)!).toBeCloseTo(1, 12);
    }
  });

  test.prop([visits, asOf, fc.infiniteStream(fc.nat())])(
    "do not depend on the order of the visits.",
    (list, until, keys) => {
      const shuffled = list
        .map((visit) => ({ visit, key: keys.next().value as number }))
        .sort((left, right) => left.key - right.key)
        .map(({ visit }) => visit);
      expect(stageDurations(shuffled, { asOf: until })).toEqual(
        stageDurations(list, { asOf: until }),
      );
      const question = { from: "a", to: "b", horizonDays: 5, asOf: until };
      expect(stageConversion(shuffled, question)).toEqual(stageConversion(list, question));
    },
  );

  test.prop([visits, asOf, stage, stage])(
    "of conversions grow with the horizon; fewer convert where others may come first.",
    (list, until, from, to) => {
      const ask = (horizonDays: number, unless: readonly string[] = []) =>
        stageConversion(list, { from, to, horizonDays, asOf: until, unless });
      let before = 0;
      for (const days of [1, 2, 5, 10, 20]) {
        const { share } = ask(days);
        if (share === undefined) break;
        expect(share.share).toBeGreaterThanOrEqual(before);
        before = share.share;
      }
      const others = ["a", "b", "c", "d"].filter((name) => name !== to);
      expect(ask(5, others).converted).toBeLessThanOrEqual(ask(5).converted);
      expect(ask(5, others).entries).toBe(ask(5).entries);
    },
  );

  test.prop([visits])("of one group of all stages are the lives of the customers.", (list) => {
    const whole = mergeVisits(list, { a: "all", b: "all", c: "all", d: "all" });
    const customers = new Set(list.map(({ customerId }) => customerId));
    expect(whole).toEqual(
      [...customers].map((customerId) => ({ customerId, stage: "all", enteredMs: 0 })),
    );
  });
});
