import { checkColumn, type NumberColumn } from "../column.js";
import { checkSquare, type Matrix } from "./matrix.js";

/**
 * The lower triangle L with L Lᵀ = A (Cholesky and Banachiewicz; Golub and Van Loan, 2013, 4.2).
 *
 * @param matrix - symmetric; only its lower triangle is read
 * @returns `undefined` when the matrix is not positive definite
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH for what is not a square matrix of finite numbers
 * @example
 * choleskyFactor([[4, 2], [2, 5]]); //=> [[2, 0], [1, 2]]
 */
export function choleskyFactor(matrix: Matrix): Matrix | undefined {
  checkSquare(matrix, "matrix");
  const factor: number[][] = matrix.map((row) => row.map(() => 0));
  for (let row = 0; row < factor.length; row++) {
    const current = factor[row] as number[];
    for (let column = 0; column <= row; column++) {
      const other = factor[column] as number[];
      let rest = matrix[row]?.[column] as number;
      for (let k = 0; k < column; k++) rest -= (current[k] as number) * (other[k] as number);
      if (column < row) current[column] = rest / (other[column] as number);
      else if (rest > 0) current[row] = Math.sqrt(rest);
      else return undefined;
    }
  }
  return factor;
}

/**
 * Solves A x = b, given the factor of A by {@link choleskyFactor}.
 *
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH
 * @example
 * solveCholesky([[2, 0], [1, 2]], [8, 9]); //=> [1.375, 1.25]
 */
export function solveCholesky(factor: Matrix, right: NumberColumn): number[] {
  checkColumn(right, "right", "finite", factor.length);
  const solution = Array.from(right);
  for (let row = 0; row < solution.length; row++) {
    const current = factor[row] as readonly number[];
    let rest = solution[row] as number;
    for (let k = 0; k < row; k++) rest -= (current[k] as number) * (solution[k] as number);
    solution[row] = rest / (current[row] as number);
  }
  for (let row = solution.length - 1; row >= 0; row--) {
    let rest = solution[row] as number;
    for (let k = row + 1; k < solution.length; k++) {
      rest -= (factor[k]?.[row] as number) * (solution[k] as number);
    }
    solution[row] = rest / (factor[row]?.[row] as number);
  }
  return solution;
}

/**
 * The inverse of a symmetric positive definite matrix, exactly symmetric.
 *
 * @param matrix - symmetric; only its lower triangle is read
 * @returns `undefined` when the matrix is not positive definite
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH for what is not a square matrix of finite numbers
 * @example
 * invertPositiveDefinite([[4, 2], [2, 5]]); //=> [[0.3125, -0.125], [-0.125, 0.25]]
 */
export function invertPositiveDefinite(matrix: Matrix): Matrix | undefined {
  const factor = choleskyFactor(matrix);
  if (factor === undefined) return undefined;
  const size = factor.length;
  const inverse: number[][] = [];
  for (let column = 0; column < size; column++) {
    const unit = new Float64Array(size);
    unit[column] = 1;
    inverse.push(solveCholesky(factor, unit));
  }
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++) {
      (inverse[column] as number[])[row] = inverse[row]?.[column] as number;
    }
  }
  return inverse;
}
