import { describe, expect, it } from "vitest";
import {
  type CheckOptionsInput,
  checkLifecycle,
  compileLifecycle,
  type LifecycleDefinition,
  type LifecycleFindingCode,
  startState,
  transition,
} from "../../../src/lifecycle/index.js";
import { shopDefinition } from "../machines.js";
import { rising, SOUND, sound, withMoves, withStages } from "./broken.js";

const BOTH = { en: "Text", zh: "文字" };
const older = (parts: Partial<LifecycleDefinition>): LifecycleDefinition =>
  sound({ version: "1.0.0", ...parts });
const reading = (id: string, ...reads: string[]): LifecycleDefinition => ({ ...SOUND, id, reads });

/** One finding, with the smallest mistake that leads to it. */
type Broken = readonly [
  name: string,
  path: string,
  code: LifecycleFindingCode,
  config: unknown,
  options?: CheckOptionsInput,
];

const BROKEN: readonly Broken[] = [
  [
    "a stage to which nothing leads",
    "$.stages.island",
    "UNREACHABLE_STAGE",
    withStages({ island: { label: BOTH } }),
  ],
  [
    "a stage to which only an impossible move leads",
    "$.stages.island",
    "UNREACHABLE_STAGE",
    sound({
      stages: { ...SOUND.stages, island: { label: BOTH } },
      moves: [
        ...SOUND.moves,
        { id: "sails", from: "fan", to: "island", on: "order", when: { fact: "score", gt: 100 } },
      ],
    }),
  ],
  [
    "a stage with stages inside, none of which is reached, once",
    "$.stages.outer",
    "UNREACHABLE_STAGE",
    withStages({ outer: { label: BOTH, start: "inner", stages: { inner: { label: BOTH } } } }),
  ],
  [
    "an inner stage to which nothing leads",
    "$.stages.customer.stages.second",
    "UNREACHABLE_STAGE",
    withStages({
      customer: {
        label: BOTH,
        start: "first",
        stages: { first: { label: BOTH }, second: { label: BOTH } },
      },
    }),
  ],
  [
    "a stage that nothing leaves",
    "$.stages.fan",
    "DEAD_END",
    sound({ moves: SOUND.moves.filter(({ id }) => id === "buys" || id === "rises") }),
  ],
  [
    "a stage that only corrections to anywhere leave",
    "$.stages.fan",
    "DEAD_END",
    sound({
      moves: [
        ...SOUND.moves.filter(({ id }) => id === "buys" || id === "rises"),
        { id: "mends", from: "*", to: "*", on: "close", kind: "correct" },
      ],
    }),
  ],
  [
    "a final stage that a move leaves",
    "$.stages.closed.final",
    "MISPLACED_KEY",
    withMoves({ id: "opens", from: "closed", to: "customer", on: "order", kind: "reopen" }),
  ],
  [
    "two moves on one event that ask nothing",
    "$.moves[4]",
    "OVERLAPPING_MOVES",
    withMoves({ id: "skips", from: "prospect", to: "fan", on: "order" }),
  ],
  [
    "two moves on one event whose guards meet",
    "$.moves[5]",
    "OVERLAPPING_MOVES",
    withMoves(
      { id: "left", from: "fan", to: "prospect", on: "order", when: { fact: "score", lt: 50 } },
      { id: "right", from: "fan", to: "closed", on: "order", when: { fact: "score", gte: 40 } },
    ),
  ],
  [
    "two moves by themselves whose guards meet",
    "$.moves[4]",
    "OVERLAPPING_MOVES",
    withMoves({
      id: "leaves",
      from: "customer",
      to: "closed",
      when: { count: "orders", within: "P1Y", gte: 8 },
    }),
  ],
  [
    "two times of which the longer one never comes",
    "$.moves[5]",
    "OVERLAPPING_MOVES",
    withMoves(
      { id: "soon", from: "prospect", to: "closed", after: "P30D" },
      { id: "late", from: "prospect", to: "customer", after: "P2M" },
    ),
  ],
  [
    "moves that follow each other at once for some facts",
    "$.moves[1]",
    "ENDLESS_MOVES",
    sound({
      stages: { ...SOUND.stages, fan: { label: BOTH } },
      moves: SOUND.moves.map((move) =>
        move.id === "falls" ? { ...move, when: { count: "orders", within: "P1Y", lt: 6 } } : move,
      ),
    }),
  ],
  [
    "moves that follow each other at once whatever the facts",
    "$.moves[4]",
    "ENDLESS_MOVES",
    sound({
      stages: { ...SOUND.stages, one: { label: BOTH }, two: { label: BOTH } },
      moves: [
        ...SOUND.moves,
        { id: "to-one", from: "two", to: "one" },
        { id: "to-two", from: "one", to: "two" },
        { id: "goes", from: "fan", to: "one", on: "order" },
      ],
    }),
  ],
  [
    "a stage that lets in whom it does not keep",
    "$.moves[1]",
    "ENDLESS_MOVES",
    sound({
      stages: {
        ...SOUND.stages,
        fan: {
          label: BOTH,
          stay: { when: { fact: "score", gte: 80 }, otherwise: "customer" },
        },
      },
      moves: SOUND.moves
        .filter(({ id }) => id !== "falls")
        .map((move) =>
          move.id === "rises" ? { ...move, when: { fact: "score", gte: 60 } } : move,
        ),
    }),
  ],
  [
    "a guard that is never true",
    "$.moves[1].when.gt",
    "NEVER_TRUE",
    rising({ fact: "score", gt: 100 }),
  ],
  [
    "a part of a guard that is never true",
    "$.moves[1].when.or[1].lt",
    "NEVER_TRUE",
    rising({
      or: [
        { fact: "score", gte: 60 },
        { fact: "score", lt: 0 },
      ],
    }),
  ],
  [
    "a guard that is never true, where no types are declared",
    "$.moves[1].when",
    "NEVER_TRUE",
    {
      ...rising({
        and: [
          { fact: "age", lt: 10 },
          { fact: "age", gt: 20 },
        ],
      }),
      facts: undefined,
    },
  ],
  [
    "a guard that what it enters forbids",
    "$.moves[1].when",
    "NEVER_TRUE",
    {
      ...rising({ fact: "score", lt: 50 }),
      stages: { ...SOUND.stages, fan: { label: BOTH, enter: { fact: "score", gte: 60 } } },
    },
  ],
  [
    "a condition of staying that is always true",
    "$.stages.fan.stay.when.gte",
    "ALWAYS_TRUE",
    withStages({
      fan: { label: BOTH, stay: { when: { fact: "score", gte: 0 }, otherwise: "customer" } },
    }),
  ],
  [
    "a fact that is not declared",
    "$.moves[1].when.fact",
    "UNKNOWN_FACT",
    rising({ fact: "scoer", gte: 60 }),
  ],
  [
    "a field of an event that is not declared",
    "$.moves[1].when.sum",
    "UNKNOWN_FACT",
    rising({ sum: "totl", of: "orders", gte: 60 }),
  ],
  [
    "the event, where there is none",
    "$.moves[1].when.fact",
    "UNKNOWN_FACT",
    rising({ fact: "event.total", gte: 60 }),
  ],
  [
    "a comparison of different types",
    "$.moves[1].when.eq",
    "TYPE_MISMATCH",
    rising({ fact: "score", eq: "high" }),
  ],
  [
    "a fact in a named condition that is not declared",
    "$.define.good.fact",
    "UNKNOWN_FACT",
    { ...rising({ ref: "good" }), define: { good: { fact: "scoer", gte: 60 } } },
  ],
  [
    "a named condition that nobody uses",
    "$.define.good",
    "UNUSED_REF",
    sound({ define: { good: { fact: "score", gte: 60 } } }),
  ],
  [
    "a time within the minimum dwell",
    "$.moves[4].after",
    "TIMER_WITHIN_DWELL",
    withMoves({ id: "tires", from: "fan", to: "closed", after: "P2W" }),
  ],
  [
    "a customer's own time that is at most within the minimum dwell",
    "$.moves[4].after.atMost",
    "TIMER_WITHIN_DWELL",
    withMoves({
      id: "tires",
      from: "fan",
      to: "closed",
      after: { fact: "score", unit: "day", atMost: "P27D" },
    }),
  ],
  [
    "a stage without a Chinese name",
    "$.stages.fan.label",
    "MISSING_TRANSLATION",
    withStages({ fan: { label: { en: "Fan" } } }),
  ],
  [
    "a stage with a blank English name",
    "$.stages.fan.label",
    "MISSING_TRANSLATION",
    withStages({ fan: { label: { en: " ", zh: "粉丝" } } }),
  ],
  [
    "a stage without a name among others that have one",
    "$.stages.fan",
    "MISSING_TRANSLATION",
    withStages({ fan: {} }),
  ],
  [
    "a meaning in one language",
    "$.moves[4].meaning",
    "MISSING_TRANSLATION",
    withMoves({ id: "ends", from: "fan", to: "closed", on: "order", meaning: { en: "Ends" } }),
  ],
  [
    "an earlier version from which nothing leads here",
    "$",
    "MISSING_MIGRATION",
    SOUND,
    { earlier: [older({})] },
  ],
  [
    "a stage of an earlier version from which nothing leads here",
    "$.migrations[0].stages",
    "MISSING_MIGRATION",
    sound({ migrations: [{ from: "1.0.0" }] }),
    { earlier: [older({ stages: { ...SOUND.stages, vip: { label: BOTH } } })] },
  ],
  [
    "machines that read each other",
    "$.reads[1]",
    "CYCLIC_MACHINES",
    reading("sound", "tier", "service"),
    { machines: [reading("tier"), reading("service", "consent"), reading("consent", "sound")] },
  ],
  [
    "a machine that is not there",
    "$.reads[0]",
    "WRONG_VALUE",
    reading("sound", "teir"),
    { machines: [reading("tier")] },
  ],
  [
    "a stage that another machine does not have",
    "$.moves[1].when.eq",
    "WRONG_VALUE",
    { ...rising({ fact: "machines.tier", eq: "golden" }), reads: ["tier"] },
    { machines: [reading("tier")] },
  ],
  [
    "a move into a retired stage",
    "$.moves[4].to",
    "RETIRED_STAGE",
    sound({
      stages: { ...SOUND.stages, vip: { label: BOTH, retired: true } },
      moves: [...SOUND.moves, { id: "crowns", from: "fan", to: "vip", on: "order" }],
    }),
  ],
  [
    "a move to a stage that is not there",
    "$.moves[4].to",
    "UNKNOWN_STAGE",
    withMoves({ id: "goes", from: "fan", to: "fans", on: "order" }),
  ],
  [
    "a key with a typing error",
    "$.moves[4].whne",
    "UNKNOWN_KEY",
    withMoves({ id: "a", from: "fan", to: "customer", on: "order", whne: 1 } as never),
  ],
];

describe("checkLifecycle", () => {
  it("has nothing to say about sound machines", () => {
    expect(checkLifecycle(SOUND)).toEqual([]);
    expect(checkLifecycle(shopDefinition)).toEqual([]);
  });

  for (const [name, path, code, config, options] of BROKEN) {
    it(`finds ${name}, and says in both languages what to do`, () => {
      const findings = checkLifecycle(config, options);
      const found = findings.filter((finding) => finding.path === path && finding.code === code);
      expect(found, JSON.stringify(findings, undefined, 1)).toHaveLength(1);
      expect(found[0]?.message.zh).toMatch(/\p{Script=Han}/u);
      expect(found[0]?.remedy.en).toMatch(/\.$/);
      expect(found[0]?.remedy.zh).toMatch(/。$/);
      // What follows from the mistake may be told as well, but nothing else.
      expect(findings.length).toBeLessThanOrEqual(3);
    });
  }

  it("leaves the configuration as it is", () => {
    const text = JSON.stringify(shopDefinition);
    checkLifecycle(shopDefinition);
    expect(JSON.stringify(shopDefinition)).toBe(text);
  });

  it("refuses a machine of 10,000 stages at once, with the limit", () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `s${index}`);
    const stages = Object.fromEntries(names.map((name) => [name, {}]));
    const moves = names.slice(1).map((name, index) => ({
      id: `m${index}`,
      from: `s${index}`,
      to: name,
      on: "order",
    }));
    const before = process.cpuUsage().user;
    const findings = checkLifecycle(sound({ start: "s0", progress: undefined!, stages, moves }));
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(2);
    expect(findings.map(({ path, code, severity }) => [path, code, severity])).toEqual([
      ["$.moves", "TOO_LARGE", "error"],
      ["$.stages", "TOO_LARGE", "error"],
    ]);
    expect(findings[1]?.message.en).toBe("a machine is checked with at most 1000 stages");
  });

  it("checks the largest machine within 2 s, a guard on every move", () => {
    const count = 1000;
    const stages = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`s${index}`, {}]),
    );
    const moves = Array.from({ length: count }, (_, index) => [
      {
        id: `a${index}`,
        from: `s${index}`,
        to: `s${(index + 1) % count}`,
        when: { fact: "x", gte: index },
      },
      {
        id: `b${index}`,
        from: `s${index}`,
        to: `s${(index * 7 + 3) % count}`,
        when: { fact: "x", lt: index },
      },
    ]).flat();
    const config = { id: "m", version: "1.0.0", zone: "UTC", start: "s0", stages, moves };
    const seconds = [1, 2].map(() => {
      const before = process.cpuUsage().user;
      expect(checkLifecycle(config).length).toBeGreaterThan(0);
      return (process.cpuUsage().user - before) / 1e6;
    });
    expect(Math.min(...seconds)).toBeLessThan(2);
  });

  it.each([
    undefined,
    null,
    7,
    "text",
    [],
    () => 1,
    { id: "x" },
    { stages: 5, moves: "no" },
    JSON.parse('{"__proto__":{"stages":{}},"stages":{"__proto__":{}},"moves":[]}'),
  ])("tells of what is no machine: %s", (config) => {
    const findings = checkLifecycle(config);
    expect(findings.some(({ severity }) => severity === "error")).toBe(true);
  });

  it("refuses options that are not options", () => {
    expect(() => checkLifecycle(SOUND, { machine: [] } as never)).toThrow(/options.machine/);
    expect(() => checkLifecycle(SOUND, { machines: SOUND } as never)).toThrow(/options.machines/);
    expect(() => checkLifecycle(SOUND, { earlier: [{}] } as never)).toThrow(/options.earlier\[0\]/);
  });
});

describe("the witness of a finding", () => {
  it("is a set of facts for which both guards are true", () => {
    const config = withMoves(
      { id: "left", from: "fan", to: "prospect", on: "order", when: { fact: "score", lt: 50 } },
      { id: "right", from: "fan", to: "closed", on: "order", when: { fact: "score", gte: 40 } },
    );
    const [finding] = checkLifecycle(config);
    const score = (finding?.witness?.facts as { score: number } | undefined)?.score;
    expect(score).toBeGreaterThanOrEqual(40);
    expect(score).toBeLessThan(50);
  });

  it("brings the machine into the circle that is told", () => {
    const config = sound({
      stages: {
        ...SOUND.stages,
        fan: { label: BOTH, stay: { when: { fact: "score", gte: 80 }, otherwise: "customer" } },
      },
      moves: SOUND.moves.map((move) =>
        move.id === "rises" ? { ...move, when: { fact: "score", gte: 60 } } : move,
      ),
    });
    const witness = checkLifecycle(config).find(({ code }) => code === "ENDLESS_MOVES")?.witness;
    const lifecycle = compileLifecycle(config);
    const { asOfMs: at = 0, facts } = witness ?? {};
    const { score } = facts as { score: number };
    const { state } = startState(lifecycle, "c-1", { at, facts: { score } });
    const order = { id: "o-1", customerId: "c-1", type: "order", at };
    expect(() => transition(lifecycle, state, order)).toThrow(/without end/);
  });
});
