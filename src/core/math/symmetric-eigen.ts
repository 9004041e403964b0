import { checkSquare, type Matrix } from "./matrix.js";

/** The eigenvalues of a symmetric matrix, rising, and their unit eigenvectors. */
export interface SymmetricEigen {
  readonly values: readonly number[];
  /** `vectors[index]` belongs to `values[index]`. */
  readonly vectors: Matrix;
}

const MOST_SWEEPS = 60;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan,
 * 2013, 8.5), which find also small eigenvalues of a graded matrix to full relative precision.
 *
 * @param matrix - symmetric; only its lower triangle is read
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH for what is not a square matrix of finite numbers
 * @example
 * symmetricEigen([[2, 1], [1, 2]]).values; //=> [1, 3]
 */
export function symmetricEigen(matrix: Matrix): SymmetricEigen {
  checkSquare(matrix, "matrix");
  const size = matrix.length;
  const work = matrix.map((row, i) =>
    row.map((_, j) => (i >= j ? matrix[i]?.[j] : matrix[j]?.[i]) as number),
  );
  const vectors: number[][] = matrix.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let rotated = false;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) rotated = rotate(work, vectors, p, q) || rotated;
    }
    if (!rotated) break;
  }
  const values = work.map((row, index) => row[index] as number);
  const order = values.map((_, index) => index).sort((i, j) => values[i]! - values[j]! || i - j);
  return {
    values: order.map((index) => values[index] as number),
    vectors: order.map((index) => vectors[index] as number[]),
  };
}

/** Makes work[p][q] zero by a rotation; the rows of `vectors` follow. False when it already was. */
function rotate(work: number[][], vectors: number[][], p: number, q: number): boolean {
  const rowP = work[p] as number[];
  const rowQ = work[q] as number[];
  const coupling = rowP[q] as number;
  const first = rowP[p] as number;
  const second = rowQ[q] as number;
  if (Math.abs(coupling) <= 1e-17 * Math.sqrt(Math.abs(first)) * Math.sqrt(Math.abs(second))) {
    return false;
  }
  const theta = (second - first) / (2 * coupling);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (let k = 0; k < work.length; k++) {
    if (k !== p && k !== q) {
      const row = work[k] as number[];
      const kp = row[p] as number;
      const kq = row[q] as number;
      row[p] = rowP[k] = cosine * kp - sine * kq;
      row[q] = rowQ[k] = sine * kp + cosine * kq;
    }
    const vectorP = vectors[p] as number[];
    const vectorQ = vectors[q] as number[];
    const vp = vectorP[k] as number;
    const vq = vectorQ[k] as number;
    vectorP[k] = cosine * vp - sine * vq;
    vectorQ[k] = sine * vp + cosine * vq;
  }
  rowP[p] = first - tangent * coupling;
  rowQ[q] = second + tangent * coupling;
  rowP[q] = rowQ[p] = 0;
  return true;
}
