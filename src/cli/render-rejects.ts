import type { RejectedRow } from "../transactions/index.js";

/** The rejected rows as CSV: line, column, masked value, reason. */
export function renderRejects(rejected: readonly RejectedRow[]): string {
  const rows = rejected.map((row) => [String(row.line), row.column, row.value, row.reason]);
  return [["line", "column", "value", "reason"], ...rows]
    .map((cells) => `${cells.map(quote).join(",")}\r\n`)
    .join("");
}

/** RFC 4180, and an apostrophe before what a table program would take for a formula. */
function quote(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
