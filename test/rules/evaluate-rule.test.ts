import { describe, expect, it } from "vitest";
import { type Condition, compileRule, evaluateRule, type Rule } from "../../src/rules/index.js";

const asOf = Date.UTC(2026, 2, 15, 12);
const DAY = 86_400_000;

/** The value of a condition, in UTC. */
const value = (when: Condition, facts: object) => compileRule({ zone: "UTC", when })(facts, asOf);
const missing = (when: Condition, facts: object) =>
  evaluateRule({ zone: "UTC", when }, facts, { asOf }).missing.map(
    ({ path, why }) => `${path} ${why}`,
  );

const CNY = (minor: number) => ({ minor, currency: "CNY" });

describe("a test of a fact", () => {
  it("compares numbers, texts, truth values and amounts without converting them", () => {
    expect(value({ fact: "age", gte: 18, lt: 65 }, { age: 18 })).toBe(true);
    expect(value({ fact: "age", gte: 18, lt: 65 }, { age: 65 })).toBe(false);
    expect(value({ fact: "age", eq: 18 }, { age: "18" })).toBe(undefined);
    expect(value({ fact: "tier", in: ["silver", "gold"] }, { tier: "gold" })).toBe(true);
    expect(value({ fact: "active", ne: true }, { active: false })).toBe(true);
    expect(value({ fact: "spend", between: [CNY(1), CNY(3)] }, { spend: CNY(3) })).toBe(true);
    expect(value({ fact: "address.city", eq: "武汉" }, { address: { city: "武汉" } })).toBe(true);
    expect(value({ fact: "name", matches: "[李王].+" }, { name: "李雷" })).toBe(true);
  });

  it("does not compare amounts of two currencies", () => {
    expect(value({ fact: "spend", gte: CNY(1) }, { spend: { minor: 5, currency: "USD" } })).toBe(
      undefined,
    );
    expect(value({ fact: "spend", ne: CNY(1) }, { spend: { minor: 1, currency: "USD" } })).toBe(
      undefined,
    );
  });

  it("keeps dates apart from instants and reads every way of writing an instant", () => {
    const after: Condition = { fact: "at", gt: { instant: "2026-03-01T00:00:00+08:00" } };
    const turn = Date.UTC(2026, 1, 28, 16);
    expect(value(after, { at: turn })).toBe(false);
    for (const at of [
      turn + 1,
      new Date(turn + 1),
      { epochMilliseconds: turn + 1 },
      "2026-02-28T16:00:00.001Z",
    ]) {
      expect(value(after, { at })).toBe(true);
    }
    expect(value(after, { at: "2026-03-02" })).toBe(undefined);
    expect(value({ fact: "on", lt: { date: "2026-03-02" } }, { on: "2026-03-01" })).toBe(true);
    expect(value({ fact: "on", lt: { date: "2026-03-02" } }, { on: "2026-02-30" })).toBe(undefined);
    expect(value({ fact: "on", lt: { date: "2026-03-02" } }, { on: turn })).toBe(undefined);
  });

  it("compares two facts, dates and periods when told how to read them", () => {
    const facts = { a: "2026-01-31", b: "2026-02-01", p: "P6W", q: "P1M" };
    expect(value({ fact: "a", as: "date", lt: { fact: "b" } }, facts)).toBe(true);
    expect(value({ fact: "p", as: "period", gt: { fact: "q" } }, facts)).toBe(true);
    expect(value({ fact: "a", lt: { fact: "b" } }, facts)).toBe(undefined);
    expect(value({ fact: "a", eq: { fact: "b" } }, facts)).toBe(false);
  });

  it("takes null for absent", () => {
    expect(value({ fact: "tier", exists: false }, { tier: null })).toBe(true);
    expect(value({ fact: "tier", eq: "gold" }, { tier: null })).toBe(undefined);
  });

  it("finds an item of a list, and does not know while an item cannot be compared", () => {
    expect(value({ fact: "tags", contains: "vip" }, { tags: ["new", "vip", 7] })).toBe(true);
    expect(value({ fact: "tags", contains: "vip" }, { tags: ["new"] })).toBe(false);
    expect(value({ fact: "tags", contains: "vip" }, { tags: ["new", 7] })).toBe(undefined);
    expect(value({ fact: "tags", contains: "vip" }, { tags: [] })).toBe(false);
  });
});

describe("a summary of events", () => {
  const facts = {
    home: "web",
    orders: [
      { at: asOf - 40 * DAY, total: CNY(500), channel: "web" },
      { at: asOf - 30 * DAY, total: CNY(300), channel: "shop" },
      { at: asOf - 29 * DAY, total: CNY(200), channel: "web" },
      { at: asOf, total: CNY(100), channel: "shop" },
      { at: asOf + 1, total: CNY(900), channel: "web" },
    ],
  };

  it("counts up to the present and leaves an event as its period ends", () => {
    expect(value({ count: "orders", within: "P30D", eq: 2 }, facts)).toBe(true);
    expect(value({ count: "orders", within: "ever", eq: 4 }, facts)).toBe(true);
    expect(value({ count: "orders", eq: 5 }, facts)).toBe(true);
  });

  it("sums, finds extremes and the latest, with a filter", () => {
    expect(value({ sum: "total", of: "orders", within: "ever", eq: CNY(1100) }, facts)).toBe(true);
    expect(value({ max: "total", of: "orders", within: "ever", eq: CNY(500) }, facts)).toBe(true);
    expect(value({ min: "total", of: "orders", within: "ever", eq: CNY(100) }, facts)).toBe(true);
    expect(value({ last: "channel", of: "orders", within: "ever", eq: "shop" }, facts)).toBe(true);
    const where: Condition = { fact: "channel", eq: { fact: "$.home" } };
    expect(value({ count: "orders", within: "ever", where, eq: 2 }, facts)).toBe(true);
    expect(
      value({ since: { last: "at", of: "orders", within: "ever", where }, eq: "P29D" }, facts),
    ).toBe(true);
  });

  it("compares one summary with another", () => {
    const recent: Condition = {
      sum: "total",
      of: "orders",
      within: "P30D",
      lt: { sum: "total", of: "orders", within: "ever" },
    };
    expect(value(recent, facts)).toBe(true);
    expect(
      value({ fact: "target", gt: { sum: "total", of: "none" } }, { target: CNY(1), none: [] }),
    ).toBe(true);
    expect(value({ fact: "target", gt: { sum: "n", of: "none" } }, { target: 1, none: [] })).toBe(
      true,
    );
  });

  it("is 0 for the count and sum of nothing, and nothing for the rest", () => {
    const none = { orders: [] };
    expect(value({ count: "orders", eq: 0 }, none)).toBe(true);
    expect(value({ sum: "total", of: "orders", lt: CNY(1) }, none)).toBe(true);
    expect(value({ sum: "total", of: "orders", eq: 0 }, none)).toBe(true);
    expect(value({ max: "total", of: "orders", gt: CNY(1) }, none)).toBe(undefined);
    expect(value({ max: "total", of: "orders", exists: false }, none)).toBe(true);
    expect(missing({ max: "total", of: "orders", gt: CNY(1) }, none)).toEqual(["orders empty"]);
  });

  it("knows a count that no unknown event can change", () => {
    const orders = [{ at: asOf, paid: true }, { at: asOf, paid: true }, { at: asOf }, "broken"];
    const paid: Condition = { fact: "paid", eq: true };
    expect(value({ count: "orders", where: paid, gte: 2 }, { orders })).toBe(true);
    expect(value({ count: "orders", where: paid, gte: 3 }, { orders })).toBe(undefined);
    expect(value({ count: "orders", where: paid, gte: 5 }, { orders })).toBe(false);
    expect(value({ count: "orders", where: paid, ne: 3 }, { orders })).toBe(undefined);
    expect(value({ count: "orders", where: paid, between: [2, 4] }, { orders })).toBe(true);
    expect(missing({ count: "orders", where: paid, gte: 3 }, { orders })).toEqual([
      "orders[2].paid missing",
      "orders[3] unusable",
    ]);
  });

  it("does not know a sum while an amount is missing or of another currency", () => {
    const orders = [{ total: CNY(1) }, {}, { total: { minor: 1, currency: "USD" } }];
    expect(missing({ sum: "total", of: "orders", gt: CNY(1) }, { orders })).toEqual([
      "orders[1].total missing",
      "orders[2].total unusable",
    ]);
    const huge = [{ total: CNY(Number.MAX_SAFE_INTEGER) }, { total: CNY(1) }];
    expect(value({ sum: "total", of: "orders", gt: CNY(1) }, { orders: huge })).toBe(undefined);
  });

  it("takes the later in the list of two events at the same moment", () => {
    const orders = [
      { at: 5, n: 1 },
      { at: 5, n: 2 },
      { at: 4, n: 3 },
    ];
    expect(value({ last: "n", of: "orders", eq: 2 }, { orders })).toBe(true);
  });

  it("reads the time of an event where the rule says, also inside a record", () => {
    const orders = [{ meta: { placed: "2026-03-10" } }];
    expect(value({ count: "orders", at: "meta.placed", within: "P7D", eq: 1 }, { orders })).toBe(
      true,
    );
  });

  it("does not know the members of a list that is missing or no list", () => {
    expect(missing({ count: "orders", gte: 1 }, {})).toEqual(["orders missing"]);
    expect(missing({ count: "orders", gte: 1 }, { orders: { length: 3 } })).toEqual([
      "orders unusable",
    ]);
    expect(missing({ sum: "n", of: "orders", gte: 1 }, { orders: 3 })).toEqual(["orders unusable"]);
  });
});

describe("evaluateRule", () => {
  const rule: Rule = {
    id: "loyal",
    zone: "Asia/Shanghai",
    define: { big: { fact: "spend", gte: CNY(10_000) } },
    when: {
      or: [
        { ref: "big" },
        { and: [{ fact: "age", gte: 18, lt: 65 }, { not: { fact: "tier", eq: "basic" } }] },
      ],
    },
  };

  it("traces every leaf, also where the answer does not need it", () => {
    const { value, missing, trace } = evaluateRule(rule, { spend: CNY(20_000), age: 70 }, { asOf });
    expect({ value, missing }).toEqual({ value: true, missing: [] });
    expect(trace.root).toEqual({
      op: "or",
      path: "$.when",
      value: true,
      parts: [
        {
          op: "ref",
          path: "$.when.or[0]",
          name: "big",
          value: true,
          parts: [
            leaf(
              "$.define.big.gte",
              { fact: "spend", gte: CNY(10_000) },
              "gte",
              true,
              CNY(20_000),
              CNY(10_000),
            ),
          ],
        },
        {
          op: "and",
          path: "$.when.or[1]",
          value: false,
          parts: [
            {
              op: "and",
              path: "$.when.or[1].and[0]",
              value: false,
              parts: [
                leaf(
                  "$.when.or[1].and[0].gte",
                  { fact: "age", gte: 18, lt: 65 },
                  "gte",
                  true,
                  70,
                  18,
                ),
                leaf(
                  "$.when.or[1].and[0].lt",
                  { fact: "age", gte: 18, lt: 65 },
                  "lt",
                  false,
                  70,
                  65,
                ),
              ],
            },
            {
              op: "not",
              path: "$.when.or[1].and[1]",
              value: undefined,
              parts: [
                {
                  ...leaf(
                    "$.when.or[1].and[1].not.eq",
                    { fact: "tier", eq: "basic" },
                    "eq",
                    undefined,
                    undefined,
                    "basic",
                  ),
                  missing: [{ path: "tier", why: "missing" }],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it("lists only the missing facts that could change the answer, each once", () => {
    expect(evaluateRule(rule, { age: 70 }, { asOf }).missing).toEqual([
      { path: "spend", why: "missing" },
    ]);
    const twice: Condition = {
      and: [
        { fact: "a", gt: 1 },
        { fact: "a", lt: 5 },
        { fact: "b", eq: 1 },
      ],
    };
    expect(missing(twice, { b: "x" })).toEqual(["a missing", "b unusable"]);
  });

  it("can be judged by a trace that was stored as JSON", () => {
    const { trace } = evaluateRule(rule, { spend: CNY(1), age: 20, tier: "gold" }, { asOf });
    const stored = JSON.parse(JSON.stringify(trace));
    expect(evaluateRule(stored.rule, stored.facts, { asOf: stored.asOfMs }).trace).toEqual(trace);
  });

  it("takes a date as the end of that day in the zone of the rule", () => {
    const seen: Rule = { zone: "Asia/Shanghai", when: { count: "visits", within: "ever", eq: 1 } };
    const late = { visits: [{ at: "2026-03-15T23:59:59.999+08:00" }] };
    expect(evaluateRule(seen, late, { asOf: "2026-03-15" }).value).toBe(true);
    expect(evaluateRule(seen, late, { asOf: "2026-03-14" }).value).toBe(false);
    expect(() => evaluateRule({ when: { fact: "a", eq: 1 } }, {}, { asOf: "2026-03-15" })).toThrow(
      "names no `zone`",
    );
  });

  it.each([undefined, null, 5])("refuses options that are no object: %s", (options) => {
    expect(() => evaluateRule(rule, {}, options as never)).toThrow("options must be an object");
  });
});

function leaf(
  path: string,
  subject: object,
  test: string,
  value: unknown,
  actual: unknown,
  expected: unknown,
) {
  return { op: "leaf", path, value, subject, test, actual, expected, missing: [] };
}
