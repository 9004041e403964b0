import type { DecisionTable, FactTypes, Rule, Truth } from "../../src/rules/index.js";
import { compileRule, evaluateTable } from "../../src/rules/index.js";

// A rule is plain JSON that the compiler follows.
const rule: Rule = {
  zone: "UTC",
  when: {
    and: [
      { fact: "tier", in: ["silver", "gold"] },
      { count: "orders", within: { calendar: "month" }, gte: { fact: "goal" } },
      { not: { since: { last: "at", of: "orders" }, gt: "P90D" } },
    ],
  },
};
const truth: Truth = compileRule(rule)({}, 0);
export const known: boolean = truth ?? false;

// @ts-expect-error the unit of a calendar window is one of five
export const wrongUnit: Rule = { when: { count: "orders", within: { calendar: "moon" }, gte: 1 } };
// @ts-expect-error a subject has tests of its own kind
export const wrongTest: Rule = { when: { fact: "tier", like: "g%" } };
// @ts-expect-error a rule needs `when`
export const empty: Rule = { zone: "UTC" };
// @ts-expect-error the answer may be unknown
export const certain: boolean = compileRule(rule)({}, 0);
// @ts-expect-error a type of fact has a name
export const wrongType: FactTypes = { tier: "string" };

const table: DecisionTable<"a" | "b"> = {
  inputs: [{ fact: "visits" }],
  hit: "first",
  rows: [{ when: [{ gte: 3 }], answer: "a" }],
  otherwise: "b",
};
export const answers: readonly ("a" | "b")[] = evaluateTable(table, {}, { asOf: 0 }).values;
