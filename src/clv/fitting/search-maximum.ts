import { ClienteleError } from "../../core/errors.js";
import {
  choleskyFactor,
  type Matrix,
  type Minimum,
  minimizeBfgs,
  newtonPolish,
  numericHessian,
  type Objective,
  solveCholesky,
  symmetricEigen,
} from "../../core/math/index.js";
import { NOT_IDENTIFIED_BELOW } from "./identification.js";

/** BFGS goes on to about the last digits; a tolerance that it misses costs nothing but Newton steps. */
const TOLERANCE = 1e-11;
/** This near to the maximum, in standard errors, no Newton step is needed. */
const AT_MAXIMUM = 1e-7;
/** Newton steps between two looks at whether the likelihood is flat. */
const POLISH_ROUND = 4;
const POLISH_ROUNDS = 6;
/** Coordinates beyond this are limits, not estimates: e^100. */
const WALL = 100;

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
}

/**
 * Maximises a likelihood: BFGS from the best start, Newton steps where it stopped early, and the other
 * starts too unless the first one led to a proper maximum.
 *
 * @throws ClienteleError NO_CONVERGENCE when the likelihood is finite at no start
 */
export function searchMaximum(
  objective: Objective,
  starts: readonly (readonly number[])[],
): FoundMaximum {
  const walled: Objective = (point) =>
    point.some((coordinate) => Math.abs(coordinate) > WALL)
      ? { value: Infinity, gradient: point.map(() => NaN) }
      : objective(point);
  let best: FoundMaximum | undefined;
  for (const start of sortStarts(walled, starts)) {
    const found = climb(walled, start);
    if (best === undefined || found.value < best.value) best = found;
    if (!isFlat(best) && (best.decrement as number) <= AT_MAXIMUM) break;
  }
  if (best === undefined) {
    throw new ClienteleError(
      "NO_CONVERGENCE",
      "The likelihood is not finite at any start; the data are too extreme for this model",
      { where: "histories" },
    );
  }
  return best;
}

function sortStarts(
  objective: Objective,
  starts: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  return starts
    .map((start) => ({ start, ...objective(start) }))
    .filter(
      ({ value, gradient }) =>
        Number.isFinite(value) && Array.from(gradient).every(Number.isFinite),
    )
    .sort((left, right) => left.value - right.value)
    .map(({ start }) => start);
}

function climb(objective: Objective, start: readonly number[]): FoundMaximum {
  let found = takeInformation(objective, minimizeBfgs(objective, start, { tolerance: TOLERANCE }));
  for (let round = 0; round < POLISH_ROUNDS && !isFlat(found); round++) {
    if ((found.decrement as number) <= AT_MAXIMUM) break;
    const polished = newtonPolish(objective, found.point, {
      mostIterations: POLISH_ROUND,
      hessian: rememberFirst(found, objective),
    });
    found = describe(polished, polished.hessian);
    if (polished.status !== "exhausted") break;
  }
  return found;
}

function takeInformation(objective: Objective, minimum: Minimum): FoundMaximum {
  return describe(
    minimum,
    numericHessian((point) => objective(point).gradient, minimum.point),
  );
}

function describe({ point, value, gradient }: Minimum, information: Matrix): FoundMaximum {
  const { values, vectors } = symmetricEigen(information);
  const decrement = newtonDecrement(information, gradient);
  return {
    point,
    value,
    gradient,
    information,
    eigenvalues: values,
    eigenvectors: vectors,
    decrement,
  };
}

/** √(gᵀ H⁻¹ g), the length of the Newton step in standard errors. */
function newtonDecrement(information: Matrix, gradient: readonly number[]): number | undefined {
  const factor = choleskyFactor(information);
  if (factor === undefined) return undefined;
  const step = solveCholesky(factor, gradient);
  return Math.sqrt(
    Math.max(
      0,
      step.reduce((sum, each, index) => sum + each * gradient[index]!, 0),
    ),
  );
}

function isFlat({ eigenvalues, decrement }: FoundMaximum): boolean {
  return decrement === undefined || !((eigenvalues[0] as number) >= NOT_IDENTIFIED_BELOW);
}

/** The second derivatives, not taken again at the point where they are known. */
function rememberFirst(
  known: FoundMaximum,
  objective: Objective,
): (point: readonly number[]) => Matrix {
  return (point) =>
    point.every((coordinate, index) => coordinate === known.point[index])
      ? known.information
      : numericHessian((at) => objective(at).gradient, point);
}
