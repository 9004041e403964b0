import { checkNumber } from "../../core/column.js";
import { invalid } from "../../core/errors.js";
import { checkParams } from "../check-model.js";
import { groupRows } from "../data/group-rows.js";
import { bgBbAliveProbability, bgBbTables } from "./bg-bb-terms.js";
import { MOST_OPPORTUNITIES, readOpportunities } from "./read-opportunities.js";
import type { BgBbParameters, OpportunityHistories } from "./types.js";

/**
 * Something of each customer, computed once per distinct history.
 *
 * @param score - of a customer with x purchases in `end` opportunities who is alive with a probability
 */
export function scoreOpportunities<T>(
  model: BgBbParameters,
  histories: OpportunityHistories,
  score: (alive: number, x: number, end: number) => T,
): T[] {
  checkParams(model, "bgBb", ["alpha", "beta", "gamma", "delta"]);
  const { columns } = readOpportunities(histories);
  const [counts, lasts, ends] = columns;
  const highest = ends.reduce((most, end) => Math.max(most, end), 0);
  const tables = bgBbTables(model.params, highest);
  const known = new Map<number, T>();
  return Array.from(groupRows(columns).groupOf, (group, row) => {
    if (!known.has(group)) {
      const [x, last, end] = [counts[row]!, lasts[row]!, ends[row]!];
      known.set(group, score(bgBbAliveProbability(tables, x, last, end), x, end));
    }
    return known.get(group) as T;
  });
}

/** Refuses a number of opportunities that is no whole number, or far too many. */
export function checkOpportunities(
  count: number,
  where: string,
  most: number = MOST_OPPORTUNITIES,
): void {
  checkNumber(count, where, "count");
  if (count > most) {
    throw invalid(where, `at most ${most}`, count, { code: "LIMIT_EXCEEDED" });
  }
}
