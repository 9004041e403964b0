import { fc } from "@fast-check/vitest";
import type { Condition, Rule } from "../../../src/rules/types.js";

/** The present of the random decisions: close to month ends, a leap day and both clock changes. */
export const asOfs: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(
    Date.UTC(2024, 1, 29, 12),
    Date.UTC(2024, 2, 10, 7, 30),
    Date.UTC(2024, 2, 31, 1, 30),
    Date.UTC(2024, 9, 27, 0, 30),
    Date.UTC(2024, 10, 3, 6, 30),
    Date.UTC(2025, 1, 28, 23, 59),
    Date.UTC(2025, 2, 31),
  ),
  fc.integer({ min: Date.UTC(2023, 0, 1), max: Date.UTC(2026, 0, 1) }),
);

export const zones: fc.Arbitrary<string> = fc.constantFrom(
  "UTC",
  "Asia/Shanghai",
  "Europe/Berlin",
  "America/New_York",
  "Pacific/Apia",
  "Australia/Lord_Howe",
);

const lengths = ["P0D", "P1D", "PT36H", "P7D", "P2W", "P30D", "P1M", "P1M1DT1H", "P3M", "P1Y"];
const periods = fc.constantFrom(...lengths);
const days = fc
  .integer({ min: Date.UTC(2022, 11, 1) / 864e5, max: Date.UTC(2026, 0, 31) / 864e5 })
  .map((day) => new Date(day * 864e5).toISOString().slice(0, 10));
const instantMs = fc.oneof(
  asOfs,
  fc.integer({ min: Date.UTC(2022, 11, 1), max: Date.UTC(2026, 0, 31) }),
);
const instantTexts = instantMs.map((atMs) => new Date(atMs).toISOString());
const amounts = fc.record({
  minor: fc.integer({ min: 0, max: 5 }).map((units) => units * 100),
  currency: fc.constantFrom("CNY", "CNY", "CNY", "USD"),
});
const numbers = fc.oneof(fc.integer({ min: -1, max: 5 }), fc.constant(2.5));
const texts = fc.constantFrom("gold", "silver", "basic", "go", "");

/** Facts whose every value is right, or now and then absent, null or of another kind. */
type Keep = <T>(values: fc.Arbitrary<T>) => fc.Arbitrary<unknown>;

const sound: Keep = (values) => values;

const shaky: Keep = (values) =>
  fc.oneof(
    { arbitrary: values, weight: 12 },
    { arbitrary: fc.constantFrom<unknown>(null, undefined, Number.NaN, "x", 7, {}, []), weight: 1 },
  );

const moments = fc.oneof(
  { arbitrary: instantMs, weight: 3 },
  instantTexts,
  days,
  instantMs.map((atMs) => new Date(atMs)),
  instantMs.map((epochMilliseconds) => ({ epochMilliseconds })),
);

const brokenEvents = fc.constantFrom<unknown>(null, 3, "x", []);

function eventsOf(keep: Keep, money: typeof amounts): fc.Arbitrary<unknown> {
  const whole = fc.record({
    at: keep(moments),
    total: keep(money),
    score: keep(numbers),
    channel: keep(texts),
    due: keep(days),
  });
  const some = keep === sound ? whole : fc.oneof({ arbitrary: whole, weight: 12 }, brokenEvents);
  return fc.array(some, { maxLength: 5 });
}

function factsOf(keep: Keep, money: typeof amounts): fc.Arbitrary<object> {
  return fc.record({
    age: keep(numbers),
    limit: keep(numbers),
    active: keep(fc.boolean()),
    tier: keep(texts),
    oldTier: keep(texts),
    spend: keep(money),
    target: keep(money),
    birthday: keep(days),
    joinedOn: keep(days),
    seenAt: keep(moments),
    endsAt: keep(instantTexts),
    gap: keep(periods),
    tags: keep(fc.array(keep(texts), { maxLength: 3 })),
    profile: keep(fc.record({ city: keep(texts), level: keep(numbers) })),
    orders: keep(eventsOf(keep, money)),
  });
}

/** Facts as hosts have them: mostly right, sometimes missing or wrong. */
export const facts: fc.Arbitrary<object> = factsOf(shaky, amounts);

/** Facts in which everything is known and of one currency. */
export const knownFacts: fc.Arbitrary<object> = factsOf(
  sound,
  amounts.map(({ minor }) => ({ minor, currency: "CNY" })),
);

const orderTests = ["lt", "lte", "gt", "gte", "eq", "ne"] as const;

/** `{ [test]: operand }`, or `between` two of them. */
function testOf(operands: fc.Arbitrary<unknown>, low: (a: unknown, b: unknown) => unknown[]) {
  return fc.oneof(
    {
      arbitrary: fc
        .record({ test: fc.constantFrom(...orderTests), operand: operands })
        .map(({ test, operand }) => ({ [test]: operand })),
      weight: 5,
    },
    fc.tuple(operands, operands).map(([a, b]) => ({ between: low(a, b) })),
  );
}

const inOrder = (a: unknown, b: unknown): unknown[] =>
  (a as number) <= (b as number) ? [a, b] : [b, a];
const taggedInOrder = (key: string) => (a: unknown, b: unknown) =>
  inOrder((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]).map(
    (value) => ({ [key]: value }),
  );

const numberTests = fc.oneof(
  testOf(numbers, inOrder),
  fc.array(numbers, { minLength: 1, maxLength: 3 }).map((list) => ({ in: list })),
);
const cnyTests = testOf(
  fc.integer({ min: 0, max: 6 }).map((units) => ({ minor: units * 100, currency: "CNY" })),
  (a, b) =>
    inOrder((a as { minor: number }).minor, (b as { minor: number }).minor).map((minor) => ({
      minor,
      currency: "CNY",
    })),
);
const textTests = fc.oneof(
  fc
    .record({ test: fc.constantFrom("eq", "ne"), text: texts })
    .map(({ test, text }) => ({ [test]: text })),
  fc.array(texts, { minLength: 1, maxLength: 3 }).map((list) => ({ in: list })),
  fc.constantFrom("go.*", "(gold|silver)", ".*l.*", "[a-g]+").map((matches) => ({ matches })),
);
const dateTests = testOf(
  days.map((date) => ({ date })),
  taggedInOrder("date"),
);
const instantTests = testOf(
  instantTexts.map((instant) => ({ instant })),
  taggedInOrder("instant"),
);
const elapsedTests = fc.oneof(
  testOf(periods, (...pair) =>
    pair.sort((a, b) => lengths.indexOf(String(a)) - lengths.indexOf(String(b))),
  ),
  fc.constantFrom(...orderTests).map((test) => ({ [test]: { fact: "gap" } })),
);
const existence = fc.boolean().map((exists) => ({ exists }));

const windows = fc.oneof(
  periods,
  fc.constant("ever"),
  fc.record({
    calendar: fc.constantFrom("day", "week", "month", "quarter", "year"),
    back: fc.integer({ min: 0, max: 3 }),
  }),
  fc
    .tuple(days, days)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
);

const pathTests = fc.constantFrom<object>(
  { fact: "age", gte: { fact: "limit" } },
  { fact: "age", eq: { fact: "limit" } },
  { fact: "tier", ne: { fact: "oldTier" } },
  { fact: "spend", lt: { fact: "target" } },
  { fact: "birthday", as: "date", lte: { fact: "joinedOn" } },
  { fact: "seenAt", as: "instant", gt: { fact: "endsAt" } },
  { fact: "gap", lt: { period: "P1M" } },
  { fact: "tags", contains: "gold" },
  { fact: "tags", contains: { fact: "tier" } },
  { count: "tags", gte: 1 },
  { fact: "age", gt: { count: "orders", within: "P30D" } },
  { fact: "spend", gte: { sum: "total", of: "orders" } },
);

const merge = ([subject, tests]: [object, object]): object => ({ ...subject, ...tests });

const factLeaves = fc.oneof(
  fc
    .tuple(
      fc.constantFrom({ fact: "age" }, { fact: "profile.level" }),
      fc.oneof(numberTests, existence),
    )
    .map(merge),
  fc
    .tuple(
      fc.constantFrom({ fact: "tier" }, { fact: "profile.city" }),
      fc.oneof(textTests, existence),
    )
    .map(merge),
  fc
    .tuple(
      fc.constant({ fact: "active" }),
      fc.boolean().map((eq) => ({ eq })),
    )
    .map(merge),
  fc.tuple(fc.constant({ fact: "spend" }), cnyTests).map(merge),
  fc.tuple(fc.constant({ fact: "birthday" }), dateTests).map(merge),
  fc.tuple(fc.constant({ fact: "seenAt" }), instantTests).map(merge),
  fc
    .tuple(
      fc.constantFrom(
        { since: "seenAt" },
        { until: "endsAt" },
        { since: "birthday" },
        { until: "joinedOn" },
        { since: { last: "at", of: "orders" } },
      ),
      elapsedTests,
    )
    .map(merge),
  pathTests,
);

const eventLeaves = fc.oneof(
  fc.tuple(fc.constant({ fact: "score" }), numberTests).map(merge),
  fc.tuple(fc.constant({ fact: "channel" }), textTests).map(merge),
  fc.tuple(fc.constant({ fact: "total" }), cnyTests).map(merge),
  fc.constantFrom<object>(
    { fact: "channel", eq: { fact: "$.tier" } },
    { since: "due", lt: "P1M" },
    { fact: "score", exists: true },
    { ref: "named" },
  ),
);

const filters = fc.record(
  {
    within: windows,
    where: fc.oneof(
      eventLeaves,
      eventLeaves.map((leaf) => ({ not: leaf })),
    ),
  },
  { requiredKeys: [] },
);

const summaryLeaves = fc.oneof(
  fc
    .tuple(fc.constant({ count: "orders" }), filters, numberTests)
    .map(([a, b, c]) => ({ ...a, ...b, ...c })),
  fc
    .tuple(
      fc.constantFrom(
        { sum: "total", of: "orders" },
        { max: "total", of: "orders" },
        { last: "total", of: "orders" },
      ),
      filters,
      cnyTests,
    )
    .map(([a, b, c]) => ({ ...a, ...b, ...c })),
  fc
    .tuple(
      fc.constantFrom(
        { sum: "score", of: "orders" },
        { min: "score", of: "orders" },
        { last: "score", of: "orders" },
      ),
      filters,
      numberTests,
    )
    .map(([a, b, c]) => ({ ...a, ...b, ...c })),
  fc
    .tuple(
      fc.constantFrom({ min: "due", of: "orders" }, { max: "due", of: "orders" }),
      filters,
      dateTests,
    )
    .map(([a, b, c]) => ({ ...a, ...b, ...c })),
  fc
    .tuple(
      fc.constantFrom({ last: "score", of: "orders" }, { max: "score", of: "orders" }),
      filters,
      existence,
    )
    .map(([a, b, c]) => ({ ...a, ...b, ...c })),
);

const conditions = fc.letrec<{ node: object }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    { arbitrary: fc.oneof(factLeaves, summaryLeaves), weight: 4 },
    fc.record({ and: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ or: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie("node") }),
    fc.constant({ ref: "named" }),
  ),
})).node as fc.Arbitrary<Condition>;

/** Rules of every form over {@link facts}; `named` is defined, and used in and outside of filters. */
export const rules: fc.Arbitrary<Rule> = fc.record({
  zone: zones,
  define: fc.record({ named: eventLeaves.filter((leaf) => !("ref" in leaf)) }) as fc.Arbitrary<
    Record<string, Condition>
  >,
  when: conditions,
});
