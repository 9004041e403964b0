import type { AsOf } from "../core/calendar.js";
import { invalid } from "../core/errors.js";
import { asOfToMs } from "./as-of.js";
import { checkFacts } from "./check-facts.js";
import { assertRule } from "./grammar/assert-rule.js";
import type { EvaluateOptions } from "./options.js";
import { planRule } from "./plan/plan-rule.js";
import type { Evaluation } from "./trace.js";
import { missingFacts, traceNode } from "./trace-node.js";
import type { Facts, Rule } from "./types.js";

/** A rule ready to run with its trace. */
export type CompiledTrace = (facts: Facts, asOf: AsOf) => Evaluation;

/**
 * Decides a rule and keeps how: every leaf with the value of the fact, what was expected, the result
 * and what is missing.
 *
 * @param options - `asOf`, the present of the decision
 * @returns the value (`undefined` when a fact that matters is not known) and the trace
 * @throws ClienteleError INVALID_ARGUMENT with the JSON path of what is wrong; LIMIT_EXCEEDED
 * @example
 * const { value, trace } = evaluateRule(
 *   { when: { fact: "tier", in: ["silver", "gold"] } },
 *   { tier: "gold" },
 *   { asOf: "2026-03-15T00:00:00Z" },
 * );
 * value //=> true
 */
export function evaluateRule(rule: Rule, facts: Facts, options: EvaluateOptions): Evaluation {
  if (typeof options !== "object" || options === null) {
    throw invalid("options", "an object with `asOf`", options);
  }
  return compileTrace(rule)(facts, options.asOf);
}

/**
 * Compiles a rule into a function that evaluates it with the trace for many customers.
 *
 * @throws ClienteleError as {@link compileRule}
 */
export function compileTrace(rule: Rule): CompiledTrace {
  assertRule(rule);
  const plan = planRule(rule);
  return (facts, asOf) => {
    checkFacts(facts);
    const asOfMs = asOfToMs(asOf, rule.zone);
    const root = traceNode(plan, facts, asOfMs);
    const trace = { rule, facts, asOfMs, root };
    return { value: root.value, missing: missingFacts(root), trace };
  };
}
