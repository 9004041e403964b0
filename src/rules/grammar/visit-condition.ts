import type { Condition, ElapsedTests, Leaf, Operand, Subject, TestName, Tests } from "../types.js";
import { isSubject } from "../values/kinds.js";
import { itemPath, memberPath } from "./json-path.js";
import { testsOf } from "./tests-of.js";

/** Something of the rule with its JSON path. */
export type Located<T> = readonly [value: T, path: string];

/** Whether a condition tests a subject. */
export function isLeaf(condition: Condition): condition is Leaf {
  return !("and" in condition || "or" in condition || "not" in condition || "ref" in condition);
}

/** The conditions directly inside a combination; a leaf and a `ref` have none. */
export function partsOf(condition: Condition, path: string): readonly Located<Condition>[] {
  if ("and" in condition) return locate(condition.and, memberPath(path, "and"));
  if ("or" in condition) return locate(condition.or, memberPath(path, "or"));
  if ("not" in condition) return [[condition.not, memberPath(path, "not")]];
  return [];
}

/** Every subject of a leaf: its own, and those on the other side of its tests. */
export function subjectsOf(leaf: Leaf, path: string): readonly Located<Subject>[] {
  return [...ownSubjects(leaf, path), ...otherSubjects(leaf, path)];
}

/** The conditions that filter the events of a leaf's subjects. */
export function filtersOf(leaf: Leaf, path: string): readonly Located<Condition>[] {
  return subjectsOf(leaf, path).flatMap(([subject, subjectPath]) =>
    "fact" in subject || subject.where === undefined
      ? []
      : [[subject.where, memberPath(subjectPath, "where")] as const],
  );
}

/** What a test compares with; of `in`, every value; nothing for `matches` and `exists`. */
export function operandsOf(
  tests: Tests,
  test: TestName,
  path: string,
): readonly Located<Operand>[] {
  if (test === "matches" || test === "exists") return [];
  if (test === "in" || test === "between") return locate(tests[test] ?? [], path);
  return [[tests[test] as Operand, path]];
}

function ownSubjects(leaf: Leaf, path: string): readonly Located<Subject>[] {
  if ("since" in leaf) return sourceSubject(leaf.since, memberPath(path, "since"));
  if ("until" in leaf) return sourceSubject(leaf.until, memberPath(path, "until"));
  return [[leaf, path]];
}

function sourceSubject(source: string | Subject, path: string): readonly Located<Subject>[] {
  return [[typeof source === "string" ? { fact: source } : source, path]];
}

function otherSubjects(leaf: Leaf, path: string): readonly Located<Subject>[] {
  return testsOf(leaf).flatMap((test) =>
    operandsOf(leaf as Tests & ElapsedTests, test, memberPath(path, test)).flatMap(
      ([operand, operandPath]) => (isSubject(operand) ? [[operand, operandPath] as const] : []),
    ),
  );
}

function locate<T>(items: readonly T[], path: string): readonly Located<T>[] {
  return items.map((item, index) => [item, itemPath(path, index)] as const);
}
