import { describe, expect, it } from "vitest";
import { checkRule, compileRule, type FactTypes } from "../../src/rules/index.js";

const factTypes = {
  tier: { type: "text", oneOf: ["basic", "silver", "gold"] },
  age: { type: "number", integer: true, min: 0, max: 120 },
  active: "boolean",
  name: "text",
  spend: { type: "money", currency: "CNY" },
  budget: "money",
  birthday: "date",
  joinedOn: "date",
  seenAt: "instant",
  gap: "period",
  tags: { type: "list", of: "text" },
  address: { type: "record", fields: { city: "text" } },
  orders: {
    type: "events",
    at: "placedAt",
    fields: { placedAt: "instant", total: { type: "money", currency: "CNY" }, channel: "text" },
  },
  visits: { type: "events", fields: { at: "date", minutes: "number" } },
} as const satisfies FactTypes;

const found = (rule: unknown): string[] =>
  checkRule(rule, factTypes).map(({ path, code }) => `${path} ${code}`);

/** A rule whose `when` is the condition, in a zone. */
const when = (condition: unknown) => ({ zone: "Asia/Shanghai", when: condition });

const CNY = (minor: number) => ({ minor, currency: "CNY" });

describe("checkRule", () => {
  it.each<[string, unknown]>([
    [
      "a comparison of each kind",
      {
        and: [
          { fact: "age", gte: 18, lt: 65 },
          { fact: "spend", gt: CNY(1) },
        ],
      },
    ],
    ["a list of words", { fact: "tier", in: ["silver", "gold"] }],
    [
      "dates and instants",
      {
        or: [
          { fact: "birthday", lt: { date: "2000-02-29" } },
          { fact: "seenAt", gte: { instant: "2024-01-01T00:00:00+08:00" } },
        ],
      },
    ],
    ["the currency of an amount", { fact: "spend.currency", eq: "CNY" }],
    ["elapsed time with a period of the facts", { since: "seenAt", gt: { fact: "gap" } }],
    ["days since a date", { since: "birthday", gte: "P18Y" }],
    [
      "a count in a window with a filter",
      {
        count: "orders",
        at: "placedAt",
        within: "P30D",
        where: { fact: "channel", ne: "web" },
        gte: 3,
      },
    ],
    [
      "a sum in a calendar month",
      {
        sum: "total",
        of: "orders",
        at: "placedAt",
        within: { calendar: "month", back: 1 },
        gte: CNY(10_000),
      },
    ],
    ["dates of events", { max: "at", of: "visits", within: "ever", gte: { date: "2024-01-01" } }],
    [
      "the time since the latest order",
      { since: { last: "placedAt", of: "orders", at: "placedAt", within: "ever" }, lt: "P90D" },
    ],
    ["two facts of one kind", { fact: "birthday", as: "date", lt: { fact: "joinedOn" } }],
    [
      "a fact of the whole inside a filter",
      {
        count: "orders",
        at: "placedAt",
        within: "ever",
        where: { fact: "channel", eq: { fact: "$.name" } },
        gte: 1,
      },
    ],
    ["a tag", { fact: "tags", contains: "vip" }],
    ["a pattern", { fact: "name", matches: "[A-Z].*" }],
    ["existence", { fact: "birthday", exists: false }],
  ])("says nothing about a rule with %s", (_, condition) => {
    expect(checkRule(when(condition), factTypes)).toEqual([]);
    expect(() => compileRule(when(condition) as never)).not.toThrow();
  });

  it.each<[unknown, string]>([
    [undefined, "$ WRONG_TYPE"],
    [[], "$ WRONG_TYPE"],
    [{}, "$ MISSING_KEY"],
    [{ when: "tier == 'gold'" }, "$.when WRONG_TYPE"],
    [{ when: { fact: "age", gte: 1 }, wehn: 1 }, "$.wehn UNKNOWN_KEY"],
    [{ when: { fact: "age", gte: 1 }, zone: "Mars/Base" }, "$.zone WRONG_VALUE"],
    [{ when: { fact: "age", gte: 1 }, id: 7 }, "$.id WRONG_TYPE"],
    [when({}), "$.when MISSING_KEY"],
    [when({ fact: "age" }), "$.when MISSING_KEY"],
    [when({ fact: "age", gteq: 3 }), "$.when.gteq UNKNOWN_KEY"],
    [when({ fact: "age", count: "orders", gte: 3 }), "$.when AMBIGUOUS"],
    [when({ and: { fact: "age", gte: 3 } }), "$.when.and WRONG_TYPE"],
    [when({ and: [{ not: [] }] }), "$.when.and[0].not WRONG_TYPE"],
    [when({ fact: "age", gte: null }), "$.when.gte WRONG_TYPE"],
    [when({ fact: "age", gte: Number.NaN }), "$.when.gte WRONG_TYPE"],
    [when({ fact: "tier", in: [] }), "$.when.in WRONG_TYPE"],
    [when({ fact: "age", between: [1] }), "$.when.between WRONG_TYPE"],
    [when({ fact: "age", between: [9, 1] }), "$.when.between NEVER_TRUE"],
    [when({ fact: "spend", gte: { minor: 1.5, currency: "CNY" } }), "$.when.gte.minor WRONG_VALUE"],
    [
      when({ fact: "spend", gte: { minor: 1, currency: "yuan" } }),
      "$.when.gte.currency WRONG_VALUE",
    ],
    [when({ fact: "birthday", lt: { date: "2023-02-29" } }), "$.when.lt.date WRONG_VALUE"],
    [
      when({ fact: "seenAt", lt: { instant: "2024-01-01T00:00:00" } }),
      "$.when.lt.instant WRONG_VALUE",
    ],
    [when({ since: "seenAt", gt: "90 days" }), "$.when.gt WRONG_VALUE"],
    [when({ since: "seenAt", exists: true }), "$.when.exists UNKNOWN_KEY"],
    [when({ since: "seenAt", between: ["P1Y", "P1M"] }), "$.when.between NEVER_TRUE"],
    [when({ since: { min: "at", of: "visits" }, gt: "P1M" }), "$.when.since MISSING_KEY"],
    [when({ fact: "name", matches: "(a" }), "$.when.matches WRONG_VALUE"],
    [when({ fact: "name", matches: "(a)\\1" }), "$.when.matches WRONG_VALUE"],
    [when({ fact: "name", matches: "((a{900}){900}){900}" }), "$.when.matches TOO_LARGE"],
    [when({ count: "orders", within: "month", gte: 1 }), "$.when.within WRONG_VALUE"],
    [
      when({ count: "orders", within: { calendar: "moon" }, gte: 1 }),
      "$.when.within.calendar WRONG_VALUE",
    ],
    [
      when({ count: "orders", within: { calendar: "day", back: -1 }, gte: 1 }),
      "$.when.within.back WRONG_VALUE",
    ],
    [
      when({ count: "orders", within: { from: "2024-02-01", to: "2024-01-01" }, gte: 1 }),
      "$.when.within NEVER_TRUE",
    ],
    [
      when({ count: "orders", within: { since: "2024-02-01" }, gte: 1 }),
      "$.when.within.since UNKNOWN_KEY",
    ],
    [when({ count: "$.orders", gte: 1 }), "$.when.count WRONG_VALUE"],
    [when({ fact: "__proto__.polluted", eq: 1 }), "$.when.fact UNSAFE_PATH"],
    [when({ fact: "constructor.name", eq: "Object" }), "$.when.fact UNSAFE_PATH"],
    [when({ fact: "address..city", eq: "x" }), "$.when.fact WRONG_VALUE"],
    [when({ fact: ["address"], eq: "x" }), "$.when.fact WRONG_VALUE"],
    [when({ ref: "vip" }), "$.when.ref UNKNOWN_REF"],
    [when({ ref: "toString" }), "$.when.ref UNKNOWN_REF"],
    [
      { define: { a: { ref: "b" }, b: { not: { ref: "a" } } }, when: { ref: "a" } },
      "$.define.b.not.ref CYCLIC_REF",
    ],
    [
      { define: { "a b": { fact: "age", gte: 1 } }, when: { fact: "age", gte: 1 } },
      '$.define["a b"] WRONG_VALUE',
    ],
    [
      { define: { a: { fact: "age", gte: 1 } }, when: { fact: "age", gte: 2 } },
      "$.define.a UNUSED_REF",
    ],
    [{ when: { count: "orders", within: "P1M", gte: 1 } }, "$.when.within ZONE_MISSING"],
    [
      { when: { count: "orders", within: { calendar: "day" }, gte: 1 } },
      "$.when.within ZONE_MISSING",
    ],
    [{ when: { since: "seenAt", gt: "P1D" } }, "$.when.gt ZONE_MISSING"],
    [{ when: { since: "birthday", gt: "PT1H" } }, "$.when.since ZONE_MISSING"],
    [when({ fact: "name", gt: "2024-01-01" }), "$.when.gt TYPE_MISMATCH"],
    [when({ fact: "active", lt: true }), "$.when.lt TYPE_MISMATCH"],
    [when({ fact: "tier", in: ["gold", 3] }), "$.when.in TYPE_MISMATCH"],
    [
      when({ fact: "budget", in: [CNY(1), { minor: 1, currency: "USD" }] }),
      "$.when.in TYPE_MISMATCH",
    ],
    [
      when({ count: "orders", within: "ever", at: "placedAt", matches: "3" }),
      "$.when.matches TYPE_MISMATCH",
    ],
    [
      when({ fact: "birthday", as: "instant", lt: { date: "2024-01-01" } }),
      "$.when.lt TYPE_MISMATCH",
    ],
  ])("finds what is wrong whatever the facts: %j", (rule, expected) => {
    expect(found(rule)).toContain(expected);
  });

  it.each<[unknown, string]>([
    [{ fact: "teir", eq: "gold" }, "$.when.fact UNKNOWN_FACT"],
    [{ fact: "address.town", eq: "x" }, "$.when.fact UNKNOWN_FACT"],
    [{ fact: "toString", exists: true }, "$.when.fact UNKNOWN_FACT"],
    [{ count: "order", gte: 1 }, "$.when.count UNKNOWN_FACT"],
    [{ fact: "tier", eq: "bronze" }, "$.when.eq WRONG_VALUE"],
    [{ fact: "tier", in: ["gold", "platinum"] }, "$.when.in[1] WRONG_VALUE"],
    [{ fact: "age", eq: "18" }, "$.when.eq TYPE_MISMATCH"],
    [{ fact: "spend", gte: 100 }, "$.when.gte TYPE_MISMATCH"],
    [{ fact: "spend", gte: { minor: 1, currency: "USD" } }, "$.when.gte TYPE_MISMATCH"],
    [{ fact: "spend", gte: { fact: "age" } }, "$.when.gte TYPE_MISMATCH"],
    [{ fact: "birthday", lt: { instant: "2024-01-01T00:00:00Z" } }, "$.when.lt TYPE_MISMATCH"],
    [{ fact: "birthday", lt: { fact: "joinedOn" } }, "$.when.lt TYPE_MISMATCH"],
    [{ fact: "birthday", as: "instant", lt: { fact: "joinedOn" } }, "$.when.as TYPE_MISMATCH"],
    [{ fact: "age", matches: "1." }, "$.when.matches TYPE_MISMATCH"],
    [{ fact: "name", contains: "x" }, "$.when.contains TYPE_MISMATCH"],
    [{ fact: "tags", contains: 3 }, "$.when.contains TYPE_MISMATCH"],
    [{ fact: "tags", eq: "vip" }, "$.when.eq TYPE_MISMATCH"],
    [{ fact: "orders", eq: 1 }, "$.when.eq TYPE_MISMATCH"],
    [{ fact: "address", eq: "x" }, "$.when.eq TYPE_MISMATCH"],
    [{ count: "age", gte: 1 }, "$.when.count TYPE_MISMATCH"],
    [{ count: "orders", within: "P1M", gte: 1 }, "$.when TYPE_MISMATCH"],
    [{ count: "orders", at: "channel", within: "P1M", gte: 1 }, "$.when TYPE_MISMATCH"],
    [
      { count: "orders", at: "placedAt", within: "ever", where: { fact: "age", gte: 1 }, gte: 1 },
      "$.when.where.fact UNKNOWN_FACT",
    ],
    [{ count: "orders", at: "placedAt", gte: 1 }, "$.when FUTURE_EVENTS"],
    [
      { sum: "channel", of: "orders", at: "placedAt", within: "ever", gte: 1 },
      "$.when.sum TYPE_MISMATCH",
    ],
    [
      { sum: "total", of: "orders", at: "placedAt", within: "ever", gte: 1 },
      "$.when.gte TYPE_MISMATCH",
    ],
    [{ since: "age", gt: "P1D" }, "$.when.since TYPE_MISMATCH"],
    [{ since: "seenAt", gt: { fact: "age" } }, "$.when.gt TYPE_MISMATCH"],
    [{ since: "birthday", gt: "PT36H" }, "$.when.gt TYPE_MISMATCH"],
    [
      {
        and: [
          { fact: "age", gt: 20, lt: 10 },
          { fact: "active", eq: true },
        ],
      },
      "$.when.and[0] NEVER_TRUE",
    ],
    [
      { and: [{ fact: "tier", eq: "gold" }, { not: { fact: "tier", ne: "silver" } }] },
      "$.when NEVER_TRUE",
    ],
    [{ fact: "age", gt: 120 }, "$.when.gt NEVER_TRUE"],
    [{ fact: "age", gt: 17, lt: 18 }, "$.when NEVER_TRUE"],
    [
      {
        or: [
          { fact: "age", gte: 18 },
          { fact: "age", lt: 18 },
        ],
      },
      "$.when ALWAYS_TRUE",
    ],
    [{ fact: "tier", in: ["basic", "silver", "gold"] }, "$.when.in ALWAYS_TRUE"],
    [{ count: "orders", at: "placedAt", within: "P1M", gte: 0 }, "$.when.gte ALWAYS_TRUE"],
    [
      {
        and: [
          { since: "seenAt", gt: "P90D" },
          { since: "seenAt", lte: "P90D" },
        ],
      },
      "$.when NEVER_TRUE",
    ],
    [{ and: [] }, "$.when ALWAYS_TRUE"],
  ])("finds what the types of the facts rule out: %j", (condition, expected) => {
    expect(found(when(condition))).toContain(expected);
  });

  it("checks a named condition against the scope in which it is used", () => {
    const rule = {
      zone: "UTC",
      define: { online: { fact: "channel", eq: "web" } },
      when: { count: "orders", at: "placedAt", within: "ever", where: { ref: "online" }, gte: 1 },
    };
    expect(found(rule)).toEqual([]);
    expect(found({ ...rule, when: { ref: "online" } })).toEqual([
      "$.define.online.fact UNKNOWN_FACT",
    ]);
  });

  it("says which facts there are", () => {
    const [finding] = checkRule(when({ fact: "address.town", eq: "x" }), factTypes);
    expect(finding?.message).toBe("no fact is called town here; there is city");
  });

  it("without fact types checks the rule alone", () => {
    expect(checkRule(when({ fact: "teir", eq: "gold" }))).toEqual([]);
    expect(checkRule(when({ fact: "teir", eq: undefined }))).toHaveLength(1);
  });

  it.each<[unknown]>([
    [{ age: "integer" }],
    [{ age: { type: "number", max: "9" } }],
    [{ "a.b": "text" }],
    [{ constructor: "text" }],
    [{ orders: { type: "events" } }],
    [{ tier: { type: "text", oneOf: [] } }],
    [{ tier: { type: "text", label: { en: "tier" } } }],
    [null],
    [[]],
  ])("refuses fact types that are none: %j", (types) => {
    expect(() => checkRule(when({ fact: "age", gte: 1 }), types as never)).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }) as Error,
    );
  });
});
