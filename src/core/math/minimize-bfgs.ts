import { checkNumber } from "../column.js";
import { withDefaults } from "../options.js";
import { evaluateOnLine, evaluateStart, type LinePoint, searchLine } from "./line-search.js";
import { dot, multiply } from "./matrix.js";
import type { Minimum, Objective, SearchStatus } from "./objective.js";

/** When {@link minimizeBfgs} stops. */
export interface BfgsOptions {
  /**
   * Converged when no coordinate, moved by its own size (at least 1), changes the value by more than
   * this share of it (at least of 1), as far as the gradient tells. Default 1e-8.
   */
  readonly tolerance: number;
  /** Default 500. */
  readonly mostIterations: number;
}

const DEFAULTS: BfgsOptions = { tolerance: 1e-8, mostIterations: 500 };

/**
 * A local minimum of a smooth function by the BFGS method (Nocedal and Wright, 2006, 6.1) with a line
 * search for the strong Wolfe conditions.
 *
 * @param objective - value and gradient; not finite outside the function's domain
 * @param start - where to begin; the objective must be finite there
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION
 * @example
 * minimizeBfgs(([x, y]) => ({ value: x * x + (y - 1) ** 2, gradient: [2 * x, 2 * y - 2] }), [3, 3])
 *   .point; //=> [0, 1]
 */
export function minimizeBfgs(
  objective: Objective,
  start: readonly number[],
  options: Partial<BfgsOptions> = {},
): Minimum {
  const { tolerance, mostIterations } = withDefaults(DEFAULTS, options);
  checkNumber(tolerance, "options.tolerance", "positive");
  checkNumber(mostIterations, "options.mostIterations", "count");
  let evaluations = 0;
  const counted: Objective = (point) => {
    evaluations++;
    return objective(point);
  };
  let current = evaluateStart(counted, start);
  let inverseHessian: number[][] | undefined;
  let iterations = 0;
  let status: SearchStatus | undefined;
  while (status === undefined) {
    if (isConverged(current, tolerance)) status = "converged";
    else if (iterations >= mostIterations) status = "exhausted";
    else {
      const next = takeStep(counted, current, inverseHessian);
      if (next !== undefined) {
        inverseHessian = updateInverse(inverseHessian, current, next);
        current = next;
        iterations++;
      } else if (inverseHessian !== undefined) {
        // The curvature has gone wrong: start again with the steepest descent.
        inverseHessian = undefined;
      } else {
        status = "stalled";
      }
    }
  }
  const { point, value, gradient } = current;
  return { status, point, value, gradient: Array.from(gradient), iterations, evaluations };
}

function isConverged({ point, value, gradient }: LinePoint, tolerance: number): boolean {
  const bound = tolerance * Math.max(1, Math.abs(value));
  return point.every(
    (coordinate, index) =>
      Math.abs(gradient[index] as number) * Math.max(1, Math.abs(coordinate)) <= bound,
  );
}

function takeStep(
  objective: Objective,
  current: LinePoint,
  inverseHessian: number[][] | undefined,
): LinePoint | undefined {
  const gradient = Array.from(current.gradient);
  const direction = (
    inverseHessian === undefined ? gradient : multiply(inverseHessian, gradient)
  ).map((coordinate) => -coordinate);
  const slope = dot(direction, gradient);
  if (!(slope < 0)) return undefined;
  const origin: LinePoint = { ...current, step: 0, slope };
  const length = Math.sqrt(dot(direction, direction));
  const firstStep = inverseHessian === undefined ? Math.min(1, 1 / length) : 1;
  return searchLine(
    (step) => evaluateOnLine(objective, current.point, direction, step),
    origin,
    firstStep,
  );
}

/** (I - ρ s yᵀ) H (I - ρ y sᵀ) + ρ s sᵀ with ρ = 1 / yᵀs, H scaled by yᵀs / yᵀy at first. */
function updateInverse(
  inverseHessian: number[][] | undefined,
  before: LinePoint,
  after: LinePoint,
): number[][] | undefined {
  const move = after.point.map((coordinate, i) => coordinate - (before.point[i] as number));
  const change = Array.from(after.gradient, (slope, i) => slope - (before.gradient[i] as number));
  const curvature = dot(move, change);
  const changeSquare = dot(change, change);
  if (!(curvature > 1e-12 * Math.sqrt(changeSquare * dot(move, move)))) return inverseHessian;
  const old =
    inverseHessian ??
    move.map((_, i) => move.map((_, j) => (i === j ? curvature / changeSquare : 0)));
  const product = multiply(old, change);
  const factor = 1 + dot(change, product) / curvature;
  return old.map((row, i) =>
    row.map((entry, j) => {
      const [si, sj] = [move[i] as number, move[j] as number];
      const [pi, pj] = [product[i] as number, product[j] as number];
      return entry + (factor * si * sj - pi * sj - si * pj) / curvature;
    }),
  );
}
