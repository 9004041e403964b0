import { ClienteleError } from "../../core/errors.js";
import {
  choleskyFactor,
  minimizeBfgs,
  newtonPolish,
  type Objective,
  solveCholesky,
} from "../../core/math/index.js";
import { followEnds, type Place } from "./follow-ends.js";
import { describeMaximum, type FoundMaximum, isFlat, isProper } from "./found-maximum.js";
import type { LikelihoodProblem } from "./likelihood-problem.js";
import { endsOf, type SearchEnd } from "./model-limits.js";
import { OWN_AXES } from "./search-axes.js";
import { clipPosition, fenceObjective, holdEnds, searchRegion } from "./search-region.js";

/**
 * BFGS stops at such a derivative per customer: from there on the likelihood cannot tell steps from its
 * own rounding, while Newton steps, which follow the gradient, still can.
 */
const BFGS_SLOPE = 1e-6;
const BFGS_ITERATIONS = 200;
/** A start may catch up with a simpler model if it is so near to it, after so few steps. */
const BRIEF_ITERATIONS = 10;
const WITHIN_REACH = 2;
/** Past this share of the way to where an end is asked for, a search is on its way there. */
const ON_THE_WAY = 0.3;
/** So near to the maximum, in standard errors, one information serves all Newton steps. */
const NEAR_MAXIMUM = 0.05;
const LAST_STEPS = 3;

/**
 * Maximises a likelihood: BFGS from the best start, then Newton steps to the last digits; and from the
 * other starts too unless that led to a proper maximum; briefly where it led to a simpler model at an
 * end of the axes.
 *
 * @throws ClienteleError NO_CONVERGENCE when the likelihood is finite at no start
 */
export function searchMaximum(problem: LikelihoodProblem<string>): FoundMaximum {
  let best: FoundMaximum | undefined;
  for (const start of sortStarts(problem.objective, problem.starts)) {
    if (best !== undefined && best.ends.length > 0 && !mayBeat(problem, start, best)) continue;
    const found = climb(problem, start);
    if (best === undefined || found.value < best.value) best = found;
    if (isProper(best)) break;
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

/** Whether a few steps from a start lead to about the likelihood of a simpler model, but not towards it. */
function mayBeat(
  problem: LikelihoodProblem<string>,
  start: readonly number[],
  best: FoundMaximum,
): boolean {
  const { axes = OWN_AXES } = problem;
  const fenced = fenceObjective(problem, searchRegion(problem, "near"));
  const { value, point } = minimizeBfgs(fenced, axes.positionOf(start), {
    mostIterations: BRIEF_ITERATIONS,
  });
  const isOnTheWay = best.ends.every(({ axis, near }) => point[axis]! / near > ON_THE_WAY);
  return value < best.value + WITHIN_REACH && !isOnTheWay;
}

/**
 * The highest likelihood of the simpler model at some ends, searched for from where the general one
 * is highest.
 */
export function searchAtEnds(
  problem: LikelihoodProblem<string>,
  { position, value }: FoundMaximum,
  ends: readonly SearchEnd[],
): number {
  return descend(problem, position, ends, value).value;
}

/** The starts at which the likelihood is finite, the best first. */
function sortStarts(
  objective: Objective,
  starts: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  return starts
    .map((start) => ({ start, ...objective(start) }))
    .filter(({ value, gradient }) => [value, ...Array.from(gradient)].every(Number.isFinite))
    .sort((left, right) => left.value - right.value)
    .map(({ start }) => start);
}

function climb(problem: LikelihoodProblem<string>, start: readonly number[]): FoundMaximum {
  const { objective, axes = OWN_AXES, limits = [] } = problem;
  const { value } = objective(start);
  const nearby = searchRegion(problem, "near");
  const first = minimizeBfgs(
    fenceObjective(problem, nearby),
    axes.positionOf(start),
    bfgsOptions(problem, value),
  );
  const { point } = followEnds(
    { point: clipPosition(nearby, first.point), value: first.value },
    endsOf(limits),
    (position) => objective(axes.pointAt(position)).value,
    (position, held) => descend(problem, position, held, value),
  );
  const found = describeMaximum(problem, point);
  if (isFlat(found)) return found;
  const isClose = found.decrement! <= NEAR_MAXIMUM;
  const region = searchRegion(problem, "far");
  const polished = newtonPolish(
    fenceObjective(problem, region),
    found.position,
    isClose ? { hessian: () => found.curvature } : {},
  );
  return settle(problem, describeMaximum(problem, clipPosition(region, polished.point)));
}

/**
 * Newton steps by the gradient alone, where the rounding of a long sum hides from a line search that
 * the likelihood still rises; as long as they come nearer to the maximum.
 */
function settle(problem: LikelihoodProblem<string>, start: FoundMaximum): FoundMaximum {
  const { axes = OWN_AXES } = problem;
  let found = start;
  for (let step = 0; step < LAST_STEPS && !isFlat(found) && !isProper(found); step++) {
    const factor = choleskyFactor(found.curvature);
    if (factor === undefined || found.decrement! > NEAR_MAXIMUM) break;
    const move = solveCholesky(factor, axes.slopesOf(found.gradient));
    const next = describeMaximum(
      problem,
      found.position.map((value, axis) => value - move[axis]!),
    );
    if (isFlat(next) || !(next.decrement! < found.decrement!)) break;
    found = next;
  }
  return found;
}

/** The lowest place from a position on, with the axes of some ends held there. */
function descend(
  problem: LikelihoodProblem<string>,
  position: readonly number[],
  held: readonly SearchEnd[],
  value: number,
): Place {
  const region = holdEnds(searchRegion(problem, "far"), held);
  const start = clipPosition(region, position);
  const found = minimizeBfgs(fenceObjective(problem, region), start, bfgsOptions(problem, value));
  return { point: clipPosition(region, found.point), value: found.value };
}

function bfgsOptions(
  { customers }: LikelihoodProblem<string>,
  value: number,
): { readonly tolerance: number; readonly mostIterations: number } {
  const tolerance = (BFGS_SLOPE * customers) / Math.max(1, Math.abs(value));
  return { tolerance, mostIterations: BFGS_ITERATIONS };
}
