import type { FactTypes } from "../fact-types.js";
import { collectFindings, type Finding, type Report, refuseFindings } from "../finding.js";
import { checkReferences } from "../grammar/check-references.js";
import { checkRuleUse } from "../grammar/check-use.js";
import { testsOf } from "../grammar/tests-of.js";
import type { DecisionTable } from "../table-types.js";
import type { Condition, Leaf } from "../types.js";
import { checkTypes } from "../typing/check-types.js";
import { checkTableShape } from "./check-table-shape.js";
import { rowCondition, ruleWith } from "./row-condition.js";

/** What is wrong with the parts of a table; empty when it can run. */
export function findTableErrors(table: unknown, factTypes?: FactTypes): Finding[] {
  const { findings, report } = collectFindings();
  checkTableShape(table, report);
  if (findings.length === 0) checkParts(table as DecisionTable, factTypes, report);
  return findings;
}

/**
 * Refuses a table that cannot run.
 *
 * @throws ClienteleError INVALID_ARGUMENT with the JSON path; LIMIT_EXCEEDED
 */
export function assertTable(table: unknown): asserts table is DecisionTable {
  refuseFindings(findTableErrors(table));
}

/** A table is checked as the rule that has its inputs and, of each row, its tests. */
function checkParts(table: DecisionTable, factTypes: FactTypes | undefined, report: Report): void {
  const bare = table.inputs.map((input) => input as Leaf);
  const rows = table.rows.map((_, row) => rowCondition(table, row));
  const rule = ruleWith(table, { and: [{ and: bare }, ...rows] satisfies Condition[] });
  const seen = new Set<string>();
  const place: Report = (path, code, message, extra) => {
    const own = tablePath(path, table);
    if (own === undefined || seen.has(`${own} ${message}`)) return;
    seen.add(`${own} ${message}`);
    report(own, code, message, extra);
  };
  checkReferences(rule, place);
  checkRuleUse(rule, place);
  // The types of what a name stands for can only be checked when all names are known.
  if (factTypes !== undefined && seen.size === 0) checkTypes(rule, factTypes, place);
}

const LEAF_PATH = /^\$\.when\.and\[(\d+)\]\.and\[(\d+)\](?:\.([a-z]+))?/;

/** The place in the table of a place in the rule; what a row repeats of its input has none. */
function tablePath(path: string, table: DecisionTable): string | undefined {
  const [head, part, leaf, key] = LEAF_PATH.exec(path) ?? [];
  if (head === undefined) return path;
  const rest = path.slice(head.length);
  if (part === "0") return `$.inputs[${leaf}]${key === undefined ? "" : `.${key}`}${rest}`;
  const row = Number(part) - 1;
  const asked = table.rows[row]?.when.flatMap((cell, column) => (cell === "any" ? [] : [column]));
  const column = asked?.[Number(leaf)];
  const cell = column === undefined ? "any" : table.rows[row]?.when[column];
  const isTest = cell !== "any" && testsOf(cell ?? {}).some((test) => test === key);
  return isTest ? `$.rows[${row}].when[${column}].${key}${rest}` : undefined;
}
