import type { FactHints } from "../counterfactual/fact-hints.js";
import { isCutCompletely, possibleValues } from "../counterfactual/prove-impossible.js";
import type { Situation } from "../counterfactual/situation.js";
import { planRule } from "../plan/plan-rule.js";
import type { PlannedLeaf, PlannedNode } from "../plan/types.js";
import type { DecisionTable } from "../table-types.js";
import type { Kind } from "../types.js";
import { ruleWith } from "./row-condition.js";

/** One input, cut into values that stand for all that it can have. */
export interface GridColumn {
  readonly values: readonly unknown[];
  /** How the rows read the input. */
  readonly kind: Kind | undefined;
  /** Whether the values are known to stand for all. */
  readonly isComplete: boolean;
  /** Whether a row takes a value: `accepts[row][value]`. */
  readonly accepts: readonly (readonly boolean[])[];
}

/** Cuts each input of a table where its rows ask about it. */
export function tableGrid(
  table: DecisionTable,
  hints: FactHints,
  situation: Situation,
): readonly GridColumn[] {
  return table.inputs.map((input, column) => {
    const cells = table.rows.map(({ when }): readonly PlannedLeaf[] => {
      const cell = when[column];
      return cell === undefined || cell === "any"
        ? []
        : leavesOf(planRule(ruleWith(table, { ...input, ...cell } as never)));
    });
    return gridColumn(cells, hints, situation);
  });
}

function gridColumn(
  cells: readonly (readonly PlannedLeaf[])[],
  hints: FactHints,
  situation: Situation,
): GridColumn {
  const leaves = cells.flat();
  const [leaf] = leaves;
  if (leaf === undefined) {
    return {
      values: [ANYTHING],
      kind: undefined,
      isComplete: true,
      accepts: cells.map(() => [true]),
    };
  }
  const { scope, root, asOfMs } = situation;
  const takes = (cell: readonly PlannedLeaf[], value: unknown): boolean =>
    cell.every((test) => test.accepts(value, scope, root, asOfMs) === true);
  const group = { leaf, needs: leaves.map((test) => ({ leaf: test, wanted: true })) };
  // Of values that every row takes or refuses alike, one is enough.
  const distinct = new Map<string, unknown>();
  for (const value of possibleValues(group, situation, hints)) {
    const answers = cells.map((cell) => Number(takes(cell, value))).join("");
    if (!distinct.has(answers)) distinct.set(answers, value);
  }
  const values = [...distinct.values()];
  return {
    values,
    kind: leaves.map(({ kind }) => kind).find((kind) => kind !== undefined),
    isComplete: isCutCompletely(leaves),
    accepts: cells.map((cell) => values.map((value) => takes(cell, value))),
  };
}

/** Stands for any value of an input that no row asks about. */
export const ANYTHING: unique symbol = Symbol("anything");

function leavesOf(node: PlannedNode): readonly PlannedLeaf[] {
  return node.op === "leaf" ? [node] : node.parts.flatMap(leavesOf);
}
