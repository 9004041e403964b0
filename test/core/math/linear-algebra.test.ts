import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import {
  choleskyFactor,
  invertPositiveDefinite,
  type Matrix,
  solveCholesky,
  solveLeastSquares,
  symmetricEigen,
} from "../../../src/core/math/index.js";
import { failure } from "./failure.js";

/** Square matrices of 1 to 6 rows with entries from -10 to 10. */
const squares = fc
  .integer({ min: 1, max: 6 })
  .chain((size) =>
    fc.array(
      fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: size, maxLength: size }),
      { minLength: size, maxLength: size },
    ),
  );

/** M Mᵀ + 1: symmetric and positive definite. */
function positiveDefinite(matrix: Matrix): Matrix {
  return matrix.map((left, i) =>
    matrix.map((right, j) => left.reduce((sum, x, k) => sum + x * right[k]!, i === j ? 1 : 0)),
  );
}

function product(left: Matrix, right: Matrix): number[][] {
  return left.map((row) =>
    right[0]!.map((_, j) => row.reduce((s, x, k) => s + x * right[k]![j]!, 0)),
  );
}

function largestDifference(left: Matrix, right: Matrix): number {
  return Math.max(...left.flatMap((row, i) => row.map((x, j) => Math.abs(x - right[i]![j]!))));
}

const transpose = (matrix: Matrix): Matrix =>
  matrix[0]!.map((_, j) => matrix.map((row) => row[j]!));
const identity = (size: number): Matrix =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)));

const notMatrices = [
  [undefined, "INVALID_ARGUMENT"],
  ["abc", "INVALID_ARGUMENT"],
  [[[1, 2]], "LENGTH_MISMATCH"],
  [
    [
      [1, NaN],
      [2, 1],
    ],
    "INVALID_ARGUMENT",
  ],
  [
    [
      [1, "2"],
      [2, 1],
    ],
    "INVALID_ARGUMENT",
  ],
  [[null], "INVALID_ARGUMENT"],
] as const;

const HILBERT = [
  9.670230402260018e-5, 0.006738273605760722, 0.16914122022145003, 1.5002142800592428,
];

describe("choleskyFactor", () => {
  test.prop([squares])("multiplies back to the matrix", (square) => {
    const matrix = positiveDefinite(square);
    const factor = choleskyFactor(matrix)!;
    expect(largestDifference(product(factor, transpose(factor)), matrix)).toBeLessThan(1e-11);
  });

  it("is undefined for a matrix that is not positive definite", () => {
    expect(
      choleskyFactor([
        [1, 2],
        [2, 1],
      ]),
    ).toBeUndefined();
    expect(choleskyFactor([[0]])).toBeUndefined();
    expect(
      choleskyFactor([
        [1, 1],
        [1, 1],
      ]),
    ).toBeUndefined();
  });

  it("reads the lower triangle only", () => {
    expect(
      choleskyFactor([
        [4, 99],
        [2, 5],
      ]),
    ).toEqual([
      [2, 0],
      [1, 2],
    ]);
  });

  it.each(notMatrices)("refuses %j", (matrix, code) => {
    expect(failure(() => choleskyFactor(matrix as never)).code).toBe(code);
  });
});

describe("solveCholesky", () => {
  test.prop([squares])("solves the system", (square) => {
    const matrix = positiveDefinite(square);
    const expected = matrix.map((_, index) => index - 1.5);
    const right = matrix.map((row) => row.reduce((sum, x, k) => sum + x * expected[k]!, 0));
    const solution = solveCholesky(choleskyFactor(matrix)!, right);
    expect(largestDifference([solution], [expected])).toBeLessThan(1e-8);
  });

  it("refuses a right side of another length", () => {
    expect(failure(() => solveCholesky([[1]], [1, 2])).code).toBe("LENGTH_MISMATCH");
  });
});

describe("invertPositiveDefinite", () => {
  test.prop([squares])("gives the identity with the matrix, and is exactly symmetric", (square) => {
    const matrix = positiveDefinite(square);
    const inverse = invertPositiveDefinite(matrix)!;
    expect(largestDifference(product(matrix, inverse), identity(matrix.length))).toBeLessThan(1e-8);
    expect(inverse).toEqual(transpose(inverse));
  });

  it("is undefined for a singular matrix", () => {
    expect(
      invertPositiveDefinite([
        [1, 1],
        [1, 1],
      ]),
    ).toBeUndefined();
  });
});

describe("symmetricEigen", () => {
  test.prop([squares])("rebuilds the matrix from orthonormal vectors, values rising", (square) => {
    const matrix = square.map((row, i) => row.map((x, j) => x + square[j]![i]!));
    const { values, vectors } = symmetricEigen(matrix);
    const scaled = vectors.map((vector, index) => vector.map((x) => x * values[index]!));
    expect(largestDifference(product(transpose(vectors), scaled), matrix)).toBeLessThan(1e-12);
    expect(
      largestDifference(product(vectors, transpose(vectors)), identity(matrix.length)),
    ).toBeLessThan(1e-13);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  it("finds the eigenvalues of the Hilbert matrix of order 4, the smallest to eleven digits", () => {
    const hilbert = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => 1 / (i + j + 1)));
    const { values } = symmetricEigen(hilbert);
    // mpmath 1.2.1, eigsy with 30 digits.
    HILBERT.forEach((expected, index) => {
      expect(Math.abs(values[index]! / expected - 1)).toBeLessThan(1e-11);
    });
  });

  it("answers the empty matrix with nothing", () => {
    expect(symmetricEigen([])).toEqual({ values: [], vectors: [] });
  });

  it.each(notMatrices)("refuses %j", (matrix, code) => {
    expect(failure(() => symmetricEigen(matrix as never)).code).toBe(code);
  });
});

describe("solveLeastSquares", () => {
  it("fits a line through points that lie on none", () => {
    const solution = solveLeastSquares(
      [
        [1, 0],
        [1, 1],
        [1, 2],
        [1, 3],
      ],
      [1, 3, 2, 5],
    )!;
    expect(solution[0]).toBeCloseTo(1.1, 14);
    expect(solution[1]).toBeCloseTo(1.1, 14);
  });

  it("does not lose the digits that the normal equations lose", () => {
    const small = 1e-7;
    const solution = solveLeastSquares(
      [
        [1, 1],
        [small, 0],
        [0, small],
      ],
      [2, small, small],
    )!;
    expect(solution[0]).toBeCloseTo(1, 8);
    expect(solution[1]).toBeCloseTo(1, 8);
  });

  it("is undefined for dependent columns and for too few rows", () => {
    expect(
      solveLeastSquares(
        [
          [1, 2],
          [2, 4],
          [3, 6],
        ],
        [1, 2, 3],
      ),
    ).toBeUndefined();
    expect(solveLeastSquares([[0], [0]], [1, 2])).toBeUndefined();
    expect(solveLeastSquares([[1, 2]], [1])).toBeUndefined();
  });

  it("refuses rows of different lengths and numbers that are not finite", () => {
    expect(failure(() => solveLeastSquares([[1, 2], [1]], [1, 2])).code).toBe("LENGTH_MISMATCH");
    expect(failure(() => solveLeastSquares([[1], [NaN]], [1, 2])).code).toBe("INVALID_ARGUMENT");
    expect(failure(() => solveLeastSquares(5 as never, [1])).code).toBe("INVALID_ARGUMENT");
  });
});
