import { collectFindings, type Finding, refuseFindings } from "../finding.js";
import type { Rule } from "../types.js";
import { checkReferences } from "./check-references.js";
import { checkRuleShape } from "./check-rule-shape.js";
import { checkRuleUse } from "./check-use.js";

/** What is wrong with a rule whatever the facts are; empty when it can run. */
export function findRuleErrors(rule: unknown): Finding[] {
  const { findings, report } = collectFindings();
  checkRuleShape(rule, report);
  if (findings.length > 0) return findings;
  checkReferences(rule as Rule, report);
  checkRuleUse(rule as Rule, report);
  return findings;
}

/**
 * Refuses a rule that cannot run.
 *
 * @throws ClienteleError INVALID_ARGUMENT with the JSON path; LIMIT_EXCEEDED
 */
export function assertRule(rule: unknown): asserts rule is Rule {
  refuseFindings(findRuleErrors(rule));
}
