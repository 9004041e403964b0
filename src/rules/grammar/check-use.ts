import type { Report } from "../finding.js";
import { spanOf } from "../time/elapsed.js";
import type {
  Condition,
  ElapsedSubject,
  ElapsedTests,
  Leaf,
  Literal,
  Operand,
  Rule,
  Subject,
  TestName,
  Tests,
} from "../types.js";
import { isSubject, literalKind, literalValue, subjectKind } from "../values/kinds.js";
import { compareValues, isMoney, readPeriod } from "../values/measure.js";
import { isRootPath } from "../values/read-path.js";
import { memberPath } from "./json-path.js";
import { testsOf } from "./tests-of.js";
import { filtersOf, isLeaf, partsOf, subjectsOf } from "./visit-condition.js";

/** Reports what has the right shape but makes no sense, whatever the facts: of a whole rule. */
export function checkRuleUse(rule: Rule, report: Report): void {
  const hasZone = rule.zone !== undefined;
  for (const [name, condition] of Object.entries(rule.define ?? {})) {
    checkConditionUse(condition, memberPath("$.define", name), hasZone, report);
  }
  checkConditionUse(rule.when, "$.when", hasZone, report);
}

/** Reports what makes no sense in a condition. */
export function checkConditionUse(
  condition: Condition,
  path: string,
  hasZone: boolean,
  report: Report,
  isFilter = false,
): void {
  for (const [part, partPath] of partsOf(condition, path)) {
    checkConditionUse(part, partPath, hasZone, report, isFilter);
  }
  if (!isLeaf(condition)) return;
  checkLeafUse(condition, path, hasZone, report, isFilter);
  for (const [filter, filterPath] of filtersOf(condition, path)) {
    checkConditionUse(filter, filterPath, hasZone, report, true);
  }
}

/** Reports what makes no sense in a leaf, without looking into its filters. */
export function checkLeafUse(
  leaf: Leaf,
  path: string,
  hasZone: boolean,
  report: Report,
  isFilter = false,
): void {
  for (const [subject, subjectPath] of subjectsOf(leaf, path)) {
    checkSubjectUse(subject, subjectPath, hasZone, report, isFilter);
  }
  if ("since" in leaf || "until" in leaf) checkElapsedUse(leaf, path, hasZone, report);
  else for (const test of testsOf(leaf)) checkTestUse(leaf, test, memberPath(path, test), report);
}

function checkSubjectUse(
  subject: Subject,
  path: string,
  hasZone: boolean,
  report: Report,
  isFilter: boolean,
): void {
  if ("fact" in subject) return;
  const { within } = subject;
  const list = "count" in subject ? subject.count : subject.of;
  if (isFilter && isRootPath(list)) {
    const place = memberPath(path, "count" in subject ? "count" : "of");
    const message = "inside `where`, only lists of the event itself can be summarised";
    report(place, "WRONG_VALUE", message);
  }
  if (within === undefined || within === "ever" || hasZone) return;
  if (typeof within === "string" && !needsCalendar(within)) return;
  report(memberPath(path, "within"), "ZONE_MISSING", ZONE_MISSING);
}

const ZONE_MISSING = "days, weeks, months and years need the `zone` of the rule, such as UTC";

function checkElapsedUse(
  leaf: ElapsedSubject & ElapsedTests,
  path: string,
  hasZone: boolean,
  report: Report,
): void {
  for (const test of testsOf(leaf)) {
    const operand = leaf[test as keyof ElapsedTests];
    const pair: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
    if (!hasZone && pair.some((period) => typeof period === "string" && needsCalendar(period))) {
      report(memberPath(path, test), "ZONE_MISSING", ZONE_MISSING);
    }
  }
}

function needsCalendar(period: string): boolean {
  const read = readPeriod(period);
  return read !== undefined && spanOf(read).slackMs > 0;
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

/** The values written in a test, with the place of each in a list left out. */
function literalsOf(leaf: Subject & Tests, test: TestName): readonly Literal[] {
  if (test === "exists" || test === "matches") return [];
  if (test === "in") return leaf.in ?? [];
  const operands: readonly (Operand | undefined)[] =
    test === "between" ? (leaf.between ?? []) : [leaf[test]];
  return operands.filter((operand) => operand !== undefined && !isSubject(operand)) as Literal[];
}
