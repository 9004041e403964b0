import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { type Condition, compileRule, type Rule } from "../../src/rules/index.js";
import { asOfs, facts, rules } from "./support/arbitrary-rule.js";

const conditions = rules.map(({ when }) => when);
const shared = rules.map(({ zone, define }) => ({ zone, define }) as Omit<Rule, "when">);

const decide = (rule: Omit<Rule, "when">, when: Condition, someFacts: object, asOf: number) =>
  compileRule({ ...rule, when })(someFacts, asOf);

const law = (name: string, left: (a: Condition, b: Condition) => Condition, right: typeof left) =>
  test.prop([shared, conditions, conditions, facts, asOfs], { numRuns: 150 })(
    name,
    (rule, a, b, someFacts, asOf) => {
      expect(decide(rule, left(a, b), someFacts, asOf)).toBe(
        decide(rule, right(a, b), someFacts, asOf),
      );
    },
  );

law(
  "not (a and b) is not a or not b",
  (a, b) => ({ not: { and: [a, b] } }),
  (a, b) => ({
    or: [{ not: a }, { not: b }],
  }),
);
law(
  "not not a is a",
  (a) => ({ not: { not: a } }),
  (a) => a,
);
law(
  "a and b is b and a",
  (a, b) => ({ and: [a, b] }),
  (a, b) => ({ and: [b, a] }),
);
law(
  "a or (a and b) is a",
  (a, b) => ({ or: [a, { and: [a, b] }] }),
  (a) => a,
);
law(
  "a and a is a",
  (a) => ({ and: [a, a] }),
  (a) => a,
);
law(
  "a and nothing is a",
  (a) => ({ and: [a, { and: [] }] }),
  (a) => a,
);
law(
  "a or nothing is a",
  (a) => ({ or: [a, { or: [] }] }),
  (a) => a,
);
law(
  "(a and b) and b is a and (b and b)",
  (a, b) => ({ and: [{ and: [a, b] }, b] }),
  (a, b) => ({
    and: [a, { and: [b, b] }],
  }),
);

/** Whether the condition asks for existence, which learning a fact may answer otherwise. */
const asksExistence = (rule: Rule): boolean => JSON.stringify(rule).includes('"exists"');

test.prop([rules.filter((rule) => !asksExistence(rule)), facts, fc.array(fc.nat(14)), asOfs], {
  numRuns: 600,
})("what is known stays known when more facts become known", (rule, someFacts, hidden, asOf) => {
  const compiled = compileRule(rule);
  const less = Object.fromEntries(
    Object.entries(someFacts).filter((_, index) => !hidden.includes(index)),
  );
  const before = compiled(less, asOf);
  if (before !== undefined) expect(compiled(someFacts, asOf)).toBe(before);
});

test.prop([conditions, facts, asOfs, shared], { numRuns: 200 })(
  "a named condition is worth what it stands for",
  (condition, someFacts, asOf, rule) => {
    const named = { ...rule, define: { ...rule.define, it: condition } };
    expect(decide(named, { ref: "it" }, someFacts, asOf)).toBe(
      decide(named, condition, someFacts, asOf),
    );
  },
);
