import type { Condition, ElapsedOperand, Leaf, Operand, Subject, Tests } from "../types.js";
import { isSubject } from "../values/kinds.js";
import { itemPath, memberPath } from "./json-path.js";

/** Something of the rule with its JSON path. */
export type Located<T> = readonly [value: T, path: string];

/** The conditions directly inside a combination; a leaf and a `ref` have none. */
export function partsOf(condition: Condition, path: string): readonly Located<Condition>[] {
  if ("and" in condition) return locate(condition.and, memberPath(path, "and"));
  if ("or" in condition) return locate(condition.or, memberPath(path, "or"));
  if ("not" in condition) return [[condition.not, memberPath(path, "not")]];
  return [];
}

/** Every subject of a leaf: its own, and those on the other side of its tests. */
export function subjectsOf(leaf: Leaf, path: string): readonly Located<Subject>[] {
  return [...ownSubjects(leaf, path), ...operandSubjects(leaf, path)];
}

/** The conditions that filter the events of a leaf's subjects. */
export function filtersOf(leaf: Leaf, path: string): readonly Located<Condition>[] {
  return subjectsOf(leaf, path).flatMap(([subject, subjectPath]) =>
    "fact" in subject || subject.where === undefined
      ? []
      : [[subject.where, memberPath(subjectPath, "where")] as const],
  );
}

/** Whether a condition tests a subject. */
export function isLeaf(condition: Condition): condition is Leaf {
  return !("and" in condition || "or" in condition || "not" in condition || "ref" in condition);
}

function ownSubjects(leaf: Leaf, path: string): readonly Located<Subject>[] {
  if ("since" in leaf) return sourceSubject(leaf.since, memberPath(path, "since"));
  if ("until" in leaf) return sourceSubject(leaf.until, memberPath(path, "until"));
  return [[leaf, path]];
}

function sourceSubject(source: string | Subject, path: string): readonly Located<Subject>[] {
  return [[typeof source === "string" ? { fact: source } : source, path]];
}

function operandSubjects(leaf: Leaf, path: string): readonly Located<Subject>[] {
  const isElapsed = "since" in leaf || "until" in leaf;
  const { eq, ne, lt, lte, gt, gte, contains, between } = leaf as Tests;
  const single = Object.entries({ eq, ne, lt, lte, gt, gte, contains }).map(
    ([test, operand]) => [operand, memberPath(path, test)] as const,
  );
  const pair = locate(between ?? [], memberPath(path, "between"));
  return [...single, ...pair].flatMap(([operand, operandPath]) =>
    isOtherSubject(operand, isElapsed) ? [[operand, operandPath] as const] : [],
  );
}

/** In a test of elapsed time a bare text is a period; everywhere, an object may be a subject. */
function isOtherSubject(
  operand: Operand | ElapsedOperand | undefined,
  isElapsed: boolean,
): operand is Subject {
  if (operand === undefined) return false;
  return isElapsed ? typeof operand === "object" : isSubject(operand);
}

function locate<T>(items: readonly T[], path: string): readonly Located<T>[] {
  return items.map((item, index) => [item, itemPath(path, index)] as const);
}
