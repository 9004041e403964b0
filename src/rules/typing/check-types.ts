import type { FactTypes } from "../fact-types.js";
import type { Report } from "../finding.js";
import { memberPath } from "../grammar/json-path.js";
import { isLeaf, partsOf, subjectsOf } from "../grammar/visit-condition.js";
import type { Condition, Rule, Subject } from "../types.js";
import { checkElapsedTypes } from "./check-elapsed-types.js";
import { checkTestTypes } from "./check-test-types.js";
import { itemFields, resolveFact, type TypeScope } from "./resolve-fact.js";

/** Reports every place where a rule reads facts that are not there, or not as they are. */
export function checkTypes(rule: Rule, factTypes: FactTypes, report: Report): void {
  const seen = new Map<FactTypes, Set<string>>();

  const checkCondition = (condition: Condition, path: string, types: TypeScope): void => {
    for (const [part, partPath] of partsOf(condition, path)) checkCondition(part, partPath, types);
    if ("ref" in condition) checkNamed(condition.ref, types);
    if (!isLeaf(condition)) return;
    const context = { types, hasZone: rule.zone !== undefined, report };
    if ("since" in condition || "until" in condition) checkElapsedTypes(condition, path, context);
    else checkTestTypes(condition, path, context);
    for (const [subject, subjectPath] of subjectsOf(condition, path)) {
      checkFilter(subject, subjectPath, types);
    }
  };

  /** A named condition is checked against each kind of scope that it is used in. */
  const checkNamed = (name: string, types: TypeScope): void => {
    const names = seen.get(types.scope) ?? new Set();
    if (names.has(name)) return;
    seen.set(types.scope, names.add(name));
    checkCondition(rule.define?.[name] as Condition, memberPath("$.define", name), types);
  };

  const checkFilter = (subject: Subject, path: string, types: TypeScope): void => {
    if ("fact" in subject || subject.where === undefined) return;
    const list = resolveFact("count" in subject ? subject.count : subject.of, types);
    if ("unknown" in list || (list.type !== "list" && list.type !== "events")) return;
    const scope = itemFields(list);
    checkCondition(subject.where, memberPath(path, "where"), { scope, root: types.root });
  };

  checkCondition(rule.when, "$.when", { scope: factTypes, root: factTypes });
}
