import { asOfToMs } from "./as-of.js";
import { checkFacts } from "./check-facts.js";
import { assertRule } from "./grammar/assert-rule.js";
import type { EvaluateOptions } from "./options.js";
import { nodeNextChange } from "./plan/node-walk.js";
import { planRule } from "./plan/plan-rule.js";
import type { Facts, Rule } from "./types.js";

/** A rule ready to tell when time alone may change its answer. */
export type CompiledNextChange = (
  facts: Facts,
  asOf: EvaluateOptions["asOf"],
) => number | undefined;

/**
 * The next instant at which the answer of a rule may change although the facts stay as they are:
 * when a period has passed, an event leaves its window, or a calendar unit begins. Until then, the
 * answer is the same at every instant; a timer set to it misses nothing.
 *
 * @returns epoch milliseconds after `asOf`; `undefined` when time alone never changes the answer
 * @throws ClienteleError INVALID_ARGUMENT, LIMIT_EXCEEDED as {@link evaluateRule}
 * @example
 * const rule = { when: { since: "lastVisitAt", gt: "PT24H" } };
 * nextRuleChange(rule, { lastVisitAt: 0 }, { asOf: 5 }) //=> 86400000
 */
export function nextRuleChange(
  rule: Rule,
  facts: Facts,
  { asOf }: EvaluateOptions,
): number | undefined {
  return compileNextChange(rule)(facts, asOf);
}

/**
 * Compiles {@link nextRuleChange} for many customers.
 *
 * @throws ClienteleError as {@link compileRule}
 */
export function compileNextChange(rule: Rule): CompiledNextChange {
  assertRule(rule);
  const plan = planRule(rule);
  const { zone } = rule;
  return (facts, asOf) => {
    checkFacts(facts);
    const nextMs = nodeNextChange(plan, facts, facts, asOfToMs(asOf, zone));
    return nextMs === Infinity ? undefined : nextMs;
  };
}
