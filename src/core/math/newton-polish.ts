import { checkNumber } from "../column.js";
import { withDefaults } from "../options.js";
import { choleskyFactor, solveCholesky } from "./cholesky.js";
import { evaluateOnLine, evaluateStart, type LinePoint, searchLine } from "./line-search.js";
import { dot, type Matrix } from "./matrix.js";
import { numericHessian } from "./numeric-hessian.js";
import type { Minimum, Objective, SearchStatus } from "./objective.js";
import { symmetricEigen } from "./symmetric-eigen.js";

/** How {@link newtonPolish} gets its second derivatives and when it stops. */
export interface NewtonOptions {
  /** The second derivatives at a point; by default {@link numericHessian} of the gradient. */
  readonly hessian: ((point: readonly number[]) => Matrix) | undefined;
  /**
   * Converged when the Newton decrement √(gᵀ H⁻¹ g) is at most this. For a negative log-likelihood
   * that is the distance to the optimum in standard errors. Default 1e-8.
   */
  readonly tolerance: number;
  /** Default 50. */
  readonly mostIterations: number;
}

const DEFAULTS: NewtonOptions = { hessian: undefined, tolerance: 1e-8, mostIterations: 50 };

/** A minimum with the second derivatives there. */
export interface PolishedMinimum extends Minimum {
  readonly hessian: Matrix;
  /** √(gᵀ H⁻¹ g) where the last Hessian was taken; `undefined` when that was not positive definite. */
  readonly decrement: number | undefined;
}

/**
 * A local minimum by Newton's method with a line search (Boyd and Vandenberghe, 2004, 9.5), to the
 * last digits that the gradient has; where the Hessian is not positive definite the absolute values
 * of its eigenvalues take their place.
 *
 * @param objective - value and gradient; not finite outside the function's domain
 * @param start - where to begin, best near the minimum; the objective must be finite there
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION
 * @example
 * newtonPolish(([x]) => ({ value: Math.cosh(x), gradient: [Math.sinh(x)] }), [1]).status;
 * //=> "converged"
 */
export function newtonPolish(
  objective: Objective,
  start: readonly number[],
  options: Partial<NewtonOptions> = {},
): PolishedMinimum {
  const { hessian, tolerance, mostIterations } = withDefaults(DEFAULTS, options);
  checkNumber(tolerance, "options.tolerance", "positive");
  checkNumber(mostIterations, "options.mostIterations", "count");
  let evaluations = 0;
  const counted: Objective = (point) => {
    evaluations++;
    return objective(point);
  };
  const hessianAt = hessian ?? ((point) => numericHessian((at) => counted(at).gradient, point));
  let current = evaluateStart(counted, start);
  let second = hessianAt(current.point);
  let decrement: number | undefined;
  let iterations = 0;
  let status: SearchStatus | undefined;
  while (status === undefined) {
    const newton = newtonStep(second, current);
    decrement = newton.decrement;
    const isClose = decrement !== undefined && decrement <= tolerance;
    if (!isClose && iterations >= mostIterations) {
      status = "exhausted";
      break;
    }
    const next = newton.slope < 0 ? takeStep(counted, current, newton) : undefined;
    if (next !== undefined) {
      current = next;
      iterations++;
    }
    // The last step, shorter than the tolerance, is still taken but needs no new Hessian.
    if (isClose) status = "converged";
    else if (next === undefined) status = "stalled";
    else second = hessianAt(current.point);
  }
  const { point, value, gradient } = current;
  return {
    status,
    point,
    value,
    gradient: Array.from(gradient),
    hessian: second,
    decrement,
    iterations,
    evaluations,
  };
}

interface NewtonStep {
  readonly direction: readonly number[];
  readonly slope: number;
  readonly decrement: number | undefined;
}

function newtonStep(hessian: Matrix, { gradient }: LinePoint): NewtonStep {
  const factor = choleskyFactor(hessian);
  if (factor !== undefined) {
    const direction = solveCholesky(factor, gradient).map((coordinate) => -coordinate);
    const slope = dot(direction, gradient);
    return { direction, slope, decrement: Math.sqrt(Math.max(0, -slope)) };
  }
  const { values, vectors } = symmetricEigen(hessian);
  const largest = Math.max(...values.map(Math.abs));
  const direction = new Array<number>(gradient.length).fill(0);
  values.forEach((value, index) => {
    const vector = vectors[index] as readonly number[];
    const share = dot(vector, gradient) / Math.max(Math.abs(value), 1e-8 * largest, 1e-300);
    vector.forEach((coordinate, row) => {
      direction[row] = (direction[row] as number) - share * coordinate;
    });
  });
  return { direction, slope: dot(direction, gradient), decrement: undefined };
}

function takeStep(
  objective: Objective,
  current: LinePoint,
  { direction, slope }: NewtonStep,
): LinePoint | undefined {
  const origin: LinePoint = { ...current, step: 0, slope };
  return searchLine((step) => evaluateOnLine(objective, current.point, direction, step), origin, 1);
}
