import { ORDERED_KINDS } from "../grammar/check-condition-shape.js";
import { memberPath } from "../grammar/json-path.js";
import { testsOf } from "../grammar/tests-of.js";
import { operandsOf } from "../grammar/visit-condition.js";
import type { Literal, Subject, TestName, Tests } from "../types.js";
import { isSubject, literalKind } from "../values/kinds.js";
import { isMoney } from "../values/measure.js";
import { type DetailedType, detailed } from "./resolve-fact.js";
import { subjectType, type TypeContext } from "./subject-type.js";

/** Reports where a leaf asks a subject what it cannot answer. */
export function checkTestTypes(leaf: Subject & Tests, path: string, context: TypeContext): void {
  const type = subjectType(leaf, path, context);
  for (const test of testsOf(leaf)) {
    checkTestType(leaf, test, type, memberPath(path, test), context);
  }
}

function checkTestType(
  leaf: Subject & Tests,
  test: TestName,
  type: DetailedType | undefined,
  path: string,
  context: TypeContext,
): void {
  const compared = type === undefined ? undefined : comparedType(test, type, path, context);
  for (const [operand, operandPath] of operandsOf(leaf, test, path)) {
    if (!isSubject(operand)) {
      if (compared !== undefined) checkLiteralType(operand, compared, operandPath, context);
      continue;
    }
    const other = subjectType(operand, operandPath, context);
    if (compared === undefined || other === undefined) continue;
    const isNamed = kindIsNamed(leaf) || kindIsNamed(operand);
    checkPairTypes(compared, other, isNamed, operandPath, context);
  }
}

/** The type that the other side of a test must have; `undefined` when the test makes no sense. */
function comparedType(
  test: TestName,
  type: DetailedType,
  path: string,
  { report }: TypeContext,
): DetailedType | undefined {
  if (test === "exists") return undefined;
  if (test === "contains") {
    if (type.type === "list") return detailed(type.of);
    report(path, "TYPE_MISMATCH", `${type.type} is no list; only a list contains something`);
    return undefined;
  }
  if (type.type === "record" || type.type === "list" || type.type === "events") {
    const remedy = type.type === "record" ? "name one of its facts" : "use count or contains";
    report(path, "TYPE_MISMATCH", `${type.type} is no single value: ${remedy}`);
    return undefined;
  }
  const isOrdered = (ORDERED_KINDS as readonly string[]).includes(type.type);
  const needsOrder = ["lt", "lte", "gt", "gte", "between"].includes(test);
  if ((needsOrder && !isOrdered) || (test === "matches" && type.type !== "text")) {
    report(path, "TYPE_MISMATCH", `cannot be asked of ${type.type}`);
    return undefined;
  }
  return type;
}

function checkLiteralType(
  literal: Literal,
  type: DetailedType,
  path: string,
  { report }: TypeContext,
): void {
  const kind = literalKind(literal);
  if (kind !== type.type) {
    report(path, "TYPE_MISMATCH", `compares ${type.type} with ${kind}`);
  } else if (type.type === "text" && type.oneOf?.includes(literal as string) === false) {
    report(path, "WRONG_VALUE", `must be one of ${type.oneOf.join(", ")}, got ${String(literal)}`);
  } else if (type.type === "money" && isMoney(literal)) {
    if (type.currency === undefined || type.currency === literal.currency) return;
    report(path, "TYPE_MISMATCH", `compares ${type.currency} with ${literal.currency}`);
  }
}

function checkPairTypes(
  left: DetailedType,
  right: DetailedType,
  isNamed: boolean,
  path: string,
  { report }: TypeContext,
): void {
  if (left.type !== right.type) {
    report(path, "TYPE_MISMATCH", `compares ${left.type} with ${right.type}`);
  } else if (!isNamed && ["date", "instant", "period"].includes(left.type)) {
    report(
      path,
      "TYPE_MISMATCH",
      `to compare two facts as ${left.type}s, write \`as\`: "${left.type}"`,
    );
  } else if (left.type === "money" && right.type === "money") {
    const [from, to] = [left.currency, right.currency];
    if (from === undefined || to === undefined || from === to) return;
    report(path, "TYPE_MISMATCH", `compares ${from} with ${to}`);
  }
}

function kindIsNamed(subject: Subject): boolean {
  return !("count" in subject) && subject.as !== undefined;
}
