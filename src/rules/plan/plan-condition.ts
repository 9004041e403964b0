import { itemPath, memberPath } from "../grammar/json-path.js";
import { testsOf } from "../grammar/tests-of.js";
import type { Condition, Leaf, Truth } from "../types.js";
import { planElapsedLeaf } from "./plan-elapsed.js";
import { planLeaf } from "./plan-leaf.js";
import type { OrderTest } from "./plan-test.js";
import type { Holds, PlanContext, PlannedBranch, PlannedNode } from "./types.js";

/** Prepares a condition that stands at `path` in the rule. */
export function planCondition(
  condition: Condition,
  path: string,
  context: PlanContext,
): PlannedNode {
  if ("and" in condition) {
    return joinAll(path, planParts(condition.and, memberPath(path, "and"), context));
  }
  if ("or" in condition) {
    const parts = planParts(condition.or, memberPath(path, "or"), context);
    return { op: "or", path, parts, holds: anyHolds(parts) };
  }
  if ("not" in condition) {
    const part = context.plan(condition.not, memberPath(path, "not"));
    return { op: "not", path, parts: [part], holds: negation(part.holds) };
  }
  if ("ref" in condition) {
    const named = context.define[condition.ref] as Condition;
    const part = context.plan(named, memberPath("$.define", condition.ref));
    return { op: "ref", path, name: condition.ref, parts: [part], holds: part.holds };
  }
  const leaves = planTests(condition, path, context);
  return leaves.length === 1 ? (leaves[0] as PlannedNode) : joinAll(path, leaves);
}

function planParts(
  parts: readonly Condition[],
  path: string,
  context: PlanContext,
): readonly PlannedNode[] {
  return parts.map((part, index) => context.plan(part, itemPath(path, index)));
}

function planTests(leaf: Leaf, path: string, context: PlanContext): readonly PlannedNode[] {
  return testsOf(leaf).map((test) =>
    "since" in leaf || "until" in leaf
      ? planElapsedLeaf(leaf, test as OrderTest | "between", path, context)
      : planLeaf(leaf, test, path, context),
  );
}

function joinAll(path: string, parts: readonly PlannedNode[]): PlannedBranch {
  return { op: "and", path, parts, holds: allHold(parts) };
}

/** Kleene's conjunction: false if a part is false, else unknown if a part is unknown. */
function allHold(parts: readonly PlannedNode[]): Holds {
  const holds = parts.map((part) => part.holds);
  return (scope, root, asOfMs) => {
    let value: Truth = true;
    for (let index = 0; index < holds.length; index++) {
      const part = (holds[index] as Holds)(scope, root, asOfMs);
      if (part === false) return false;
      if (part === undefined) value = undefined;
    }
    return value;
  };
}

/** Kleene's disjunction: true if a part is true, else unknown if a part is unknown. */
function anyHolds(parts: readonly PlannedNode[]): Holds {
  const holds = parts.map((part) => part.holds);
  return (scope, root, asOfMs) => {
    let value: Truth = false;
    for (let index = 0; index < holds.length; index++) {
      const part = (holds[index] as Holds)(scope, root, asOfMs);
      if (part === true) return true;
      if (part === undefined) value = undefined;
    }
    return value;
  };
}

function negation(holds: Holds): Holds {
  return (scope, root, asOfMs) => {
    const value = holds(scope, root, asOfMs);
    return value === undefined ? undefined : !value;
  };
}
