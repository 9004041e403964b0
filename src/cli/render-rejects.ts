import { CSV_LINE_END, csvText } from "../report/csv/csv-cell.js";
import type { RejectedRow } from "../transactions/index.js";

/** The rejected rows as CSV: line, column, masked value, reason. */
export function renderRejects(rejected: readonly RejectedRow[]): string {
  const rows = rejected.map((row) => [String(row.line), row.column, row.value, row.reason]);
  return [["line", "column", "value", "reason"], ...rows]
    .map((cells) => cells.map((cell) => csvText(cell)).join(",") + CSV_LINE_END)
    .join("");
}
