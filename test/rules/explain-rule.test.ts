import { describe, expect, it } from "vitest";
import {
  type Condition,
  evaluateRule,
  explainRule,
  type FactTypes,
  type Rule,
  type TextOptionsInput,
} from "../../src/rules/index.js";

const factTypes = {
  tier: { type: "text", oneOf: ["basic", "silver", "gold"], label: { en: "tier", zh: "等级" } },
  age: { type: "number", label: { en: "age", zh: "年龄" } },
  seenAt: { type: "instant", label: { en: "last visit", zh: "上次到访" } },
  email: { type: "text", label: { en: "e-mail", zh: "邮箱" } },
  orders: {
    type: "events",
    label: { en: "orders", zh: "订单" },
    fields: {
      at: "instant",
      total: { type: "money", currency: "CNY", label: { en: "total", zh: "金额" } },
      channel: { type: "text", label: { en: "channel", zh: "渠道" } },
    },
  },
} as const satisfies FactTypes;

const asOf = "2026-03-15T10:00:00Z";
const order = (at: string, minor: number, channel = "web") => ({
  at,
  total: { minor, currency: "CNY" },
  channel,
});

const explain = (when: Condition, facts: object, options: TextOptionsInput = {}) => {
  const rule: Rule = { zone: "Asia/Shanghai", when };
  return explainRule(evaluateRule(rule, facts, { asOf }).trace, { factTypes, ...options });
};
const says = (when: Condition, facts: object) => [
  explain(when, facts).text,
  explain(when, facts, { locale: "zh" }).text,
];

const ordersOf = (facts: object | undefined) => (facts as { orders: unknown[] }).orders;

describe("explainRule", () => {
  const recent: Condition = { count: "orders", within: "P30D", gte: 3 };
  const two = { orders: [order("2026-03-01T00:00:00Z", 100), order("2026-03-05T00:00:00Z", 200)] };

  it("says what is missing to the number of events", () => {
    expect(says(recent, two)).toEqual([
      "No. Needed: number of orders within 30 days is at least 3 (now 2). Enough would be: 1 more order within 30 days.",
      "不成立，还需要30天内的订单的数量至少为3（现为2）。只要30天内再增加1个订单，即可成立。",
    ]);
    expect(says(recent, { orders: [] })[0]).toContain("3 more orders within 30 days");
  });

  it("gives the same as data, with the facts after the change", () => {
    const { counterfactual } = explain(recent, two);
    expect(counterfactual?.changes).toEqual([
      {
        kind: "add",
        list: "orders",
        events: [{ ...order("2026-03-05T00:00:00Z", 200), at: "2026-03-15T10:00:00.000Z" }],
        serves: [{ path: "$.when.gte", wanted: true }],
        text: "1 more order within 30 days",
      },
    ]);
    expect(ordersOf(counterfactual?.facts)).toHaveLength(3);
    expect(two.orders).toHaveLength(2);
  });

  it("says how much a sum lacks, in the window and with the filter of the rule", () => {
    const sum: Condition = {
      sum: "total",
      of: "orders",
      within: { calendar: "month" },
      where: { fact: "channel", eq: "web" },
      gte: { minor: 1000, currency: "CNY" },
    };
    expect(says(sum, two)).toEqual([
      "No. Needed: sum of total of orders this month (where channel is web) is at least CNY 10.00 (now CNY 3.00). Enough would be: CNY 7.00 more total of orders this month (where channel is web).",
      "不成立，还需要本月的订单（其中渠道为web）的金额之和至少为CNY 10.00（现为CNY 3.00）。只要本月的订单（其中渠道为web）的金额再增加CNY 7.00，即可成立。",
    ]);
  });

  it("advises to wait where only time is missing", () => {
    const dormant: Condition = { since: "seenAt", gt: "P90D" };
    const facts = { seenAt: "2026-01-01T00:00:00+08:00" };
    expect(says(dormant, facts)).toEqual([
      "No. Needed: time since last visit is more than 90 days (now 73 days). Enough would be: time passing until 2026-04-01 00:00.",
      "不成立，还需要距上次到访的时间大于90天（现为73天）。只要等到2026-04-01 00:00，即可成立。",
    ]);
    expect(explain(dormant, facts).counterfactual?.asOfMs).toBe(
      Date.parse("2026-04-01T00:00:00.001+08:00"),
    );
  });

  it("says why a rule holds with the fewest tests that make it so", () => {
    const rule: Condition = {
      or: [
        {
          and: [
            { fact: "tier", eq: "gold" },
            { fact: "age", gte: 18 },
          ],
        },
        { fact: "age", gt: 30 },
      ],
    };
    expect(says(rule, { tier: "gold", age: 40 })).toEqual([
      "Yes, because age is more than 30 (now 40).",
      "成立，因为年龄大于30（现为40）。",
    ]);
    expect(says(rule, { tier: "gold", age: 20 })).toEqual([
      "Yes, because tier is gold; age is at least 18 (now 20).",
      "成立，因为等级为gold；年龄至少为18（现为20）。",
    ]);
  });

  it("names the tests of the nearest way, and their contrary under not", () => {
    const rule: Condition = {
      or: [
        {
          and: [
            { fact: "tier", in: ["silver", "gold"] },
            { fact: "age", gte: 18 },
            { fact: "email", exists: true },
          ],
        },
        {
          not: {
            or: [
              { since: "seenAt", gt: "P90D" },
              { fact: "tier", eq: "basic" },
            ],
          },
        },
      ],
    };
    const facts = { tier: "basic", age: 12, seenAt: "2026-03-01T00:00:00Z" };
    expect(says(rule, facts)).toEqual([
      "No. Needed: tier is not basic (now basic). Enough would be: tier is not basic.",
      "不成立，还需要等级不为basic（现为basic）。只要等级不为basic，即可成立。",
    ]);
  });

  it("says which facts are missing", () => {
    expect(
      says(
        {
          and: [
            { fact: "age", gte: 18 },
            { fact: "tier", eq: "gold" },
          ],
        },
        { tier: 7 },
      ),
    ).toEqual([
      "Not known, because age is missing; tier cannot be used. Enough would be: age is at least 18; tier is gold.",
      "无法判断，因为age缺失；tier无法使用。只要年龄至少为18；等级为gold，即可成立。",
    ]);
  });

  it("gives no advice where there is none", () => {
    const never: Condition = {
      and: [
        { fact: "age", gt: 10 },
        { fact: "age", lt: 5 },
      ],
    };
    const explanation = explain(never, { age: 7 });
    expect(explanation.counterfactual).toBe(undefined);
    expect(explanation.text).toBe(
      "No. Needed: age is more than 10 (now 7); age is less than 5 (now 7).",
    );
  });

  it("finds values that meet several tests of one fact, the nearest first", () => {
    const band: Condition = { fact: "age", gte: 18, lt: 65, ne: 18 };
    expect(explain(band, { age: 12 }).counterfactual?.facts).toEqual({ age: 19 });
    expect(explain(band, { age: 70 }).counterfactual?.facts).toEqual({ age: 64 });
  });

  it("makes one change serve several tests of the same events", () => {
    const rule: Condition = {
      and: [
        { count: "orders", within: "P30D", gte: 3 },
        { sum: "total", of: "orders", within: "P30D", gte: { minor: 1000, currency: "CNY" } },
        { last: "channel", of: "orders", within: "ever", eq: "shop" },
      ],
    };
    const { counterfactual } = explain(rule, two);
    const orders = ordersOf(counterfactual?.facts);
    expect(evaluateRule({ zone: "UTC", when: rule }, { orders }, { asOf }).value).toBe(true);
    expect(orders.length).toBeLessThanOrEqual(4);
  });

  it("explains a trace that was stored as JSON", () => {
    const { trace } = evaluateRule({ zone: "UTC", when: recent }, two, { asOf });
    const stored = JSON.parse(JSON.stringify(trace));
    expect(explainRule(stored).text).toBe(explainRule(trace).text);
  });

  it("calls a fact by its path when it has no label", () => {
    const trace = evaluateRule(
      { when: { fact: "address.city", eq: "武汉" } },
      { address: { city: "上海" } },
      { asOf },
    ).trace;
    expect(explainRule(trace).text).toBe(
      "No. Needed: address.city is 武汉 (now 上海). Enough would be: address.city is 武汉.",
    );
  });

  it.each([undefined, null, 5, {}, { rule: { when: 1 } }])(
    "refuses what is no trace: %j",
    (trace) => {
      expect(() => explainRule(trace as never)).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT" }) as Error,
      );
    },
  );

  it("refuses a language and an option that there is not", () => {
    const { trace } = evaluateRule({ when: { fact: "a", eq: 1 } }, {}, { asOf });
    expect(() => explainRule(trace, { locale: "fr" as never })).toThrow("options.locale");
    expect(() => explainRule(trace, { lang: "en" } as never)).toThrow(
      "options.lang is not an option",
    );
  });
});
