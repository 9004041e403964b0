import { clockOf } from "../time/moment.js";
import type { Condition, Rule } from "../types.js";
import { planCondition } from "./plan-condition.js";
import type { PlanContext, PlannedNode } from "./types.js";

/** Prepares a rule that has been checked. */
export function planRule(rule: Rule): PlannedNode {
  const context: PlanContext = {
    define: rule.define ?? {},
    clock: rule.zone === undefined ? undefined : clockOf(rule.zone),
    plan: (condition: Condition, path: string) => planCondition(condition, path, context),
  };
  return context.plan(rule.when, "$.when");
}
