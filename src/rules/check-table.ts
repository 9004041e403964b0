import type { FactTypes } from "./fact-types.js";
import { collectFindings, type Finding, refuseFindings } from "./finding.js";
import { analyseTable } from "./table/analyse-table.js";
import { findTableErrors } from "./table/find-table-errors.js";
import type { DecisionTable } from "./table-types.js";
import { findFactTypeErrors } from "./typing/check-fact-types.js";

/**
 * Checks a decision table before it is published: as {@link checkRule} does, and whether it has an
 * answer for all facts (`GAP`), only one where it must (`OVERLAP`), and no row in vain
 * (`UNREACHABLE_ROW`).
 *
 * @param table - any value, such as parsed JSON
 * @param factTypes - the facts that the table may read; with them, gaps and overlaps are looked for
 *   among the values that the facts can have
 * @returns the findings; a gap or an overlap has facts that fall into it as its `witness`
 * @throws ClienteleError INVALID_ARGUMENT when `factTypes` is no description of facts
 * @example
 * const rows = [{ when: [{ lt: 10 }], answer: "few" }, { when: [{ gt: 10 }], answer: "many" }];
 * checkTable({ inputs: [{ fact: "visits" }], hit: "unique", rows }, { visits: "number" })
 * //=> [{ path: "$.rows", code: "GAP", witness: { facts: { visits: 10 }, ... }, ... }]
 */
export function checkTable(table: unknown, factTypes?: FactTypes): readonly Finding[] {
  if (factTypes !== undefined) refuseFindings(findFactTypeErrors(factTypes));
  const errors = findTableErrors(table, factTypes);
  if (errors.some(({ severity }) => severity === "error")) return errors;
  const { findings, report } = collectFindings();
  analyseTable(table as DecisionTable, factTypes ?? {}, report);
  return [...errors, ...findings];
}
