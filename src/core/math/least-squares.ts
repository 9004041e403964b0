import { checkColumn, type NumberColumn } from "../column.js";
import { invalid } from "../errors.js";
import type { Matrix } from "./matrix.js";

/** A column this small beside its own length, once the others are taken out, adds nothing new. */
const DEPENDENT = 1e-11;

/**
 * The coefficients that minimise the sum of squares of A x - b, by Householder reflections (Golub and
 * Van Loan, 2013, 5.2-5.3).
 *
 * @param rows - A: at least as many rows as columns
 * @param right - b, one number per row
 * @returns `undefined` when the columns are linearly dependent or the rows too few
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH
 * @example
 * solveLeastSquares([[1, 0], [1, 1], [1, 2]], [1, 3, 5]); //=> [1, 2]
 */
export function solveLeastSquares(rows: Matrix, right: NumberColumn): number[] | undefined {
  if (!Array.isArray(rows)) throw invalid("rows", "an array of rows", rows);
  const width = rows[0]?.length ?? 0;
  rows.forEach((row, index) => {
    checkColumn(row, `rows[${index}]`, "finite", width);
  });
  checkColumn(right, "right", "finite", rows.length);
  if (rows.length < width) return undefined;
  const work = rows.map((row, index) => [...row, right[index] as number]);
  for (let column = 0; column < width; column++) {
    if (!reflect(work, column)) return undefined;
  }
  const solution = new Array<number>(width).fill(0);
  for (let row = width - 1; row >= 0; row--) {
    const current = work[row] as number[];
    let rest = current[width] as number;
    for (let k = row + 1; k < width; k++) rest -= (current[k] as number) * (solution[k] as number);
    solution[row] = rest / (current[row] as number);
  }
  return solution;
}

/** Reflects the rows from `column` on so that the column ends at its diagonal; false when it cannot. */
function reflect(work: number[][], column: number): boolean {
  const below = work.slice(column);
  const norm = columnNorm(below, column);
  if (!(norm > DEPENDENT * columnNorm(work, column))) return false;
  const head = below[0] as number[];
  const diagonal = (head[column] as number) > 0 ? -norm : norm;
  const direction = below.map((row) => row[column] as number);
  direction[0] = (direction[0] as number) - diagonal;
  const scale = -diagonal * (direction[0] as number);
  for (let k = column; k < head.length; k++) {
    let sum = 0;
    for (let i = 0; i < below.length; i++)
      sum += (direction[i] as number) * (below[i]?.[k] as number);
    const factor = sum / scale;
    for (let i = 0; i < below.length; i++) {
      const row = below[i] as number[];
      row[k] = (row[k] as number) - factor * (direction[i] as number);
    }
  }
  return true;
}

function columnNorm(rows: Matrix, column: number): number {
  let sum = 0;
  for (const row of rows) sum += (row[column] as number) ** 2;
  return Math.sqrt(sum);
}
