import type { DecisionTable } from "../table-types.js";
import type { And, Condition, Leaf, Rule } from "../types.js";

/** What a row asks, as a condition; a row that asks nothing always holds. */
export function rowCondition({ inputs, rows }: DecisionTable, row: number): And {
  const cells = rows[row]?.when ?? [];
  const leaves = inputs.flatMap((input, column): Leaf[] => {
    const cell = cells[column];
    return cell === undefined || cell === "any" ? [] : [{ ...input, ...cell } as Leaf];
  });
  return { and: leaves };
}

/** A rule with the zone and the names of a table. */
export function ruleWith({ zone, define }: DecisionTable, when: Condition): Rule {
  return {
    ...(zone !== undefined && { zone }),
    ...(define !== undefined && { define }),
    when,
  };
}
