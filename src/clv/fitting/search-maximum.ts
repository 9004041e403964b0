import { ClienteleError } from "../../core/errors.js";
import {
  type Matrix,
  type Minimum,
  minimizeBfgs,
  newtonPolish,
  numericHessian,
  type Objective,
  symmetricEigen,
} from "../../core/math/index.js";
import { NOT_IDENTIFIED_BELOW } from "./identification.js";

/** Iterations that each start may take before the best of them goes on alone. */
const RACE_ITERATIONS = 12;
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
 * Maximises a likelihood: a short race of all starts, BFGS from the best, Newton steps to the last
 * digits unless the likelihood turns out to be flat there.
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
  const best = minimizeBfgs(walled, raceStarts(walled, starts).point);
  let found = takeInformation(walled, best);
  for (let round = 0; round < POLISH_ROUNDS && !isFlat(found); round++) {
    const polished = newtonPolish(walled, found.point, {
      mostIterations: POLISH_ROUND,
      hessian: rememberFirst(found, walled),
    });
    found = describe(polished, polished.hessian, polished.decrement);
    if (polished.status !== "exhausted") break;
  }
  return found;
}

function raceStarts(objective: Objective, starts: readonly (readonly number[])[]): Minimum {
  const runs = starts
    .filter((start) => {
      const { value, gradient } = objective(start);
      return Number.isFinite(value) && Array.from(gradient).every(Number.isFinite);
    })
    .map((start) => minimizeBfgs(objective, start, { mostIterations: RACE_ITERATIONS }));
  const [first, ...others] = runs;
  if (first === undefined) {
    throw new ClienteleError(
      "NO_CONVERGENCE",
      "The likelihood is not finite at any start; the data are too extreme for this model",
      { where: "histories" },
    );
  }
  return others.reduce((best, run) => (run.value < best.value ? run : best), first);
}

function takeInformation(objective: Objective, minimum: Minimum): FoundMaximum {
  return describe(
    minimum,
    numericHessian((point) => objective(point).gradient, minimum.point),
    undefined,
  );
}

function describe(
  { point, value, gradient }: Minimum,
  information: Matrix,
  decrement: number | undefined,
): FoundMaximum {
  const { values, vectors } = symmetricEigen(information);
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

function isFlat({ eigenvalues }: FoundMaximum): boolean {
  return !((eigenvalues[0] as number) >= NOT_IDENTIFIED_BELOW);
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
