import type { FactTypes } from "../fact-types.js";
import type { FindingCode, Report } from "../finding.js";
import { planRule } from "../plan/plan-rule.js";
import type { PlannedNode } from "../plan/types.js";
import type { Rule } from "../types.js";
import { type FactHints, hintsOf } from "./fact-hints.js";
import { isImpossible } from "./prove-impossible.js";

/** Larger rules are made by machines, and take too long to prove. */
const MOST_NODES = 500;
/** A present to reason with: which one does not matter to what is proven. */
const ANY_PRESENT_MS = Date.UTC(2024, 6, 1, 12);

/** Reports the innermost conditions that are never true, or never false. */
export function checkPossible(rule: Rule, factTypes: FactTypes, report: Report): void {
  let left = MOST_NODES;
  const reported = new Set<string>();
  const warn = (path: string, code: FindingCode, message: string): boolean => {
    // A named condition is met wherever it is used, and reported once.
    if (!reported.has(path)) report(path, code, message, { severity: "warning" });
    reported.add(path);
    return true;
  };

  const check = (node: PlannedNode, hints: FactHints): boolean => {
    const parts = node.op === "leaf" ? [] : node.parts;
    const isReported = parts.map((part) => check(part, hints)).some(Boolean);
    const isFilterReported = node.op === "leaf" && checkFilter(node, hints);
    if (isReported || isFilterReported || left-- <= 0) return isReported || isFilterReported;
    if (isImpossible(node, true, ANY_PRESENT_MS, hints)) {
      return warn(node.path, "NEVER_TRUE", "no facts can make this true");
    }
    if (isImpossible(node, false, ANY_PRESENT_MS, hints)) {
      return warn(node.path, "ALWAYS_TRUE", "no facts can make this false");
    }
    return false;
  };

  const checkFilter = (leaf: PlannedNode & { op: "leaf" }, hints: FactHints): boolean => {
    const { events } = leaf.source;
    if (events?.where === undefined) return false;
    return check(events.where, hints.inside(events.listPath));
  };

  check(planRule(rule), hintsOf(factTypes));
}
