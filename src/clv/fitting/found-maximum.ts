import {
  choleskyFactor,
  type Matrix,
  type Minimum,
  solveCholesky,
  symmetricEigen,
} from "../../core/math/index.js";

/**
 * Information below this means a standard error above 5 on the log scale: an interval over eight
 * orders of magnitude is no estimate.
 */
export const NOT_IDENTIFIED_BELOW: number = 1 / 25;
/** This near, in standard errors, is at the maximum. */
const AT_MAXIMUM = 1e-6;

/** The highest point found, as a minimum of minus the log-likelihood. */
export interface FoundMaximum {
  readonly point: readonly number[];
  /** Minus the log-likelihood. */
  readonly value: number;
  readonly gradient: readonly number[];
  /** The observed information. */
  readonly information: Matrix;
  /** Of the information, rising. */
  readonly eigenvalues: readonly number[];
  readonly eigenvectors: Matrix;
  /** Distance to the maximum in standard errors; `undefined` where the information is not positive definite. */
  readonly decrement: number | undefined;
  /** Of each coordinate, whether it went as far as the search goes. */
  readonly isAtLimit: readonly boolean[];
}

/** Puts a point together with what the information says about it. */
export function describeMaximum(
  minimum: Minimum,
  information: Matrix,
  isAtLimit: readonly boolean[],
): FoundMaximum {
  const { point, value, gradient } = minimum;
  const { values, vectors } = symmetricEigen(information);
  return {
    point,
    value,
    gradient,
    information,
    eigenvalues: values,
    eigenvectors: vectors,
    decrement: newtonDecrement(information, gradient),
    isAtLimit,
  };
}

/** Whether there is no proper maximum here: at the end of the region, or where nothing bends. */
export function isFlat({ isAtLimit, eigenvalues, decrement }: FoundMaximum): boolean {
  if (decrement === undefined || isAtLimit.includes(true)) return true;
  return !((eigenvalues[0] as number) >= NOT_IDENTIFIED_BELOW);
}

/** Whether this is a proper maximum, to the last digits. */
export function isProper(found: FoundMaximum): boolean {
  return !isFlat(found) && (found.decrement as number) <= AT_MAXIMUM;
}

/** √(gᵀ H⁻¹ g), the length of the Newton step in standard errors. */
function newtonDecrement(information: Matrix, gradient: readonly number[]): number | undefined {
  const factor = choleskyFactor(information);
  if (factor === undefined) return undefined;
  const step = solveCholesky(factor, gradient);
  const square = step.reduce((sum, each, index) => sum + each * (gradient[index] as number), 0);
  return Math.sqrt(Math.max(0, square));
}
