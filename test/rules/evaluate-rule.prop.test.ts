import { test } from "@fast-check/vitest";
import { expect } from "vitest";
import { compileRule } from "../../src/rules/compile-rule.js";
import { evaluateRule } from "../../src/rules/evaluate-rule.js";
import { asOfs, facts, rules } from "./support/arbitrary-rule.js";
import { naiveRule } from "./support/naive-rule.js";

test.prop([rules, facts, asOfs], { numRuns: 1000 })(
  "agrees with a naive second implementation, with and without a trace",
  (rule, someFacts, asOf) => {
    const expected = naiveRule(rule, someFacts, asOf);
    expect(compileRule(rule)(someFacts, asOf)).toBe(expected);
    expect(evaluateRule(rule, someFacts, { asOf }).value).toBe(expected);
  },
);
