import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { compilePattern } from "../../../src/rules/pattern/compile-pattern.js";
import { samplePattern } from "../../../src/rules/pattern/sample-pattern.js";

/**
 * Patterns that mean the same to ECMAScript, over a small alphabet so that texts often match; not
 * so deep that repeats of repeats pass the limits.
 */
const patterns = fc.letrec<{ node: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom("a", "b", "字", ".", "[ab]", "[^a]", "\\d", "\\w", "\\S", "[a-c1]", "\\."),
    fc.tuple(tie("node"), tie("node")).map(([left, right]) => `(${left}|${right})`),
  ),
  node: fc
    .array(
      fc.tuple(tie("atom"), fc.constantFrom("", "", "", "*", "+", "?", "{2}", "{1,3}", "{1,}")),
      {
        maxLength: 3,
      },
    )
    .map((parts) => parts.map(([atom, mark]) => atom + mark).join("")),
})).node;

const texts = fc.string({ unit: fc.constantFrom("a", "b", "c", "1", "字", "."), maxLength: 7 });

test.prop([patterns, fc.array(texts, { minLength: 1, maxLength: 8 })], { numRuns: 500 })(
  "agrees with ECMAScript on every pattern that both know",
  (pattern, samples) => {
    const ours = compilePattern(pattern);
    const theirs = new RegExp(`^(?:${pattern})$`, "su");
    for (const text of samples) expect([text, ours(text)]).toEqual([text, theirs.test(text)]);
  },
);

test.prop([patterns], { numRuns: 300 })("the sample of a pattern matches it", (pattern) => {
  expect(compilePattern(pattern)(samplePattern(pattern) as string)).toBe(true);
});
