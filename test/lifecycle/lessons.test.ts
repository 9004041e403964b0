import { describe, expect, it } from "vitest";
import { sha256 } from "../../src/core/index.js";
import {
  advance,
  compileLifecycle,
  explainState,
  type LifecycleDefinition,
  type LifecycleEvent,
  nextDue,
  type Progress,
  type Replay,
  replay,
  startState,
  transition,
} from "../../src/lifecycle/index.js";
import { happens, machine, order, shanghai, shop, shopDefinition } from "./machines.js";

const FIRST = order("2026-03-02T10:00:00", 100);
const SECOND = order("2026-03-20T10:00:00", 900);
const LARGE = order("2026-04-10T10:00:00", 4000);
const HISTORY = [FIRST, SECOND, LARGE];

const stageOf = (events: readonly LifecycleEvent[], asOf: string, knownAt?: string) =>
  replay(shop, events, { asOf, knownAt })?.state.current;

/** The same JSON with the keys of every object in reverse. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, member]) => [key, turned(member)]));
};

describe("lessons from other lifecycle machines", () => {
  it("1: a configuration is data with a name of its own, whatever the order of its keys", () => {
    const other = compileLifecycle(turned(shopDefinition) as LifecycleDefinition);
    expect(other.stamp.configHash).toBe(shop.stamp.configHash);
    expect(shop.stamp.configHash).toMatch(/^[0-9a-f]{64}$/);
    const changed = compileLifecycle({ ...shopDefinition, version: "1.0.1" });
    expect(changed.stamp.configHash).not.toBe(shop.stamp.configHash);
    expect(sha256("")).not.toBe(shop.stamp.configHash);
  });

  it("1: every decision carries the name of the configuration that made it", () => {
    const { state, moves } = replay(shop, HISTORY, { asOf: "2026-05-01" }) as Replay;
    expect(state.machine).toEqual(shop.stamp);
    expect(new Set(moves.map(({ configHash }) => configHash))).toEqual(
      new Set([shop.stamp.configHash]),
    );
  });

  it("1: a change of the object after compiling changes nothing", () => {
    const definition = structuredClone(shopDefinition) as unknown as { moves: unknown[] };
    const lifecycle = compileLifecycle(definition as unknown as LifecycleDefinition);
    definition.moves.length = 0;
    const { state } = replay(lifecycle, [FIRST], { asOf: "2026-03-03" }) as Replay;
    expect(state.current).toBe("first-purchase");
  });

  it("3: no move is taken without a guard that is true in its trace", () => {
    const { state, moves } = replay(shop, HISTORY, { asOf: "2028-01-01" }) as Replay;
    expect(moves.map(({ move }) => move)).toContain("becomes-loyal");
    for (const last of moves) expect(explainState(shop, { ...state, last }).holds).toBe(true);
  });

  it("4: a state is the fold of events, late, twice and in any order", () => {
    expect(stageOf([LARGE, FIRST, SECOND, FIRST], "2026-04-11")).toBe("loyal");
  });

  it("4: what did we believe on 5 April, before the order of March was recorded?", () => {
    const late = { ...SECOND, recordedAt: "2026-04-20T09:00:00+08:00" };
    expect(stageOf([FIRST, late], "2026-04-05", "2026-04-05")).toBe("first-purchase");
    expect(stageOf([FIRST, late], "2026-04-05")).toBe("repeat");
  });

  it("4: a later record of an event counts instead of it, or takes it back", () => {
    const recordedAt = "2026-04-20T09:00:00+08:00";
    const refunded = { ...LARGE, recordedAt, data: { total: { minor: 100, currency: "CNY" } } };
    expect(stageOf([...HISTORY, refunded], "2026-04-21")).toBe("repeat");
    expect(stageOf([...HISTORY, { ...SECOND, recordedAt, retracted: true }], "2026-04-21")).toBe(
      "repeat",
    );
    expect(stageOf([...HISTORY, { ...FIRST, recordedAt, retracted: true }], "2026-04-21")).toBe(
      "repeat",
    );
    expect(stageOf([...HISTORY, refunded], "2026-04-21", "2026-04-15")).toBe("loyal");
  });

  it("4: two records of one id from one instant give the same, whichever comes first", () => {
    const other = { ...LARGE, data: { total: { minor: 1, currency: "CNY" } } };
    expect(replay(shop, [FIRST, SECOND, LARGE, other], { asOf: "2026-05-01" })).toEqual(
      replay(shop, [other, LARGE, SECOND, FIRST], { asOf: "2026-05-01" }),
    );
  });

  it("5: timers are no timers: nothing is lost when a state is stored, months go by and it is read", () => {
    const { state } = replay(shop, [FIRST], { asOf: "2026-03-03" }) as Replay;
    expect(nextDue(shop, state)).toBe(shanghai("2026-05-31T10:00:00"));
    const restored = JSON.parse(JSON.stringify(state));
    const late = advance(shop, restored, "2027-06-01");
    expect(late.moves.map(({ move, atMs }) => [move, atMs])).toEqual([
      ["falls-silent", shanghai("2026-05-31T10:00:00")],
      ["is-lost", shanghai("2026-11-30T10:00:00")],
    ]);
  });

  it("6: moves have kinds; back and reopen are told from forward, a jump over stages is a skip", () => {
    const ranked = machine({
      stages: { one: {}, two: {}, three: {}, off: {} },
      progress: ["one", "two", "three"],
      events: { jump: {}, fall: {}, leave: {}, again: {}, step: {} },
      moves: [
        { id: "jumps", from: "one", to: "three", on: "jump" },
        { id: "falls", from: "three", to: "one", on: "fall" },
        { id: "steps", from: "one", to: "two", on: "step" },
        { id: "leaves", from: "two", to: "off", on: "leave" },
        { id: "returns", from: "off", to: "two", on: "again", kind: "reopen" },
      ],
    });
    const types = ["jump", "fall", "step", "leave", "again"];
    const history = types.map((type, index) => happens(type, index));
    const { moves, state } = replay(ranked, history, { asOf: 10 }) as Replay;
    expect(moves.map(({ kind }) => kind)).toEqual(["skip", "back", "forward", "forward", "reopen"]);
    expect(state).toMatchObject({ current: "two", peak: "three" });
  });

  it("6: a correction needs its own permission and a reason code that counts", () => {
    const { state } = replay(shop, [FIRST], { asOf: "2026-03-03" }) as Replay;
    const request = happens("correction", "2026-03-04T00:00:00Z", { data: { stage: "prospect" } });
    const ask = (parts: Partial<LifecycleEvent>) =>
      transition(shop, state, { ...request, ...parts });
    const permissions = ["lifecycle.correct"];
    expect(ask({})).toMatchObject({ ok: false, code: "NOT_PERMITTED" });
    expect(ask({ permissions })).toMatchObject({ ok: false, code: "NO_REASON" });
    expect(ask({ permissions, reason: "mood" })).toMatchObject({ ok: false, code: "NO_REASON" });
    const corrected = ask({ permissions, reason: "duplicate", by: "ann" });
    expect(corrected.ok && corrected.value.state).toMatchObject({
      current: "prospect",
      last: { kind: "correct", event: { by: "ann", reason: "duplicate" } },
    });
    const stage = (name: unknown) =>
      ask({ permissions, reason: "duplicate", data: { stage: name } });
    expect(stage("nowhere")).toMatchObject({ ok: false, code: "UNKNOWN_STAGE" });
    expect(stage("vip")).toMatchObject({ ok: false, code: "RETIRED_STAGE" });
    expect(stage("toString")).toMatchObject({ ok: false, code: "UNKNOWN_STAGE" });
  });

  describe("7: hysteresis", () => {
    const tiers = machine({
      facts: { score: "number" },
      events: { review: {} },
      stages: {
        base: {},
        gold: {
          enter: { fact: "score", gte: 80 },
          stay: { when: { fact: "score", gte: 60 }, grace: "P10D", otherwise: "base" },
          dwell: "P30D",
        },
      },
      moves: [{ id: "rises", from: "base", to: "gold" }],
    });
    const DAY = 86_400_000;
    const days = (scores: Readonly<Record<number, number | null>>, asOf: number) => {
      const history = Object.entries(scores).map(([day, score]) =>
        happens("review", Number(day) * DAY, { facts: { score } }),
      );
      const { moves } = replay(tiers, history, { asOf: asOf * DAY }) as Replay;
      return moves.map(({ move, atMs }) => [move, atMs / DAY]);
    };

    it("between the two conditions, nothing moves", () => {
      expect(days({ 0: 70, 1: 79, 2: 80, 3: 60, 50: 61 }, 100)).toEqual([["rises", 2]]);
    });

    it("a grace that is used up lets go; one that is broken off starts again", () => {
      expect(days({ 0: 90, 40: 10 }, 100)).toEqual([
        ["rises", 0],
        ["gold:stay", 50],
      ]);
      expect(days({ 0: 90, 40: 10, 49: 60, 55: 10 }, 100)).toEqual([
        ["rises", 0],
        ["gold:stay", 65],
      ]);
    });

    it("the minimum dwell holds, though the grace is over", () => {
      expect(days({ 0: 90, 1: 10 }, 100)).toEqual([
        ["rises", 0],
        ["gold:stay", 30],
      ]);
    });

    it("what is unknown is not false: nobody leaves for a missing fact", () => {
      expect(days({ 0: 90, 40: null }, 100)).toEqual([["rises", 0]]);
    });
  });

  it("11: effects are returned, with keys that a late event does not change", () => {
    const letters = (history: readonly LifecycleEvent[]) =>
      (replay(shop, history, { asOf: "2028-01-01" }) as Replay).effects.map(({ key }) => key);
    const early = order("2026-02-01T10:00:00", 1);
    expect(letters(HISTORY)).toEqual([
      "shop/c-1/becomes-loyal/1/enter/loyal/0",
      "shop/c-1/falls-silent/1/move/0",
    ]);
    expect(letters([...HISTORY, early])).toEqual(letters(HISTORY));
    expect(letters(HISTORY)).toEqual(letters(HISTORY));
  });

  it("11: names that look like paths do not make two keys one", () => {
    const { effects } = replay(
      shop,
      HISTORY.map((e) => ({ ...e, customerId: "a/b" })),
      {
        asOf: "2026-05-01",
      },
    ) as Replay;
    expect(effects[0]?.key).toBe("shop/a%2Fb/becomes-loyal/1/enter/loyal/0");
  });

  it("13: a state read back from JSON goes on alike", () => {
    const { state } = replay(shop, HISTORY, { asOf: "2026-04-11" }) as Replay;
    const read = JSON.parse(JSON.stringify(state));
    expect(read).toEqual(state);
    expect(advance(shop, read, "2028-01-01")).toEqual(advance(shop, state, "2028-01-01"));
  });
});

describe("what users of other systems complain about", () => {
  it("complaint 11: no way leads backwards past the machine: a stage cannot be stored", () => {
    const { state } = replay(shop, HISTORY, { asOf: "2026-04-11" }) as Replay;
    const event = happens("set-stage", "2026-04-12T00:00:00Z", {
      facts: { stage: "prospect", current: "prospect" },
      data: { stage: "prospect" },
    });
    const outcome = transition(shop, state, event);
    expect(outcome.ok && outcome.value.state.current).toBe("loyal");
  });

  it("complaint 12: who has left is not still a customer, and the peak is not lost", () => {
    const { state } = replay(shop, HISTORY, { asOf: "2028-01-01" }) as Replay;
    expect(state).toMatchObject({ current: "lost", peak: "loyal" });
    expect(state.stages["first-purchase"]?.firstEnteredAt).toBe(shanghai("2026-03-02T10:00:00"));
  });

  it("complaint 12: a request that is not granted is a refusal with a code, never ignored", () => {
    const { state } = startState(shop, "c-1", { at: 0 });
    const closed = transition(shop, state, happens("close-account", 1));
    expect(closed.ok && closed.value.state.current).toBe("closed");
    if (!closed.ok) return;
    const again = transition(shop, closed.value.state, happens("close-account", 2));
    expect(again).toMatchObject({ ok: false, code: "NO_MOVE" });
  });

  it("complaint 13: a state of another version is refused with what to do, not left stuck", () => {
    const { state } = startState(shop, "c-1", { at: 0 });
    const next = compileLifecycle({ ...shopDefinition, version: "1.1.0" });
    const refusal = expect.objectContaining({
      code: "UNSUPPORTED_VERSION",
      message: expect.stringContaining("planMigration"),
    });
    expect(() => advance(next, state, 1)).toThrow(refusal);
    expect(() => transition(next, state, FIRST)).toThrow(refusal);
    expect(() => replay(next, [FIRST], { asOf: 1, from: state })).toThrow(refusal);
  });

  it("complaint 14: a retired stage keeps its customers readable, and lets them go on", () => {
    const before = compileLifecycle({
      ...shopDefinition,
      stages: { ...shopDefinition.stages, vip: {} },
      start: "vip",
    });
    const { state } = startState(before, "c-1", { at: 0 });
    const machineNow = shop.stamp;
    const old = { ...state, machine: machineNow };
    expect(explainState(shop, old, { locale: "zh" }).text).toContain("贵宾");
    const bought = transition(shop, old, FIRST) as { value: Progress };
    expect(bought.value.state.current).toBe("first-purchase");
    expect(bought.value.state.stages.vip?.entries).toBe(1);
  });
});
