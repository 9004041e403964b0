import type { Period } from "../../core/period.js";
import type { Report } from "../finding.js";
import { spanOf } from "../time/elapsed.js";
import type {
  Condition,
  ElapsedSubject,
  ElapsedTests,
  Leaf,
  Literal,
  Rule,
  Subject,
  TestName,
  Tests,
} from "../types.js";
import { isSubject, literalKind, literalValue, subjectKind } from "../values/kinds.js";
import { compareValues, isMoney, meanLengthMs, readPeriod } from "../values/measure.js";
import { isRootPath } from "../values/read-path.js";
import { memberPath } from "./json-path.js";
import { testsOf } from "./tests-of.js";
import { filtersOf, isLeaf, operandsOf, partsOf, subjectsOf } from "./visit-condition.js";

/** Reports what has the right shape but makes no sense, whatever the facts: of a whole rule. */
export function checkRuleUse(rule: Rule, report: Report): void {
  const hasZone = rule.zone !== undefined;
  for (const [name, condition] of Object.entries(rule.define ?? {})) {
    checkConditionUse(condition, memberPath("$.define", name), hasZone, report);
  }
  checkConditionUse(rule.when, "$.when", hasZone, report);
}

/** Reports what makes no sense in a condition. */
function checkConditionUse(
  condition: Condition,
  path: string,
  hasZone: boolean,
  report: Report,
): void {
  for (const [part, partPath] of partsOf(condition, path)) {
    checkConditionUse(part, partPath, hasZone, report);
  }
  if (!isLeaf(condition)) return;
  checkLeafUse(condition, path, hasZone, report);
  for (const [filter, filterPath] of filtersOf(condition, path)) {
    checkConditionUse(filter, filterPath, hasZone, report);
  }
}

/** Reports what makes no sense in a leaf, without looking into its filters. */
function checkLeafUse(leaf: Leaf, path: string, hasZone: boolean, report: Report): void {
  for (const [subject, subjectPath] of subjectsOf(leaf, path)) {
    checkSubjectUse(subject, subjectPath, hasZone, report);
  }
  if ("since" in leaf || "until" in leaf) checkElapsedUse(leaf, path, hasZone, report);
  else for (const test of testsOf(leaf)) checkTestUse(leaf, test, memberPath(path, test), report);
}

function checkSubjectUse(subject: Subject, path: string, hasZone: boolean, report: Report): void {
  if ("fact" in subject) return;
  const { within } = subject;
  const list = "count" in subject ? subject.count : subject.of;
  // From inside a filter such a list would be read once for every event.
  if (isRootPath(list)) {
    const place = memberPath(path, "count" in subject ? "count" : "of");
    report(place, "WRONG_VALUE", "a list is named from where the condition stands, without `$.`");
  }
  if (within === undefined || within === "ever" || hasZone) return;
  const period = readPeriod(within);
  if (period !== undefined && !needsCalendar(period)) return;
  report(memberPath(path, "within"), "ZONE_MISSING", ZONE_MISSING);
}

const ZONE_MISSING = "days, weeks, months and years need the `zone` of the rule, such as UTC";

function checkElapsedUse(
  leaf: ElapsedSubject & ElapsedTests,
  path: string,
  hasZone: boolean,
  report: Report,
): void {
  const source = "since" in leaf ? leaf.since : leaf.until;
  const isExtreme = typeof source === "object" && ("min" in source || "max" in source);
  if (isExtreme && source.as !== "date" && source.as !== "instant") {
    const place = memberPath(path, "since" in leaf ? "since" : "until");
    report(place, "MISSING_KEY", 'needs `as`: "date" or "instant", to order what it reads');
  }
  for (const test of testsOf(leaf)) {
    const place = memberPath(path, test);
    const operands = operandsOf(leaf as Tests, test, place);
    const periods = operands.map(([operand]) => readPeriod(operand)).filter(isKnown);
    if (!hasZone && periods.some(needsCalendar)) report(place, "ZONE_MISSING", ZONE_MISSING);
    const [from, to] = periods;
    if (test !== "between" || from === undefined || to === undefined) continue;
    if (meanLengthMs(from) <= meanLengthMs(to)) continue;
    report(place, "NEVER_TRUE", "the first period is longer than the second");
  }
}

function needsCalendar(period: Period): boolean {
  return spanOf(period).slackMs > 0;
}

function isKnown(period: Period | undefined): period is Period {
  return period !== undefined;
}

/** Which tests ask for an order. */
const ORDER_TESTS: readonly TestName[] = ["lt", "lte", "gt", "gte", "between"];

function checkTestUse(leaf: Subject & Tests, test: TestName, path: string, report: Report): void {
  const isNumber = "count" in leaf || "sum" in leaf;
  if (isNumber && (test === "matches" || test === "contains" || test === "exists")) {
    report(path, "TYPE_MISMATCH", "cannot be asked of a count or a sum");
  }
  const literals = literalsOf(leaf, test);
  const [first] = literals;
  if (first === undefined) return;
  const kinds = new Set(literals.map(literalKind));
  if (kinds.size > 1) report(path, "TYPE_MISMATCH", `mixes ${[...kinds].join(" and ")}`);
  const [kind] = kinds;
  const own = subjectKind(leaf);
  if (own !== undefined && test !== "contains" && kind !== own) {
    report(path, "TYPE_MISMATCH", `compares ${own} with ${kind}`);
  }
  if (ORDER_TESTS.includes(test) && (kind === "text" || kind === "boolean")) {
    const remedy = kind === "text" ? '; for a date write { "date": "2024-02-29" }' : "";
    report(path, "TYPE_MISMATCH", `${kind} has no order${remedy}`);
  }
  checkAmounts(literals, path, report);
  if (test === "between" && compareLiterals(literals) > 0) {
    report(path, "NEVER_TRUE", "the first value lies above the second");
  }
}

function checkAmounts(literals: readonly Literal[], path: string, report: Report): void {
  const currencies = new Set(literals.filter(isMoney).map(({ currency }) => currency));
  if (currencies.size < 2) return;
  report(path, "TYPE_MISMATCH", `mixes ${[...currencies].join(" and ")}`);
}

function compareLiterals([from, to]: readonly Literal[]): number {
  if (from === undefined || to === undefined) return 0;
  const kind = literalKind(from);
  if (kind === "text" || kind === "boolean" || kind !== literalKind(to)) return 0;
  return compareValues(literalValue(from), literalValue(to), kind);
}

/** The values that are written in a test. */
function literalsOf(leaf: Subject & Tests, test: TestName): readonly Literal[] {
  return operandsOf(leaf, test, "").flatMap(([operand]) => (isSubject(operand) ? [] : [operand]));
}
