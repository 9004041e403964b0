import { findRuleErrors } from "../../rules/grammar/assert-rule.js";
import { memberPath } from "../../rules/grammar/json-path.js";
import type { Report } from "../finding.js";
import type { LifecycleDefinition } from "../types.js";
import { listConditions } from "./list-conditions.js";
import { ruleOf } from "./rule-of.js";

/** Reports conditions that cannot run: names that lead nowhere or back, periods without meaning. */
export function checkConditions(definition: LifecycleDefinition, report: Report): void {
  const names = Object.keys(definition.define ?? {});
  const wholeDefine = ruleOf(definition, { and: names.map((ref) => ({ ref })) });
  forward(findRuleErrors(wholeDefine), "$.define", "$.define", report);
  const used = new Set<string>();
  for (const { condition, path } of listConditions(definition)) {
    const rule = ruleOf(definition, condition);
    for (const name of Object.keys(rule.define ?? {})) used.add(name);
    forward(findRuleErrors(rule), "$.when", path, report);
  }
  for (const name of names) {
    if (used.has(name)) continue;
    report(memberPath("$.define", name), "UNUSED_REF", "no condition stands for this one", {
      severity: "warning",
    });
  }
}

/** Passes on what was found at or below one place of a rule, under its place in the machine. */
function forward(
  findings: ReturnType<typeof findRuleErrors>,
  from: string,
  to: string,
  report: Report,
): void {
  for (const { path, code, message, severity } of findings) {
    if (path === from || path.startsWith(`${from}.`) || path.startsWith(`${from}[`)) {
      report(to + path.slice(from.length), code, message, { severity });
    }
  }
}
