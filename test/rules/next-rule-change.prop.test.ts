import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { compileNextChange, compileRule } from "../../src/rules/index.js";
import { asOfs, facts, rules } from "./support/arbitrary-rule.js";

const YEAR_MS = 365 * 86_400_000;

test.prop(
  [
    rules,
    facts,
    asOfs,
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }),
  ],
  {
    numRuns: 1000,
  },
)("an answer stays the same until the next change", (rule, someFacts, asOf, fractions) => {
  const answer = compileRule(rule);
  const next = compileNextChange(rule)(someFacts, asOf);
  if (next !== undefined) expect(next).toBeGreaterThan(asOf);
  const end = next ?? asOf + 3 * YEAR_MS;
  const now = answer(someFacts, asOf);
  for (const fraction of [...fractions, 1]) {
    const later = asOf + Math.floor((end - 1 - asOf) * fraction);
    expect(answer(someFacts, later)).toBe(now);
  }
});
