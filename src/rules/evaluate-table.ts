import type { AsOf } from "../core/calendar.js";
import { invalid } from "../core/errors.js";
import { asOfToMs } from "./as-of.js";
import { checkFacts } from "./check-facts.js";
import type { EvaluateOptions } from "./options.js";
import { nodeMissing } from "./plan/node-walk.js";
import { planRule } from "./plan/plan-rule.js";
import type { PlannedNode } from "./plan/types.js";
import { assertTable } from "./table/find-table-errors.js";
import { rowCondition, ruleWith } from "./table/row-condition.js";
import type { Decision, DecisionTable } from "./table-types.js";
import { distinctFacts } from "./trace-node.js";
import type { Condition, Facts, Rule } from "./types.js";

/** A table ready to run. */
export type CompiledTable<Output> = (facts: Facts, asOf: AsOf) => Decision<Output>;

/**
 * Decides by a table.
 *
 * @param options - `asOf`, the present of the decision
 * @returns the answers with the rows that gave them
 * @throws ClienteleError INVALID_ARGUMENT with the JSON path of what is wrong; LIMIT_EXCEEDED
 * @example
 * const table = {
 *   inputs: [{ fact: "visits" }],
 *   hit: "first",
 *   rows: [{ when: [{ gte: 10 }], answer: "gold" }],
 *   otherwise: "basic",
 * } as const;
 * evaluateTable(table, { visits: 3 }, { asOf: 0 }).values //=> ["basic"]
 */
export function evaluateTable<Output>(
  table: DecisionTable<Output>,
  facts: Facts,
  { asOf }: EvaluateOptions,
): Decision<Output> {
  return compileTable(table)(facts, asOf);
}

/**
 * Compiles a decision table into a function for many customers.
 *
 * @throws ClienteleError INVALID_ARGUMENT with the JSON path of the first error; LIMIT_EXCEEDED
 */
export function compileTable<Output>(table: DecisionTable<Output>): CompiledTable<Output> {
  assertTable(table);
  const rows = table.rows.map((_, row) => planRule(ruleWith(table, rowCondition(table, row))));
  return (facts, asOf) => {
    checkFacts(facts);
    return decide(table, rows, facts, asOfToMs(asOf, table.zone));
  };
}

/**
 * The rule that is true when a row of a table answers: the row holds and, unless the table collects,
 * no other row comes before it (`first`) or beside it (`unique`).
 *
 * @throws ClienteleError INVALID_ARGUMENT, LIMIT_EXCEEDED as {@link compileTable}
 */
export function ruleOfRow(table: DecisionTable, row: number): Rule {
  assertTable(table);
  if (!Object.hasOwn(table.rows, row)) {
    throw invalid("row", `a row from 0 to ${table.rows.length - 1}`, row);
  }
  const others = table.rows.map((_, index) => index).filter((index) => isRival(table, index, row));
  const not = others.map((other): Condition => ({ not: rowCondition(table, other) }));
  return ruleWith(table, { and: [...not, rowCondition(table, row)] });
}

function isRival({ hit }: DecisionTable, other: number, row: number): boolean {
  if (hit === "first") return other < row;
  return hit === "unique" && other !== row;
}

function decide<Output>(
  { hit, rows, otherwise }: DecisionTable<Output>,
  nodes: readonly PlannedNode[],
  facts: Facts,
  asOfMs: number,
): Decision<Output> {
  const matching: number[] = [];
  const unknown: PlannedNode[] = [];
  for (const [row, node] of nodes.entries()) {
    const holds = node.holds(facts, facts, asOfMs);
    if (holds === true) matching.push(row);
    if (holds === undefined) unknown.push(node);
    if (holds !== false && hit === "first") break;
  }
  const nothing = { values: [], rows: matching, missing: [] };
  if (hit === "unique" && matching.length > 1) return { ...nothing, status: "conflict" };
  if (unknown.length > 0) {
    const missing = unknown.flatMap((node) => nodeMissing(node, facts, facts, asOfMs, ""));
    return { ...nothing, status: "unknown", missing: distinctFacts(missing) };
  }
  const values = matching.map((row) => rows[row]?.answer as Output);
  if (values.length === 0 && otherwise !== undefined) values.push(otherwise);
  const isDecided = values.length > 0 || hit === "collect";
  return { ...nothing, status: isDecided ? "decided" : "none", values };
}
