import type { AsOf } from "../core/calendar.js";
import { asOfToMs } from "./as-of.js";
import { checkFacts } from "./check-facts.js";
import { assertRule } from "./grammar/assert-rule.js";
import { planRule } from "./plan/plan-rule.js";
import type { Facts, Rule, Truth } from "./types.js";

/** A rule ready to run: true, false, or `undefined` when a fact that matters is not known. */
export type CompiledRule = (facts: Facts, asOf: AsOf) => Truth;

/**
 * Compiles a rule into a function for many customers: it allocates nothing when `asOf` is epoch
 * milliseconds. It answers as {@link evaluateRule} does, without the reasons.
 *
 * @returns the function; given facts that are no object, or an invalid `asOf`, it throws
 *   ClienteleError INVALID_ARGUMENT
 * @throws ClienteleError INVALID_ARGUMENT with the JSON path of the first error; LIMIT_EXCEEDED for a
 *   rule that is too large or too deep
 * @example
 * const isFrequent = compileRule({
 *   zone: "Asia/Shanghai",
 *   when: { count: "orders", within: "P30D", gte: 3 },
 * });
 * isFrequent({ orders: [{ at: "2026-03-01T09:00:00Z" }] }, Date.UTC(2026, 2, 15)) //=> false
 */
export function compileRule(rule: Rule): CompiledRule {
  assertRule(rule);
  const { holds } = planRule(rule);
  const { zone } = rule;
  return (facts, asOf) => {
    checkFacts(facts);
    return holds(facts, facts, asOfToMs(asOf, zone));
  };
}
