import fc from "fast-check";
import type {
  LifecycleDefinition,
  LifecycleEvent,
  MoveDefinition,
  StageDefinition,
} from "../../src/lifecycle/index.js";
import type { Condition } from "../../src/rules/index.js";
import { DAY } from "./naive-lifecycle.js";

/** The day by which every random history has come to its end. */
export const LAST_DAY = 60;

const NAMES = ["one", "two", "three", "inner-a", "inner-b", "outer"] as const;
const stage = fc.constantFrom(...NAMES);
const period = fc.integer({ min: 1, max: 12 }).map((days) => `P${days}D`);
const small = fc.integer({ min: 0, max: 4 });

const condition: fc.Arbitrary<Condition> = fc.letrec<{ any: Condition; leaf: Condition }>(
  (tie) => ({
    leaf: fc.oneof(
      fc.record({ count: fc.constant("list"), within: period, gte: small }),
      fc.record({ count: fc.constant("list"), within: period, lt: small }),
      fc.record({ sum: fc.constant("n"), of: fc.constant("list"), gte: fc.nat(12) }),
      fc.record({ fact: fc.constant("score"), gte: small }),
      period.map(
        (gte): Condition => ({
          since: { last: "at", of: "list", as: "instant" },
          gte,
        }),
      ),
    ),
    any: fc.oneof(
      { weight: 4, arbitrary: tie("leaf") },
      tie("leaf").map((not): Condition => ({ not })),
      fc.tuple(tie("leaf"), tie("leaf")).map((and): Condition => ({ and })),
    ),
  }),
).any;

const onEvent = fc.oneof(
  { weight: 3, arbitrary: condition },
  small.map((gte): Condition => ({ fact: "event.n", gte })),
);

/** A key that is there or not. */
const maybe = <Key extends string, T>(key: Key, value: fc.Arbitrary<T>) =>
  fc
    .option(value, { nil: undefined })
    .map((given) => (given === undefined ? {} : ({ [key]: given } as Record<Key, T>)));

const ends = fc.record({ from: fc.oneof(stage, fc.constant("*")), to: stage });
const triggered = fc
  .tuple(ends, fc.constantFrom("a", "b", "ask"), maybe("when", onEvent))
  .map(([move, on, guard]) => ({ ...move, on, ...guard }));
const timed = fc
  .tuple(ends, period, maybe("without", fc.constant("a")), maybe("when", condition))
  .map(([move, after, ...others]) => Object.assign({ ...move, after }, ...others));
const automatic = fc.tuple(ends, condition).map(([move, when]) => ({ ...move, when }));

const move = fc.tuple(
  fc.oneof({ weight: 3, arbitrary: triggered }, { weight: 3, arbitrary: timed }, automatic),
  fc.boolean(),
  maybe("priority", fc.integer({ min: -1, max: 1 })),
);

const moves = fc.array(move, { minLength: 2, maxLength: 9 }).map((list) =>
  list.map(([parts, isEarly, priority], index): MoveDefinition => {
    const early = isEarly && !("on" in parts) ? { early: true } : {};
    return { id: `m${index}`, ...parts, ...early, ...priority } as MoveDefinition;
  }),
);

const plain: fc.Arbitrary<StageDefinition> = fc
  .tuple(maybe("dwell", period), fc.option(condition, { nil: undefined, freq: 4 }))
  .map(([dwell, enter]) => ({ ...dwell, ...(enter && { enter }) }));

const staying = fc.tuple(plain, condition, maybe("grace", period)).map(
  ([parts, when, grace]): StageDefinition => ({
    ...parts,
    stay: { when, ...grace, otherwise: "one" },
  }),
);

/** A small machine of every kind of part, whose times are whole days in UTC. */
export const randomMachine: fc.Arbitrary<LifecycleDefinition> = fc
  .record({ one: plain, two: staying, three: plain, a: plain, b: fc.oneof(plain, staying), moves })
  .map(({ one, two, three, a, b, moves: list }) => ({
    id: "random",
    version: "1.0.0",
    zone: "UTC",
    start: "one",
    progress: ["one", "two", "outer"],
    facts: { score: "number" },
    events: {
      a: { list: "list", fields: { n: "number" } },
      b: {},
      ask: { request: true },
    },
    stages: {
      one,
      two,
      three,
      outer: { start: "inner-a", stages: { "inner-a": a, "inner-b": b } },
    },
    moves: list,
  }));

/** A history of one customer, in no order. */
export const randomHistory: fc.Arbitrary<readonly LifecycleEvent[]> = fc
  .array(
    fc.record({
      type: fc.constantFrom("a", "a", "b", "ask"),
      day: fc.integer({ min: 0, max: LAST_DAY - 20 }),
      n: small,
      score: fc.option(small, { nil: undefined }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((events) =>
    events.map(({ type, day, n, score }, index) => ({
      id: `e${index}`,
      customerId: "c-1",
      type,
      at: day * DAY,
      data: { n },
      ...(score !== undefined && { facts: { score } }),
    })),
  );
