import { itemPath, memberPath } from "../grammar/json-path.js";
import { testsOf } from "../grammar/tests-of.js";
import type { ElapsedOperand, ElapsedSubject, ElapsedTests } from "../types.js";
import { DATES_NEED_ZONE, factType, subjectType, type TypeContext } from "./subject-type.js";

/** Reports where a `since` or `until` reads something that is no date, instant or period. */
export function checkElapsedTypes(
  leaf: ElapsedSubject & ElapsedTests,
  path: string,
  context: TypeContext,
): void {
  const key = "since" in leaf ? "since" : "until";
  const source = "since" in leaf ? leaf.since : leaf.until;
  const place = memberPath(path, key);
  const type =
    typeof source === "string"
      ? factType(source, place, context)
      : subjectType(source, place, context);
  if (type?.type === "date" && !context.hasZone) {
    context.report(place, "ZONE_MISSING", DATES_NEED_ZONE);
  } else if (type !== undefined && type.type !== "date" && type.type !== "instant") {
    context.report(place, "TYPE_MISMATCH", `is ${type.type}, not a date or an instant`);
  }
  for (const test of testsOf(leaf)) {
    const operand = leaf[test as keyof ElapsedTests];
    const testPath = memberPath(path, test);
    if (!Array.isArray(operand)) {
      checkPeriodType(operand as ElapsedOperand, type?.type === "date", testPath, context);
      continue;
    }
    for (const [index, period] of operand.entries()) {
      checkPeriodType(period, type?.type === "date", itemPath(testPath, index), context);
    }
  }
}

function checkPeriodType(
  operand: ElapsedOperand,
  isOfDate: boolean,
  path: string,
  context: TypeContext,
): void {
  if (typeof operand === "string") {
    if (!isOfDate || !operand.includes("T")) return;
    context.report(path, "TYPE_MISMATCH", "a date has no time of day: use whole days");
    return;
  }
  const type = subjectType(operand, path, context);
  if (type === undefined || type.type === "period") return;
  context.report(path, "TYPE_MISMATCH", `is ${type.type}, not a period`);
}
