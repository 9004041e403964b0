import { hintsOf } from "../counterfactual/fact-hints.js";
import type { FactTypes } from "../fact-types.js";
import type { Finding, Report } from "../finding.js";
import { planRule } from "../plan/plan-rule.js";
import type { DecisionTable } from "../table-types.js";
import { realisePoint } from "./realise-point.js";
import { rowCondition, ruleWith } from "./row-condition.js";
import { findCommon, findUncovered, type SearchResult } from "./search-grid.js";
import { tableGrid } from "./table-grid.js";

/** A present to reason with: which one does not matter to what is found. */
const ANY_PRESENT_MS = Date.UTC(2024, 6, 1, 12);
/** Overlaps that are told; who mends these will look again. */
const MOST_OVERLAPS = 20;
/** Pairs of rows that are compared. */
const MOST_PAIRS = 200_000;

/**
 * Reports what no row answers, what two rows answer where only one may, and rows that never answer.
 * A gap or an overlap is reported with facts that were tried; what could not be decided, as such.
 */
export function analyseTable(table: DecisionTable, factTypes: FactTypes, report: Report): void {
  const hints = hintsOf(factTypes);
  const nowhere = { scope: {}, root: {}, asOfMs: ANY_PRESENT_MS };
  const columns = tableGrid(table, hints, nowhere);
  const isComplete = columns.every((column) => column.isComplete);
  const nodes = table.rows.map((_, row) => planRule(ruleWith(table, rowCondition(table, row))));

  /** Facts at a point, if they can be made and if exactly these rows hold for them. */
  const tryOut = (point: SearchResult, holding: readonly number[]): Finding["witness"] => {
    if (typeof point === "string") return undefined;
    const facts = realisePoint(table, columns, point, ANY_PRESENT_MS, factTypes, hints);
    if (facts === undefined) return undefined;
    const answers = nodes.map((node) => node.holds(facts, facts, ANY_PRESENT_MS));
    const isRight =
      holding.length === 0
        ? answers.every((answer) => answer === false)
        : holding.every((row) => answers[row] === true);
    return isRight ? { facts, asOfMs: ANY_PRESENT_MS } : undefined;
  };

  const undecided = (path: string, question: string): void =>
    report(path, "UNDECIDED", `could not tell whether ${question}`, { severity: "warning" });

  const reportGap = (): void => {
    const rows = table.rows.map((_, row) => row);
    const point = findUncovered(columns, rows);
    if (point === "none" && isComplete) return;
    const witness = tryOut(point, []);
    if (witness === undefined) undecided("$.rows", "some facts match no row");
    else {
      const message = "no row matches these facts, and there is no `otherwise`";
      report("$.rows", "GAP", message, { witness });
    }
  };

  const reportOverlaps = (): void => {
    let pairs = 0;
    let found = 0;
    for (const [row] of table.rows.entries()) {
      for (let other = 0; other < row && found < MOST_OVERLAPS; other++) {
        if (++pairs > MOST_PAIRS) {
          undecided("$.rows", "two of its many rows overlap");
          return;
        }
        const point = findCommon(columns, row, other);
        if (point === "none" && isComplete) continue;
        const witness = tryOut(point, [row, other]);
        found++;
        const path = `$.rows[${row}]`;
        if (witness === undefined) undecided(path, `it matches together with row ${other}`);
        else {
          const message = `matches together with row ${other}, but the table is unique`;
          report(path, "OVERLAP", message, { witness });
        }
      }
    }
  };

  const reportUnreachable = (): void => {
    for (const [row] of table.rows.entries()) {
      const earlier =
        table.hit === "first" ? table.rows.slice(0, row).map((_, index) => index) : [];
      if (!isComplete || findUncovered(columns, earlier, row) !== "none") continue;
      const isNever = findUncovered(columns, [], row) === "none";
      const message = isNever
        ? "no facts match this row"
        : "earlier rows match everything that this row matches";
      const code = isNever ? "NEVER_TRUE" : "UNREACHABLE_ROW";
      report(`$.rows[${row}]`, code, message, { severity: "warning" });
    }
  };

  if (table.hit !== "collect" && table.otherwise === undefined) reportGap();
  if (table.hit === "unique") reportOverlaps();
  reportUnreachable();
}
