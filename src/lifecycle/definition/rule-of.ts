import { filtersOf, isLeaf, partsOf } from "../../rules/grammar/visit-condition.js";
import type { Condition, Rule } from "../../rules/index.js";
import type { LifecycleDefinition } from "../types.js";

/** A condition of a machine as a rule of its own, with the named conditions that it needs. */
export function ruleOf({ zone, define }: LifecycleDefinition, when: Condition): Rule {
  const needed = new Map<string, Condition>();
  if (define !== undefined) collectNamed(when, define, needed);
  return needed.size === 0 ? { zone, when } : { zone, define: Object.fromEntries(needed), when };
}

function collectNamed(
  condition: Condition,
  define: Readonly<Record<string, Condition>>,
  needed: Map<string, Condition>,
): void {
  if ("ref" in condition) {
    const { ref } = condition;
    if (needed.has(ref) || !Object.hasOwn(define, ref)) return;
    const named = define[ref] as Condition;
    needed.set(ref, named);
    collectNamed(named, define, needed);
    return;
  }
  const inner = isLeaf(condition) ? filtersOf(condition, "$") : partsOf(condition, "$");
  for (const [part] of inner) collectNamed(part, define, needed);
}
