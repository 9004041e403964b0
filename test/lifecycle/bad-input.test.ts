import { describe, expect, it } from "vitest";
import {
  advance,
  compileLifecycle,
  type LifecycleDefinition,
  type LifecycleEvent,
  lifecycleSchema,
  type MoveDefinition,
  replay,
  startState,
  transition,
} from "../../src/lifecycle/index.js";
import { happens, machine, order, shop, shopDefinition } from "./machines.js";

const small: LifecycleDefinition = {
  id: "small",
  version: "1.0.0",
  zone: "UTC",
  start: "a",
  events: { go: { list: "goes" } },
  stages: { a: {}, b: {} },
  moves: [{ id: "ab", from: "a", to: "b", on: "go" }],
};
const withMove = (move: object): unknown => ({
  ...small,
  moves: [{ id: "ab", from: "a", to: "b", ...move }],
});

/** Broken configurations with the place that the error must name. */
const BROKEN: readonly (readonly [name: string, path: string, config: unknown])[] = [
  ["no object", "$:", "lifecycle"],
  ["a missing key", "$: needs the key `zone`", { ...small, zone: undefined }],
  ["an unknown key", "$.colour", { ...small, colour: "red" }],
  ["an unknown key of a stage", "$.stages.a.finale", { ...small, stages: { a: { finale: true } } }],
  ["an unknown key of a move", "$.moves[0].guard", withMove({ on: "go", guard: {} })],
  ["a version that is none", "$.version", { ...small, version: "1" }],
  ["a zone that is none", "$.zone", { ...small, zone: "Mars/Olympus" }],
  ["a start that is no stage", "$.start", { ...small, start: "c" }],
  [
    "a stage of the same name inside",
    "$.stages.b.stages.a",
    {
      ...small,
      stages: { a: {}, b: { start: "a", stages: { a: {} } } },
    },
  ],
  [
    "inner stages without a start",
    "$.stages.b: needs the key `start`",
    {
      ...small,
      stages: { a: {}, b: { stages: { c: {} } } },
    },
  ],
  ["a move to an unknown stage", "$.moves[0].to", withMove({ on: "go", to: "c" })],
  ["a move from an unknown stage", "$.moves[0].from[1]", withMove({ on: "go", from: ["a", "c"] })],
  ["a move on an unknown event", "$.moves[0].on", withMove({ on: "stop" })],
  [
    "a move into a retired stage",
    "$.moves[0].to",
    {
      ...small,
      stages: { a: {}, b: { retired: true } },
    },
  ],
  [
    "two moves of one id",
    "$.moves[1].id",
    {
      ...small,
      moves: [small.moves[0], small.moves[0]],
    },
  ],
  ["an event and a time", "$.moves[0].after", withMove({ on: "go", after: "P1D" })],
  ["without but no after", "$.moves[0].without", withMove({ without: "go" })],
  ["a period that is none", "$.moves[0].after", withMove({ after: "30 days" })],
  [
    "a negative number of times",
    "$.moves[0].after.times",
    withMove({
      after: { fact: "gap", unit: "day", times: -1 },
    }),
  ],
  ["a permission for nobody", "$.moves[0].permission", withMove({ permission: "x", after: "P1D" })],
  ["any stage without a correction", "$.moves[0].to", withMove({ on: "go", to: "*" })],
  ["a guard that is no condition", "$.moves[0].when", withMove({ on: "go", when: true })],
  ["a guard as code", "$.moves[0].when", withMove({ on: "go", when: "score > 3" })],
  ["a function as a guard", "$.moves[0].when", withMove({ on: "go", when: () => true })],
  [
    "a guard with an unknown test",
    "$.moves[0].when.greater",
    withMove({
      on: "go",
      when: { fact: "score", greater: 3 },
    }),
  ],
  [
    "a name that stands for nothing",
    "$.moves[0].when.ref",
    withMove({ on: "go", when: { ref: "x" } }),
  ],
  [
    "names that lead back to themselves",
    "$.define.y.ref",
    {
      ...small,
      define: { x: { ref: "y" }, y: { ref: "x" } },
    },
  ],
  [
    "an expression that would backtrack",
    "$.moves[0].when.matches",
    withMove({
      on: "go",
      when: { fact: "name", matches: "(a+)+(?=b)" },
    }),
  ],
  ["a fact name of the machine's own", "$.facts.event", { ...small, facts: { event: "text" } }],
  [
    "a list name of the machine's own",
    "$.events.go.list",
    {
      ...small,
      events: { go: { list: "entered" } },
    },
  ],
  [
    "a field that every event has",
    "$.events.go.fields.at",
    { ...small, events: { go: { list: "goes", fields: { at: "instant" } } } },
  ],
  [
    "a hostile stage name",
    "$.stages.__proto__",
    {
      ...small,
      stages: JSON.parse('{"a":{},"b":{},"__proto__":{}}'),
    },
  ],
  [
    "staying that falls back into the same stage",
    "$.stages.a.stay.otherwise",
    {
      ...small,
      stages: { a: { stay: { when: { fact: "x", eq: 1 }, otherwise: "a" } }, b: {} },
    },
  ],
  ["progress with a stage twice", "$.progress[1]", { ...small, progress: ["a", "a"] }],
  [
    "a migration from itself",
    "$.migrations[0].from",
    { ...small, migrations: [{ from: "1.0.0" }] },
  ],
  [
    "an effect that is not JSON",
    "$.moves[0].effects[0].payload",
    withMove({
      on: "go",
      effects: [{ kind: "x", payload: new Map() }],
    }),
  ],
];

describe("a broken configuration", () => {
  it.each(BROKEN)("with %s is refused at %s", (_name, path, config) => {
    expect(() => compileLifecycle(config as LifecycleDefinition)).toThrow(
      expect.objectContaining({ message: expect.stringContaining(path) }),
    );
    expect(lifecycleSchema.safeParse(config).success).toBe(false);
  });

  it("is never run as code", () => {
    const payload = "process.exit(1)";
    const lifecycle = machine({
      events: { go: {} },
      stages: { a: {}, b: {} },
      moves: [{ id: "m", from: "a", to: "b", on: "go", effects: [{ kind: "k", payload }] }],
    });
    expect(replay(lifecycle, [happens("go", 0)], { asOf: 0 })?.effects[0]?.payload).toBe(payload);
  });

  it("nested without end is refused, not followed", () => {
    let stages: object = { last: {} };
    for (let depth = 0; depth < 10_000; depth++) stages = { [`s${depth}`]: { start: "x", stages } };
    expect(() => compileLifecycle({ ...small, stages } as LifecycleDefinition)).toThrow(
      expect.objectContaining({ code: "LIMIT_EXCEEDED" }),
    );
  });

  it("with a guard that is nested too deep is refused with its place", () => {
    let when: object = { fact: "x", eq: 1 };
    for (let depth = 0; depth < 5000; depth++) when = { not: when };
    expect(() => compileLifecycle(withMove({ on: "go", when }) as LifecycleDefinition)).toThrow(
      expect.objectContaining({
        code: "LIMIT_EXCEEDED",
        message: expect.stringMatching(/^\$\.moves/),
      }),
    );
  });
});

describe("a machine of 10,000 stages", () => {
  const count = 10_000;
  const stages = Object.fromEntries(Array.from({ length: count }, (_, i) => [`s${i}`, {}]));
  const chain = (parts: Partial<MoveDefinition>): readonly MoveDefinition[] =>
    Array.from({ length: count - 1 }, (_, i) => ({
      id: `m${i}`,
      from: `s${i}`,
      to: `s${i + 1}`,
      ...parts,
    }));
  const big = (moves: readonly MoveDefinition[]) => ({
    ...small,
    start: "s0",
    stages,
    moves,
  });

  it("compiles and walks from end to end, by event and at once", () => {
    const byEvent = compileLifecycle(big(chain({ on: "go" })));
    expect(replay(byEvent, [happens("go", 0)], { asOf: 0 })?.state.current).toBe("s1");
    const atOnce = compileLifecycle(big(chain({})));
    expect(startState(atOnce, "c-1", { at: 0 }).state.current).toBe(`s${count - 1}`);
  });

  it("with moves from anywhere to each stage is prepared for the stages that are visited", () => {
    const anywhere = compileLifecycle(big(chain({ on: "go", from: "*" })));
    expect(replay(anywhere, [happens("go", 0)], { asOf: 0 })?.state.current).toBe("s1");
  });

  it("in a circle of moves at once is refused with the circle", () => {
    const circle = machine({
      stages: { a: {}, b: {}, c: {} },
      moves: [
        { id: "ab", from: "a", to: "b" },
        { id: "bc", from: "b", to: "c" },
        { id: "ca", from: "c", to: "a" },
      ],
    });
    expect(() => startState(circle, "c-1", { at: 0 })).toThrow(
      expect.objectContaining({
        code: "LIMIT_EXCEEDED",
        message: expect.stringMatching(/ab -> bc -> ca|bc -> ca -> ab|ca -> ab -> bc/),
      }),
    );
  });

  it("that moves every second is refused before it fills the memory", () => {
    const restless = machine({
      stages: { a: {} },
      moves: [{ id: "again", from: "a", to: "a", after: "PT1S" }],
    });
    const { state } = startState(restless, "c-1", { at: 0 });
    expect(advance(restless, state, 3000).moves).toHaveLength(3);
    expect(() => advance(restless, state, "2026-01-01")).toThrow(
      expect.objectContaining({ code: "LIMIT_EXCEEDED" }),
    );
  });
});

describe("events and states that cannot be read", () => {
  const { state } = startState(shop, "c-1", { at: 0 });
  const event = order("2026-03-02T10:00:00", 100);
  const hostile: unknown[] = [undefined, null, 5, "event", [], { ...event, id: "" }];
  const wrong = (parts: object): LifecycleEvent => ({ ...event, ...parts });

  it("are refused with the place of what is wrong", () => {
    for (const each of hostile) {
      expect(() => transition(shop, state, each as LifecycleEvent)).toThrow(
        expect.objectContaining({ code: "INVALID_DATA" }),
      );
    }
    const cases: [object, string][] = [
      [{ at: "2026-03-02" }, "event.at"],
      [{ at: Number.NaN }, "event.at"],
      [{ at: 0.5 }, "event.at"],
      [{ recordedAt: "soon" }, "event.recordedAt"],
      [{ type: 5 }, "event.type"],
      [{ customerId: "c-2" }, "event.customerId"],
      [{ data: [] }, "event.data"],
      [{ facts: "x" }, "event.facts"],
      [{ permissions: "all" }, "event.permissions"],
      [{ retracted: "no" }, "event.retracted"],
      [{ data: { total: Number.NaN } }, "event.data.total"],
      [{ data: { total: { minor: 1n, currency: "CNY" } } }, "event.data.total.minor"],
      [{ facts: { expectedGapDays: () => 1 } }, "event.facts.expectedGapDays"],
    ];
    for (const [parts, place] of cases) {
      expect(() => transition(shop, state, wrong(parts))).toThrow(
        expect.objectContaining({ code: "INVALID_DATA", message: expect.stringContaining(place) }),
      );
    }
    expect(() => replay(shop, [event, wrong({ id: "x", at: "?" })], { asOf: 0 })).toThrow(
      /^events\[1\]\.at/,
    );
    expect(() => replay(shop, "events" as never, { asOf: 0 })).toThrow(/^events must/);
    expect(() => replay(shop, [event], { asOf: "soon" })).toThrow(/asOf/);
    expect(() => replay(shop, [event], undefined as never)).toThrow(/options/);
  });

  it("cannot give facts that guards would find on every object", () => {
    const gate = machine({
      facts: JSON.parse('{"toString":"text"}'),
      events: { go: { list: "goes" } },
      stages: { a: {}, b: {} },
      moves: [{ id: "ab", from: "a", to: "b", on: "go", when: { fact: "toString", exists: true } }],
    });
    const facts = JSON.parse('{"__proto__":{"toString":"x"}}');
    const replayed = replay(gate, [happens("go", 0, { facts, data: facts })], { asOf: 0 });
    expect(replayed?.state.current).toBe("a");
  });

  it("cannot replace a list of events by a fact", () => {
    expect(() => transition(shop, state, event, { orders: [] })).toThrow(/facts\.orders/);
  });

  it("work with names that every object has", () => {
    const odd = machine({
      start: "toString",
      events: { valueOf: {} },
      stages: { toString: {}, hasOwnProperty: {} },
      moves: [{ id: "isPrototypeOf", from: "toString", to: "hasOwnProperty", on: "valueOf" }],
    });
    const replayed = replay(odd, [happens("valueOf", 5)], { asOf: 5 });
    expect(replayed?.state).toMatchObject({
      current: "hasOwnProperty",
      since: { hasOwnProperty: 5 },
      taken: { isPrototypeOf: 1 },
    });
  });

  it("of a state are refused: another kind, format, machine or stage", () => {
    const bad: [object, string][] = [
      [{ kind: "x" }, "INVALID_ARGUMENT"],
      [{ version: 2 }, "UNSUPPORTED_VERSION"],
      [{ machine: undefined }, "INVALID_ARGUMENT"],
      [{ machine: { ...shop.stamp, id: "other" } }, "INVALID_ARGUMENT"],
      [{ machine: { ...shop.stamp, configHash: "0" } }, "UNSUPPORTED_VERSION"],
      [{ current: "nowhere" }, "INVALID_ARGUMENT"],
    ];
    for (const [parts, code] of bad) {
      expect(() => advance(shop, { ...state, ...parts }, 1)).toThrow(
        expect.objectContaining({ code }),
      );
    }
    expect(() => advance(shop, null as never, 1)).toThrow(/state must/);
  });

  it("and a machine that was not compiled says what to do", () => {
    expect(() => startState(shopDefinition as never, "c-1", { at: 0 })).toThrow(/compileLifecycle/);
  });

  it("a replay of nothing is no answer", () => {
    expect(replay(shop, [], { asOf: 0 })).toBeUndefined();
  });
});
