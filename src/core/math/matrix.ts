import { checkColumn, type NumberColumn } from "../column.js";
import { invalid } from "../errors.js";

/** A dense matrix as an array of rows: plain JSON. */
export type Matrix = readonly (readonly number[])[];

/**
 * Refuses what is not a square matrix of finite numbers.
 *
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH
 */
export function checkSquare(matrix: Matrix, where: string): void {
  if (!Array.isArray(matrix)) throw invalid(where, "an array of rows", matrix);
  for (let row = 0; row < matrix.length; row++) {
    checkColumn(matrix[row] as readonly number[], `${where}[${row}]`, "finite", matrix.length);
  }
}

/** The inner product of two vectors of the same length. */
export function dot(left: NumberColumn, right: NumberColumn): number {
  let sum = 0;
  for (let index = 0; index < left.length; index++) {
    sum += (left[index] as number) * (right[index] as number);
  }
  return sum;
}

/** The product of a matrix and a vector. */
export function multiply(matrix: Matrix, vector: NumberColumn): number[] {
  return matrix.map((row) => dot(row, vector));
}
