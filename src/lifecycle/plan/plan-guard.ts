import {
  type CompiledNextChange,
  type Condition,
  compileNextChange,
  compileRule,
} from "../../rules/index.js";
import { ruleOf } from "../definition/rule-of.js";
import type { LifecycleDefinition } from "../types.js";
import { namesReadBy } from "./read-names.js";
import type { Guard } from "./types.js";

/** Prepares a condition of a machine. */
export function planGuard(
  definition: LifecycleDefinition,
  condition: Condition,
  path: string,
): Guard {
  const rule = ruleOf(definition, condition);
  const { facts, lists } = namesReadBy(rule);
  // Only guards that nobody's event answers are ever asked when time alone would answer.
  let next: CompiledNextChange | undefined;
  return {
    path,
    rule,
    reads: [...new Set([...facts, ...lists.keys()])],
    holds: compileRule(rule),
    nextChange(facts, atMs) {
      next ??= compileNextChange(rule);
      return next(facts, atMs) ?? Infinity;
    },
  };
}
