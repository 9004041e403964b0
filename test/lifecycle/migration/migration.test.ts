import { describe, expect, it } from "vitest";
import {
  advance,
  compareVersions,
  compileLifecycle,
  type LifecycleDefinition,
  type LifecycleEvent,
  type LifecycleState,
  type MigrationDefinition,
  migrateStates,
  planMigration,
  replayAll,
} from "../../../src/lifecycle/index.js";

const DAY = 86_400_000;

const V1: LifecycleDefinition = {
  id: "club",
  version: "1.0.0",
  zone: "UTC",
  events: { order: { list: "orders", fields: { total: "number" } } },
  start: "guest",
  progress: ["guest", "member", "gold"],
  stages: { guest: {}, member: {}, gold: {}, asleep: {} },
  moves: [
    { id: "joins", from: "guest", to: "member", on: "order" },
    { id: "shines", from: "member", to: "gold", when: { count: "orders", within: "P1Y", gte: 3 } },
    { id: "sleeps", from: ["member", "gold"], to: "asleep", after: "P100D", without: "order" },
    { id: "wakes", from: "asleep", to: "member", on: "order" },
  ],
};

/** The next version: gold is called patron and asks more, sleep comes sooner. */
function next(migration: Omit<MigrationDefinition, "from">, parts = {}): LifecycleDefinition {
  const { gold: _gold, ...stages } = V1.stages;
  return {
    ...V1,
    version: "2.0.0",
    progress: ["guest", "member", "patron"],
    stages: { ...stages, patron: {}, hall: {} },
    moves: [
      { id: "joins", from: "guest", to: "member", on: "order" },
      {
        id: "shines",
        from: "member",
        to: "patron",
        when: { count: "orders", within: "P1Y", gte: 4 },
      },
      { id: "sleeps", from: ["member", "patron"], to: "asleep", after: "P30D", without: "order" },
      { id: "wakes", from: "asleep", to: "member", on: "order" },
      { id: "enters", from: "guest", to: "hall", after: "P10Y" },
    ],
    migrations: [{ from: "1.0.0", ...migration }],
    ...parts,
  };
}

/** Orders of customers on days of 2026, counted from 0. */
function orders(days: Readonly<Record<string, readonly number[]>>): readonly LifecycleEvent[] {
  return Object.entries(days).flatMap(([customerId, list]) =>
    list.map((day) => ({
      id: `${customerId}-${day}`,
      customerId,
      type: "order",
      at: Date.UTC(2026, 0, 1) + day * DAY,
      data: { total: 1 },
    })),
  );
}

const v1 = compileLifecycle(V1);
const HISTORY = orders({ ann: [0], bo: [0, 10, 20], cy: [70], di: [60, 80, 85] });
const at = (day: number): number => Date.UTC(2026, 0, 1) + day * DAY;
const statesOn = (day: number): readonly LifecycleState[] =>
  replayAll(v1, HISTORY, { asOf: at(day) }).map(({ state }) => state);
const STATES = statesOn(90);

describe("planMigration", () => {
  const v2 = compileLifecycle(next({ stages: { gold: "patron" } }));
  const plan = planMigration(v1, v2, STATES, { asOf: at(90) });

  it("counts who goes where", () => {
    expect(STATES.map(({ customerId, current }) => [customerId, current])).toEqual([
      ["ann", "member"],
      ["bo", "gold"],
      ["cy", "member"],
      ["di", "gold"],
    ]);
    expect(plan.routes).toEqual([
      { from: "member", to: "member", how: "same", customers: 2 },
      { from: "gold", to: "patron", how: "mapped", customers: 2 },
    ]);
    expect([plan.customers, plan.obstacles]).toEqual([4, []]);
  });

  it("names the customers whom time would move at once", () => {
    expect(plan.dueAtOnce).toEqual([{ move: "sleeps", customerIds: ["ann", "bo"] }]);
  });

  it("names the customers whose explanation changes", () => {
    expect(plan.reexplained).toEqual([
      { customerId: "bo", move: "migrate:1.0.0", change: "migrated" },
      { customerId: "di", move: "migrate:1.0.0", change: "migrated" },
    ]);
  });

  it.each([
    ["rewritten", { count: "orders", within: "P1Y", gte: 2 }],
    ["no-longer-true", { count: "orders", within: "P1Y", gte: 4 }],
  ] as const)("tells a guard that is %s from one that stays", (change, when) => {
    const moves = V1.moves.map((move) => (move.id === "shines" ? { ...move, when } : move));
    const to = compileLifecycle({
      ...V1,
      version: "2.0.0",
      moves,
      migrations: [{ from: "1.0.0" }],
    });
    expect(planMigration(v1, to, STATES, { asOf: at(90) }).reexplained).toEqual([
      { customerId: "bo", move: "shines", change },
      { customerId: "di", move: "shines", change },
    ]);
  });

  it("tells that the move that led here is gone", () => {
    const moves = V1.moves.map((move) => (move.id === "joins" ? { ...move, id: "enrols" } : move));
    const to = compileLifecycle({
      ...V1,
      version: "2.0.0",
      moves,
      migrations: [{ from: "1.0.0" }],
    });
    expect(planMigration(v1, to, STATES, { asOf: at(90) }).reexplained).toEqual([
      { customerId: "ann", move: "joins", change: "removed" },
      { customerId: "cy", move: "joins", change: "removed" },
    ]);
  });

  it("changes no state and is plain JSON", () => {
    const text = JSON.stringify(STATES);
    const again = planMigration(v1, v2, STATES, { asOf: at(90) });
    expect(JSON.stringify(STATES)).toBe(text);
    expect(JSON.parse(JSON.stringify(again))).toEqual(plan);
  });
});

describe("migrateStates", () => {
  it("carries the time in a renamed stage on, and fires nothing", () => {
    const v2 = compileLifecycle(next({ stages: { gold: "patron" } }));
    const outcome = migrateStates(v1, v2, STATES, { asOf: at(90) });
    const states = outcome.ok ? outcome.value.states : [];
    expect(
      states.map(({ customerId, current, peak, since }) => [customerId, current, peak, since]),
    ).toEqual([
      ["ann", "member", "member", { member: at(0) }],
      ["bo", "patron", "patron", { patron: at(20) }],
      ["cy", "member", "member", { member: at(70) }],
      ["di", "patron", "patron", { patron: at(85) }],
    ]);
    expect(outcome.ok && outcome.value.moves).toMatchObject([
      {
        customerId: "bo",
        sequence: 3,
        move: "migrate:1.0.0",
        kind: "migrate",
        from: "gold",
        to: "patron",
        atMs: at(90),
      },
      { customerId: "di", sequence: 3, from: "gold", to: "patron" },
    ]);
    const later = states.map((state) => advance(v2, state, at(91)).state.current);
    expect(later).toEqual(["asleep", "asleep", "member", "patron"]);
  });

  it("starts the time again when the migration says so", () => {
    const v2 = compileLifecycle(next({ stages: { gold: "patron" }, clock: "restart" }));
    const outcome = migrateStates(v1, v2, STATES, { asOf: at(90) });
    const [ann, bo] = outcome.ok ? outcome.value.states : [];
    expect(ann?.stages.member).toEqual({
      entries: 2,
      firstEnteredAt: at(0),
      lastEnteredAt: at(90),
      totalMs: 90 * DAY,
    });
    expect(bo?.since).toEqual({ patron: at(90) });
  });

  it("parks those for whom there is no stage, from now on", () => {
    const v2 = compileLifecycle(next({ unmapped: { park: "hall" } }));
    const plan = planMigration(v1, v2, STATES, { asOf: at(90) });
    expect(plan.routes[1]).toEqual({ from: "gold", to: "hall", how: "parked", customers: 2 });
    const outcome = migrateStates(v1, v2, STATES, { asOf: at(90) });
    const bo = outcome.ok ? outcome.value.states[1] : undefined;
    expect([bo?.current, bo?.since]).toEqual(["hall", { hall: at(90) }]);
    expect(bo?.stages.gold?.totalMs).toBe(70 * DAY);
  });

  it("refuses all customers when some have no stage", () => {
    const v2 = compileLifecycle(next({}));
    const plan = planMigration(v1, v2, STATES, { asOf: at(90) });
    expect(plan.routes[1]).toEqual({ from: "gold", how: "refused", customers: 2 });
    const outcome = migrateStates(v1, v2, STATES, { asOf: at(90) });
    expect(outcome).toMatchObject({ ok: false, code: "UNMAPPED_STAGE" });
    expect(outcome.ok || outcome.message).toContain("gold");
  });

  it("refuses when the new version does not say how customers come to it", () => {
    const v2 = compileLifecycle({ ...V1, version: "2.0.0" });
    expect(migrateStates(v1, v2, STATES, { asOf: at(90) })).toMatchObject({
      ok: false,
      code: "NO_MIGRATION",
    });
  });

  it.each([
    ["a field", { sum: "total", of: "orders", within: "P1Y", gte: 3 }],
    ["older events", { count: "orders", within: "P3Y", gte: 3 }],
  ] as const)("refuses to count what the old version did not keep: %s", (_what, when) => {
    const moves = V1.moves.map((move) => (move.id === "shines" ? { ...move, when } : move));
    const v2 = compileLifecycle({
      ...V1,
      version: "2.0.0",
      moves,
      migrations: [{ from: "1.0.0" }],
    });
    expect(migrateStates(v1, v2, STATES, { asOf: at(90) })).toMatchObject({
      ok: false,
      code: "MISSING_HISTORY",
    });
    const facts = new Map(STATES.map(({ customerId }) => [customerId, { orders: [] }]));
    expect(migrateStates(v1, v2, STATES, { asOf: at(90), facts }).ok).toBe(true);
  });

  it("takes the events that are given in the order of their time, and only events", () => {
    const when = { count: "orders", within: "P3Y", gte: 3 } as const;
    const moves = V1.moves.map((move) => (move.id === "shines" ? { ...move, when } : move));
    const migrations = [{ from: "1.0.0" }];
    const v2 = compileLifecycle({ ...V1, version: "2.0.0", moves, migrations });
    const ann = STATES.slice(0, 1);
    const given = (orders: unknown) => ({ asOf: at(90), facts: new Map([["ann", { orders }]]) });
    const list = [{ at: "2026-01-01T00:00:00Z" }, { at: at(-400) }, { at: at(-800) }];
    const plan = planMigration(v1, v2, ann, given(list));
    expect(plan.dueAtOnce).toEqual([{ move: "shines", customerIds: ["ann"] }]);
    const outcome = migrateStates(v1, v2, ann, given(list));
    expect(outcome.ok && outcome.value.states[0]?.facts.orders).toEqual([
      { at: at(-800) },
      { at: at(-400) },
      { at: at(0) },
    ]);
    expect(() => migrateStates(v1, v2, ann, given([{ at: "soon" }]))).toThrow(/orders\[0\]\.at/);
    expect(() => migrateStates(v1, v2, ann, given([null]))).toThrow(/orders\[0\]/);
  });

  it("refuses another machine, states of another version, and what are no states", () => {
    const v2 = compileLifecycle(next({ stages: { gold: "patron" } }));
    const other = compileLifecycle({ ...V1, id: "other" });
    expect(() => migrateStates(v1, other, STATES, { asOf: 0 })).toThrow(/to\.id/);
    expect(() => migrateStates(v2, v2, STATES, { asOf: 0 })).toThrow(/another configuration/);
    expect(() => migrateStates(v1, v2, {} as never, { asOf: 0 })).toThrow(/states/);
    expect(() => migrateStates(v1, v2, [{}] as never, { asOf: 0 })).toThrow(/state/);
  });

  it("has nothing to do without customers", () => {
    const v2 = compileLifecycle(next({}));
    expect(migrateStates(v1, v2, [], { asOf: 0 })).toEqual({
      ok: true,
      value: { states: [], moves: [] },
    });
  });
});

describe("compareVersions", () => {
  const v2 = compileLifecycle(next({ stages: { gold: "patron" } }));

  it("tells where customers end, and the move from which their ways part", () => {
    const compared = compareVersions(v1, v2, HISTORY, { asOf: at(90) });
    expect(compared.customers).toBe(4);
    expect(compared.alike).toBe(1);
    expect(compared.ends).toEqual([
      { one: "member", other: "asleep", customers: 1 },
      { one: "gold", other: "asleep", customers: 1 },
      { one: "member", other: "member", customers: 1 },
      { one: "gold", other: "member", customers: 1 },
    ]);
    expect(compared.partings.map(({ customerId, atMs }) => [customerId, atMs])).toEqual([
      ["ann", at(30)],
      ["bo", at(20)],
      ["di", at(85)],
    ]);
    expect(compared.partings[1]?.one?.to).toBe("gold");
    expect(compared.partings[1]?.other?.to).toBe("asleep");
  });

  it("finds nothing between a version and itself", () => {
    const compared = compareVersions(v1, v1, HISTORY, { asOf: at(400) });
    expect([compared.alike, compared.partings]).toEqual([4, []]);
  });

  it("tells at most as many partings as asked for", () => {
    expect(compareVersions(v1, v2, HISTORY, { asOf: at(90), most: 1 }).partings).toHaveLength(1);
    expect(() => compareVersions(v1, v2, HISTORY, { asOf: at(90), most: -1 })).toThrow(/most/);
  });

  it("is of no customers without events", () => {
    expect(compareVersions(v1, v2, [], { asOf: 0 })).toMatchObject({ customers: 0, ends: [] });
  });
});
