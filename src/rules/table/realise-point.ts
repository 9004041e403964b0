import { blankFacts } from "../counterfactual/blank-facts.js";
import type { FactHints } from "../counterfactual/fact-hints.js";
import { findCounterfactual } from "../counterfactual/find-counterfactual.js";
import { applyEdit } from "../counterfactual/situation.js";
import type { FactTypes } from "../fact-types.js";
import { planRule } from "../plan/plan-rule.js";
import type { DecisionTable } from "../table-types.js";
import type { Condition, ElapsedSubject, Facts, Kind, Literal, Subject } from "../types.js";
import { isMoney } from "../values/measure.js";
import { ruleWith } from "./row-condition.js";
import type { GridPoint } from "./search-grid.js";
import { ANYTHING, type GridColumn } from "./table-grid.js";

/** Facts in which every input of a table has the value of the point; `undefined` if none are found. */
export function realisePoint(
  table: DecisionTable,
  columns: readonly GridColumn[],
  point: GridPoint,
  asOfMs: number,
  factTypes: FactTypes,
  hints: FactHints,
): Facts | undefined {
  const wanted = table.inputs.flatMap((input, column): Condition[] => {
    const value = point[column];
    return value === ANYTHING ? [] : [hasValue(input, value, columns[column]?.kind)];
  });
  const start = blankFacts(factTypes);
  const situation = { scope: start, root: start, asOfMs };
  const goal = planRule(ruleWith(table, { and: wanted }));
  const changes = findCounterfactual(goal, situation, hints);
  const after = changes?.reduce(applyEdit, situation);
  return after?.asOfMs === asOfMs ? after.scope : undefined;
}

/** The condition that a subject, or the moment that time is measured from, has this value. */
function hasValue(
  input: Subject | ElapsedSubject,
  value: unknown,
  kind: Kind | undefined,
): Condition {
  const isElapsed = "since" in input || "until" in input;
  const source = isElapsed ? ("since" in input ? input.since : input.until) : input;
  const subject: Subject = typeof source === "string" ? { fact: source } : source;
  if (value === undefined) return { ...subject, exists: false };
  const momentKind = typeof value === "string" && value.length === 10 ? "date" : "instant";
  return { ...subject, eq: literalOf(value, isElapsed ? momentKind : kind) };
}

function literalOf(value: unknown, kind: Kind | undefined): Literal {
  if (isMoney(value)) return value;
  switch (kind) {
    case "date":
      return { date: String(value) };
    case "period":
      return { period: String(value) };
    case "instant":
      return { instant: typeof value === "number" ? new Date(value).toISOString() : String(value) };
    default:
      return value as Literal;
  }
}
