import {
  choleskyFactor,
  type Matrix,
  numericHessian,
  solveCholesky,
  symmetricEigen,
} from "../../core/math/index.js";
import { dot, multiply } from "../../core/math/matrix.js";
import type { LikelihoodProblem } from "./likelihood-problem.js";
import { endsOf, type SearchEnd } from "./model-limits.js";
import { OWN_AXES, type SearchAxes } from "./search-axes.js";
import { findBounds, searchRegion } from "./search-region.js";

/**
 * Information below this means a standard error above 5 on the log scale: an interval over eight
 * orders of magnitude is no estimate.
 */
export const NOT_IDENTIFIED_BELOW: number = 1 / 25;
/** This near, in standard errors, is at the maximum. */
const AT_MAXIMUM = 1e-6;

/** The highest point found, as a minimum of minus the log-likelihood. */
export interface FoundMaximum {
  /** On the axes of the search. */
  readonly position: readonly number[];
  /** In the coordinates of the parameters, as is all that follows. */
  readonly point: readonly number[];
  /** Minus the log-likelihood. */
  readonly value: number;
  readonly gradient: readonly number[];
  /** Second derivatives of minus the log-likelihood along the axes; 0 along one that is at an end. */
  readonly curvature: Matrix;
  /** The observed information. */
  readonly information: Matrix;
  /** Of the information, rising. */
  readonly eigenvalues: readonly number[];
  readonly eigenvectors: Matrix;
  /** Distance to the maximum in standard errors; `undefined` where the information is not positive definite. */
  readonly decrement: number | undefined;
  /** The ends of axes that it is at: there it is a simpler model. */
  readonly ends: readonly SearchEnd[];
  /** Of each coordinate, whether its axis went as far as the search goes, to an end or not. */
  readonly isAtBound: readonly boolean[];
}

/** Puts a position together with what the information says about it. */
export function describeMaximum(
  problem: LikelihoodProblem<string>,
  position: readonly number[],
): FoundMaximum {
  const { objective, axes = OWN_AXES, limits = [] } = problem;
  const region = searchRegion(problem, "far");
  const point = axes.pointAt(position);
  const { value, gradient } = objective(point);
  const ends = endsOf(limits).filter(({ axis, far }) => position[axis] === far);
  // Beyond the fence too: at it, half of a difference would be missing.
  const curvature = curvatureOnAxes(
    (at) => axes.slopesOf(objective(axes.pointAt(at)).gradient),
    position,
    ends,
  );
  const information = toCoordinates(curvature, axes);
  const { values, vectors } = symmetricEigen(information);
  return {
    position,
    point,
    value,
    gradient: Array.from(gradient),
    curvature,
    information,
    eigenvalues: values,
    eigenvectors: vectors,
    decrement: newtonDecrement(information, gradient),
    ends,
    isAtBound: coordinatesOf(axes, findBounds(region, position)),
  };
}

/** An axis at an end has no second derivatives, and costs nothing. */
function curvatureOnAxes(
  slopesAt: (position: readonly number[]) => readonly number[],
  position: readonly number[],
  ends: readonly SearchEnd[],
): Matrix {
  const free = [...position.keys()].filter((axis) => ends.every((end) => end.axis !== axis));
  const fill = (values: readonly number[]): number[] => {
    const filled = [...position];
    free.forEach((axis, index) => {
      filled[axis] = values[index]!;
    });
    return filled;
  };
  const hessian = numericHessian(
    (values) => {
      const slopes = slopesAt(fill(values));
      return free.map((axis) => slopes[axis]!);
    },
    free.map((axis) => position[axis]!),
  );
  return position.map((_, row) =>
    position.map((__, column) => hessian[free.indexOf(row)]?.[free.indexOf(column)] ?? 0),
  );
}

/** Second derivatives by the coordinates of the parameters: Aᵀ H A for the map A to the axes. */
function toCoordinates(curvature: Matrix, axes: SearchAxes): Matrix {
  const images = curvature.map((row, index) =>
    axes.positionOf(row.map((_, at) => +(at === index))),
  );
  return images.map((left) => images.map((right) => dot(left, multiply(curvature, right))));
}

/** The coordinates that some axes move. */
function coordinatesOf(axes: SearchAxes, isMoving: readonly boolean[]): boolean[] {
  const moved = isMoving.map((moves, axis) =>
    axes.pointAt(isMoving.map((_, at) => (moves && at === axis ? 1 : 0))),
  );
  return isMoving.map((_, index) => moved.some((point) => point[index] !== 0));
}

/** Whether there is no proper maximum here: at the end of the region, or where nothing bends. */
export function isFlat({ isAtBound, eigenvalues, decrement }: FoundMaximum): boolean {
  if (decrement === undefined || isAtBound.includes(true)) return true;
  return !(eigenvalues[0]! >= NOT_IDENTIFIED_BELOW);
}

/** Whether this is a proper maximum, to the last digits. */
export function isProper(found: FoundMaximum): boolean {
  return !isFlat(found) && found.decrement! <= AT_MAXIMUM;
}

/** √(gᵀ H⁻¹ g), the length of the Newton step in standard errors. */
function newtonDecrement(information: Matrix, gradient: ArrayLike<number>): number | undefined {
  const factor = choleskyFactor(information);
  if (factor === undefined) return undefined;
  const step = solveCholesky(factor, Array.from(gradient));
  const square = step.reduce((sum, each, index) => sum + each * gradient[index]!, 0);
  return Math.sqrt(Math.max(0, square));
}
