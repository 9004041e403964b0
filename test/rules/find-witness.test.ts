import { test as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { type Condition, compileRule, type FactTypes, findWitness } from "../../src/rules/index.js";
import { asOfs, facts, knownFacts, rules } from "./support/arbitrary-rule.js";

const asOf = "2026-03-15T10:00:00Z";
const factTypes = {
  tier: { type: "text", oneOf: ["basic", "gold"] },
  age: { type: "number", integer: true, min: 0 },
  spend: { type: "money", currency: "CNY" },
  seenAt: "instant",
  orders: {
    type: "events",
    fields: { at: "instant", total: { type: "money", currency: "CNY" }, channel: "text" },
  },
} as const satisfies FactTypes;

const witness = (when: Condition) => findWitness({ zone: "UTC", when }, { asOf, factTypes });

describe("findWitness", () => {
  it("shows that two guards can hold at once, with facts for which they do", () => {
    const guard: Condition = {
      count: "orders",
      within: "P30D",
      where: { fact: "channel", eq: "web" },
      gte: 2,
    };
    const other: Condition = {
      sum: "total",
      of: "orders",
      within: "P90D",
      gt: { minor: 500, currency: "CNY" },
    };
    const found = witness({ and: [guard, other] });
    expect(found.verdict).toBe("possible");
    if (found.verdict !== "possible") return;
    for (const when of [guard, other]) {
      expect(compileRule({ zone: "UTC", when })(found.facts, found.asOfMs)).toBe(true);
    }
    expect(Object.keys(found.facts).sort()).toEqual(Object.keys(factTypes).sort());
  });

  it.each<[Condition]>([
    [
      {
        and: [
          { since: "seenAt", gt: "P90D" },
          { since: "seenAt", lte: "P90D" },
        ],
      },
    ],
    [
      {
        and: [
          { since: "seenAt", gt: "P90D" },
          { since: "seenAt", lt: "P1M" },
        ],
      },
    ],
    [
      {
        and: [
          { fact: "tier", eq: "gold" },
          { fact: "tier", ne: "gold" },
        ],
      },
    ],
    [{ not: { fact: "tier", in: ["basic", "gold"] } }],
    [{ fact: "age", lt: 0 }],
    [{ fact: "age", gt: 3, lt: 4 }],
    [{ count: "orders", within: "ever", lt: 0 }],
    [
      {
        and: [
          {
            or: [
              { fact: "age", lt: 5 },
              { fact: "age", gt: 9 },
            ],
          },
          { fact: "age", between: [5, 9] },
        ],
      },
    ],
    [{ or: [] }],
  ])("proves that nothing can make %j true", (condition) => {
    expect(witness(condition)).toEqual({ verdict: "impossible" });
  });

  it("leaves open what it can neither show nor prove", () => {
    const twoFacts: Condition = {
      and: [
        { fact: "age", gt: { fact: "limit" } },
        { fact: "limit", gt: { fact: "age" } },
      ],
    };
    expect(findWitness({ when: twoFacts }, { asOf }).verdict).toBe("undecided");
    // A month may have 30 days or 31: which period is longer depends on the day.
    expect(
      witness({
        and: [
          { since: "seenAt", gte: "P1M" },
          { since: "seenAt", lt: "P30D" },
        ],
      }).verdict,
    ).not.toBe("impossible");
  });

  property.prop([rules, facts, knownFacts, asOfs], { numRuns: 600 })(
    "what is proven impossible is never true, and what is shown possible is",
    (rule, someFacts, otherFacts, present) => {
      const found = findWitness(rule, { asOf: present });
      const answer = compileRule(rule);
      if (found.verdict === "possible") expect(answer(found.facts, found.asOfMs)).toBe(true);
      if (found.verdict !== "impossible") return;
      for (const tried of [someFacts, otherFacts, {}])
        expect(answer(tried, present)).not.toBe(true);
    },
  );
});
