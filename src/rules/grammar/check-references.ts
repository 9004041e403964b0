import type { Report } from "../finding.js";
import type { Condition, Rule } from "../types.js";
import { memberPath } from "./json-path.js";
import { LIMITS } from "./limits.js";
import { filtersOf, isLeaf, partsOf } from "./visit-condition.js";

/** How large a condition is once every `ref` is replaced by what it stands for. */
interface Extent {
  readonly conditions: number;
  readonly depth: number;
}

const ONE: Extent = { conditions: 1, depth: 1 };

/** Reports names that are unknown, unused or lead back to themselves, and a rule that is too large. */
export function checkReferences({ define = {}, when }: Rule, report: Report): void {
  const known = new Map<string, Extent>();
  const open: string[] = [];

  const extentOfName = (name: string, path: string): Extent => {
    const found = known.get(name);
    if (found !== undefined) return found;
    if (!Object.hasOwn(define, name)) {
      const names = Object.keys(define).slice(0, 20).join(", ") || "none";
      report(path, "UNKNOWN_REF", `no condition is named ${name}; \`define\` has ${names}`);
      return ONE;
    }
    if (open.includes(name)) {
      const circle = [...open.slice(open.indexOf(name)), name].join(" -> ");
      report(path, "CYCLIC_REF", `${name} stands for itself: ${circle}`);
      return ONE;
    }
    if (open.length >= LIMITS.depth) return { conditions: 1, depth: LIMITS.depth };
    open.push(name);
    const extent = extentOf(define[name] as Condition, memberPath("$.define", name));
    open.pop();
    known.set(name, extent);
    return extent;
  };

  const extentOf = (condition: Condition, path: string): Extent => {
    if ("ref" in condition) return around([extentOfName(condition.ref, memberPath(path, "ref"))]);
    const inner = isLeaf(condition) ? filtersOf(condition, path) : partsOf(condition, path);
    return around(inner.map(([part, partPath]) => extentOf(part, partPath)));
  };

  checkExtent(extentOf(when, "$.when"), "$.when", report);
  const used = new Set(known.keys());
  for (const name of Object.keys(define)) {
    const path = memberPath("$.define", name);
    checkExtent(extentOfName(name, path), path, report);
    if (used.has(name)) continue;
    report(path, "UNUSED_REF", "no condition of `when` stands for this one", {
      severity: "warning",
    });
  }
}

function around(parts: readonly Extent[]): Extent {
  return {
    conditions: parts.reduce((sum, part) => sum + part.conditions, 1),
    depth: parts.reduce((deepest, part) => Math.max(deepest, part.depth), 0) + 1,
  };
}

function checkExtent({ conditions, depth }: Extent, path: string, report: Report): void {
  if (conditions > LIMITS.expanded) {
    report(path, "TOO_LARGE", `stands for more than ${LIMITS.expanded} conditions`);
  }
  if (depth > LIMITS.depth) {
    report(path, "TOO_DEEP", `stands for conditions more than ${LIMITS.depth} deep`);
  }
}
