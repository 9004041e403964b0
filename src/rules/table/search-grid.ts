import type { GridColumn } from "./table-grid.js";

/** A value for each input. */
export type GridPoint = readonly unknown[];

/** What a search found: a point, none, or no answer in the time it may take. */
export type SearchResult = GridPoint | "none" | "undecided";

/** Steps of one search: a table that needs more is too entangled to decide. */
const MOST_STEPS = 200_000;

/**
 * Looks for a point that no row of `covering` takes; with `within`, among the points that this row
 * takes.
 */
export function findUncovered(
  columns: readonly GridColumn[],
  covering: readonly number[],
  within?: number,
): SearchResult {
  const covered = new Set<string>();
  let steps = 0;

  const search = (column: number, rows: readonly number[]): SearchResult => {
    if (rows.length === 0) return completePoint(columns, column, within);
    if (column === columns.length) return "none";
    const key = `${column}:${rows.join()}`;
    if (covered.has(key)) return "none";
    const { values, accepts } = columns[column] as GridColumn;
    for (const [index, value] of values.entries()) {
      if (within !== undefined && accepts[within]?.[index] === false) continue;
      if (++steps > MOST_STEPS) return "undecided";
      const found = search(
        column + 1,
        rows.filter((row) => accepts[row]?.[index]),
      );
      if (found === "undecided") return found;
      if (found !== "none") return [value, ...found];
    }
    covered.add(key);
    return "none";
  };

  return search(0, covering);
}

/** Looks for a point that both rows take. */
export function findCommon(
  columns: readonly GridColumn[],
  row: number,
  other: number,
): SearchResult {
  const point: unknown[] = [];
  for (const { values, accepts } of columns) {
    const index = values.findIndex((_, value) => accepts[row]?.[value] && accepts[other]?.[value]);
    if (index < 0) return "none";
    point.push(values[index]);
  }
  return point;
}

/** The rest of a point, from a column on: any values that the row takes. */
function completePoint(
  columns: readonly GridColumn[],
  from: number,
  within: number | undefined,
): SearchResult {
  const rest: unknown[] = [];
  for (const { values, accepts } of columns.slice(from)) {
    const isTaken = (index: number): boolean =>
      within === undefined || accepts[within]?.[index] === true;
    const index = values.findIndex((_, value) => isTaken(value));
    if (index < 0) return "none";
    rest.push(values[index]);
  }
  return rest;
}
