import { describe, expect, test } from "vitest";
import {
  compileLifecycle,
  type LifecycleEvent,
  listVisits,
  mergeVisits,
  replay,
  type StageVisit,
  stageConversion,
  stageDurations,
} from "../../../src/lifecycle/index.js";

const DAY = 86_400_000;
const at = (days: number): number => Date.UTC(2026, 0, 1) + days * DAY;

/** A visit from one day to another, or one that goes on. */
function visit(
  customerId: string,
  stage: string,
  from: number,
  to?: number,
  next?: string,
): StageVisit {
  const entered = { customerId, stage, enteredMs: at(from) };
  return to === undefined ? entered : { ...entered, leftMs: at(to), next: next! };
}

const shop = compileLifecycle({
  id: "shop",
  version: "1.0.0",
  zone: "UTC",
  events: { order: {}, fix: {} },
  start: "prospect",
  progress: ["prospect", "customer"],
  stages: {
    prospect: {},
    customer: { start: "fresh", stages: { fresh: {}, regular: {} } },
    lost: { final: true },
  },
  moves: [
    { id: "buys", from: "prospect", to: "customer", on: "order" },
    { id: "settles", from: "fresh", to: "regular", after: "P10D" },
    { id: "leaves", from: "customer", to: "lost", after: "P30D", without: "order" },
    { id: "fixed", from: "regular", to: "prospect", on: "fix", kind: "correct" },
  ],
});

function history(customerId: string, orders: readonly number[], asOf: number, fixAt?: number) {
  const events: LifecycleEvent[] = [
    { id: `${customerId}-0`, customerId, type: "other", at: at(0) },
    ...orders.map((day) => ({
      id: `${customerId}-${day}`,
      customerId,
      type: "order",
      at: at(day),
    })),
    ...(fixAt === undefined
      ? []
      : [{ id: `${customerId}-fix`, customerId, type: "fix", at: at(fixAt) }]),
  ];
  return replay(shop, events, { asOf: at(asOf) })!;
}

describe("Visits from the histories of a lifecycle", () => {
  test("begin where the customer began and go on where it is, moves on time included.", () => {
    const visits = listVisits([history("a", [5], 20), history("b", [], 20)]);
    expect(visits).toEqual([
      {
        customerId: "a",
        stage: "prospect",
        enteredMs: at(0),
        leftMs: at(5),
        next: "fresh",
        move: "buys",
        kind: "forward",
      },
      {
        customerId: "a",
        stage: "fresh",
        enteredMs: at(5),
        leftMs: at(15),
        next: "regular",
        move: "settles",
        kind: "forward",
      },
      { customerId: "a", stage: "regular", enteredMs: at(15) },
      { customerId: "b", stage: "prospect", enteredMs: at(0) },
    ]);
  });

  test("of a resumed replay begin with the first stage whose entry is known.", () => {
    const { state } = history("a", [5], 7);
    const resumed = replay(shop, [], { from: state, asOf: at(50) })!;
    expect(resumed.moves.map(({ sequence }) => sequence)).toEqual([2, 3]);
    expect(listVisits([resumed]).map(({ stage }) => stage)).toEqual(["regular", "lost"]);
    expect(listVisits([{ state, moves: [] }])).toEqual([
      { customerId: "a", stage: "fresh", enteredMs: at(5) },
    ]);
  });

  test("of the stages around are merged over moves inside.", () => {
    const outer = Object.fromEntries(
      [...shop.stages.values()].map(({ id, line }) => [id, line[0]!.id]),
    );
    const visits = listVisits([history("a", [5], 60)]);
    expect(visits.map(({ stage }) => stage)).toEqual(["prospect", "fresh", "regular", "lost"]);
    expect(mergeVisits(visits, outer)).toEqual([
      { ...visits[0], next: "customer" },
      {
        customerId: "a",
        stage: "customer",
        enteredMs: at(5),
        leftMs: at(35),
        next: "lost",
        move: "leaves",
        kind: "forward",
      },
      { customerId: "a", stage: "lost", enteredMs: at(35) },
    ]);
  });

  test("keep coming back to one stage apart, and its group together.", () => {
    const visits = [
      visit("a", "on", 0, 2, "on"),
      visit("a", "on", 2, 3, "off"),
      visit("a", "off", 3),
    ];
    expect(mergeVisits(visits, {})).toEqual(visits);
    expect(mergeVisits(visits, { on: "any", off: "any" })).toEqual([visit("a", "any", 0)]);
  });

  test("are refused with gaps, twice, of two machines, or as something else.", () => {
    const path = history("a", [5], 60);
    const other = {
      ...path,
      state: { ...path.state, customerId: "z", machine: { ...path.state.machine, id: "club" } },
      moves: [],
    };
    expect(() => listVisits([{ ...path, moves: [path.moves[0]!, path.moves[2]!] }])).toThrow(
      "paths[0] has move 3 right after move 1",
    );
    expect(() => listVisits([{ ...path, moves: path.moves.slice(0, 2) }])).toThrow(
      "moves up to 2 for a state after 3 moves",
    );
    expect(() => listVisits([path, path])).toThrow("paths[1] has customer a for the second time");
    expect(() => listVisits([path, other])).toThrow("paths[1] has another machine than shop");
    expect(() => listVisits([{ ...path, state: { ...path.state, customerId: "b" } }])).toThrow(
      "moves of another customer",
    );
    expect(() => listVisits([{} as never])).toThrow("paths[0] must be a state with its moves");
    expect(() => listVisits(7 as never)).toThrow("paths must be a list");
    expect(listVisits([])).toEqual([]);
  });
});

describe("Stage durations", () => {
  test("count visits that go on for as long as they were watched.", () => {
    const visits = [
      visit("a", "trial", 0, 4, "paid"),
      visit("b", "trial", 0, 8, "lost"),
      visit("c", "trial", 2),
      visit("a", "paid", 4),
    ];
    const { stages, asOfMs } = stageDurations(visits, { asOf: at(12) });
    expect(asOfMs).toBe(at(12));
    expect(stages.map(({ stage }) => stage)).toEqual(["paid", "trial"]);
    const trial = stages[1]!;
    expect(trial).toMatchObject({ visits: 3, left: 2, open: 1, cutOff: 0 });
    expect(Array.from(trial.curve.times)).toEqual([4, 8, 10]);
    expect(Array.from(trial.curve.survival)).toEqual([2 / 3, 1 / 3, 1 / 3]);
    expect(trial.medianDays.days).toBe(8);
    expect(trial.medianDays.upper).toBeUndefined();
    // 4 days of all, 4 of two thirds, 2 of one third.
    expect(trial.meanDays).toMatchObject({ horizonDays: 10 });
    expect(trial.meanDays?.days).toBeCloseTo(4 + 8 / 3 + 2 / 3, 12);
    expect(trial.exits.map(({ to, visits: count, share }) => [to, count, share.share])).toEqual([
      ["lost", 1, expect.closeTo(1 / 3, 12)],
      ["paid", 1, expect.closeTo(1 / 3, 12)],
    ]);
    expect(stages[0]).toMatchObject({ visits: 1, left: 0, open: 1, exits: [] });
    expect(stages[0]?.medianDays.days).toBeUndefined();
  });

  test("know nothing after asOf.", () => {
    const visits = [
      visit("a", "trial", 0, 4, "paid"),
      visit("a", "paid", 4),
      visit("b", "trial", 9),
    ];
    const [trial, ...others] = stageDurations(visits, { asOf: at(3) }).stages;
    expect(trial).toMatchObject({ visits: 1, left: 0, open: 1 });
    expect(trial?.curve.times[0]).toBe(3);
    expect(others).toEqual([]);
  });

  test("take what began before histories were kept from there on only.", () => {
    const visits = [
      visit("gone", "trial", 0, 3, "paid"),
      visit("late", "trial", 0, 8, "paid"),
      visit("new", "trial", 6, 9, "paid"),
    ];
    const [trial] = stageDurations(visits, { asOf: at(20), observedFrom: at(5) }).stages;
    // The second is at risk from its day 5 on, when the third has been gone for 2 days.
    expect(trial).toMatchObject({ visits: 2, left: 2 });
    expect(Array.from(trial!.curve.times)).toEqual([3, 8]);
    expect(Array.from(trial!.curve.atRisk)).toEqual([1, 1]);
  });

  test("cut visits off at corrections and migrations, as these are no ends of their own.", () => {
    const visits = listVisits([history("a", [5, 20, 40], 45, 41)]);
    const { stages } = stageDurations(visits, { asOf: at(45) });
    const regular = stages.find(({ stage }) => stage === "regular");
    expect(regular).toMatchObject({ visits: 1, left: 0, open: 0, cutOff: 1 });
    expect(regular?.curve.survival.at(-1)).toBe(1);
  });

  test("tell ways out apart by move, and list the stages asked for.", () => {
    const visits = listVisits([history("a", [5], 60), history("b", [], 60)]);
    const { stages } = stageDurations(visits, {
      asOf: at(60),
      exits: "move",
      stages: ["prospect", "regular", "elsewhere"],
    });
    expect(stages.map(({ stage }) => stage)).toEqual(["prospect", "regular", "elsewhere"]);
    expect(stages[0]?.exits.map(({ to }) => to)).toEqual(["buys"]);
    expect(stages[1]?.exits.map(({ to }) => to)).toEqual(["leaves"]);
    expect(stages[2]).toMatchObject({ visits: 0, meanDays: undefined, exits: [] });
  });

  test("take a date to its end in the zone that is named.", () => {
    const visits = [visit("a", "trial", 0)];
    const days = (options: { asOf: string; zone: string }): number =>
      stageDurations(visits, options).stages[0]!.curve.times[0]!;
    expect(days({ asOf: "2026-01-02", zone: "UTC" })).toBeCloseTo(2, 6);
    expect(days({ asOf: "2026-01-02", zone: "Asia/Shanghai" })).toBeCloseTo(2 - 8 / 24, 6);
    expect(() => stageDurations(visits, { asOf: "2026-01-02" })).toThrow("asOf");
  });

  test("refuse broken visits with their place, and options that are none.", () => {
    const good = visit("a", "trial", 0, 4, "paid");
    const options = { asOf: at(9) };
    const cases: readonly (readonly [unknown, string])[] = [
      [7, "visits must be a list"],
      [[null], "visits[0] must be a visit"],
      [[good, { ...good, customerId: "" }], "visits[1].customerId"],
      [[{ ...good, stage: 4 }], "visits[0].stage"],
      [[{ ...good, enteredMs: Number.NaN }], "visits[0].enteredMs"],
      [[{ ...good, enteredMs: "2026-01-01" }], "visits[0].enteredMs"],
      [[{ ...good, leftMs: at(-1) }], "visits[0].leftMs must be not before its entry"],
      [[{ ...good, leftMs: Infinity }], "visits[0].leftMs"],
      [[{ ...good, leftMs: undefined }], "both leftMs and next, or neither"],
      [[{ ...good, next: undefined }], "both leftMs and next, or neither"],
      [[{ ...good, next: "" }], "visits[0].next"],
    ];
    for (const [visits, message] of cases) {
      expect(() => stageDurations(visits as StageVisit[], options)).toThrow(message);
      expect(() => mergeVisits(visits as StageVisit[], {})).toThrow(message);
      const question = { from: "trial", to: "paid", horizonDays: 1, ...options };
      expect(() => stageConversion(visits as StageVisit[], question)).toThrow(message);
    }
    expect(() => stageDurations([], undefined as never)).toThrow("options must be an object");
    expect(() => stageDurations([], {} as never)).toThrow("asOf");
    expect(() => stageDurations([], { ...options, level: 2 })).toThrow("options.level");
    expect(() => stageDurations([good], { ...options, shares: [0.5, 1] })).toThrow("share");
    expect(() => stageDurations([], { ...options, shares: 0.5 as never })).toThrow(
      "options.shares",
    );
    expect(() => stageDurations([], { ...options, stages: ["a", "a"] })).toThrow("only once");
    expect(() => stageDurations([], { ...options, stages: [3 as never] })).toThrow(
      "options.stages[0]",
    );
    expect(() => stageDurations([good], { ...options, horizonDays: 0 })).toThrow("horizonDays");
    expect(() => stageDurations([good], { ...options, exits: "way" as never })).toThrow("exits");
    expect(() => stageDurations([good], { ...options, exits: "move" })).toThrow("the id of a move");
    expect(() => stageDurations([good], { ...options, until: 3 } as never)).toThrow(
      "options.until",
    );
    expect(() => stageDurations([good], { ...options, observedFrom: at(10) })).toThrow(
      "not after asOf",
    );
  });

  test("take stages that are called like parts of objects.", () => {
    const visits = [visit("a", "__proto__", 0, 4, "constructor"), visit("a", "constructor", 4)];
    const { stages } = stageDurations(visits, { asOf: at(9) });
    expect(stages.map(({ stage }) => stage)).toEqual(["__proto__", "constructor"]);
    expect(mergeVisits(visits, {})).toEqual(visits);
  });
});
