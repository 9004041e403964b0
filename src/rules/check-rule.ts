import { checkPossible } from "./counterfactual/check-possible.js";
import type { FactTypes } from "./fact-types.js";
import { collectFindings, type Finding, refuseFindings } from "./finding.js";
import { findRuleErrors } from "./grammar/assert-rule.js";
import type { Rule } from "./types.js";
import { findFactTypeErrors } from "./typing/check-fact-types.js";
import { checkTypes } from "./typing/check-types.js";

/**
 * Checks a rule before it is published: its shape, its names and, against the types of the facts,
 * every path and every comparison, and whether each condition can be true and can be false.
 *
 * @param rule - any value, such as parsed JSON
 * @param factTypes - the facts that the rule may read; without them only the rule itself is checked
 * @returns the findings in the order of the rule; empty when there is nothing to say
 * @throws ClienteleError INVALID_ARGUMENT when `factTypes` is no description of facts
 * @example
 * checkRule({ when: { fact: "teir", eq: "gold" } }, { tier: "text" })
 * //=> [{ path: "$.when.fact", code: "UNKNOWN_FACT", severity: "error", message: "no fact is called teir here; there is tier" }]
 */
export function checkRule(rule: unknown, factTypes?: FactTypes): readonly Finding[] {
  if (factTypes !== undefined) refuseFindings(findFactTypeErrors(factTypes));
  const errors = findRuleErrors(rule);
  if (factTypes === undefined || errors.some(({ severity }) => severity === "error")) return errors;
  const { findings, report } = collectFindings();
  checkTypes(rule as Rule, factTypes, report);
  const canRun = !findings.some(({ severity }) => severity === "error");
  if (canRun) checkPossible(rule as Rule, factTypes, report);
  return [...errors, ...findings];
}
