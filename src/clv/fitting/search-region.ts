import type { Objective } from "../../core/math/index.js";
import type { LikelihoodProblem } from "./likelihood-problem.js";
import type { SearchEnd } from "./model-limits.js";
import { OWN_AXES } from "./search-axes.js";

/**
 * How far a search goes: a parameter beyond stands for a limit of the model, and functions of huge
 * parameters are rounding more than anything.
 */
const LOWEST = -60;
const HIGHEST = 14;

/** Where a search may go, axis by axis. */
export interface SearchRegion {
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
}

/**
 * The region of a problem.
 *
 * @param bound - the `near` places of the ends of axes, at which a first search stops, or the `far` ones
 */
export function searchRegion(
  { parameters, axes, limits = [] }: LikelihoodProblem<string>,
  bound: "near" | "far",
): SearchRegion {
  const hasOwnAxes = (axes ?? OWN_AXES) === OWN_AXES;
  // A mean may be anywhere: only its ends say when it is out of reach.
  const lowest = parameters.map(() => LOWEST);
  const highest = parameters.map((parameter) =>
    hasOwnAxes ? (parameter.highest ?? HIGHEST) : -LOWEST,
  );
  for (const end of limits.flatMap(({ ends }) => ends)) {
    (end.near > 0 ? highest : lowest)[end.axis] = end[bound];
  }
  return { lowest, highest };
}

/** A region in which the axes of some ends are held there. */
export function holdEnds(region: SearchRegion, ends: readonly SearchEnd[]): SearchRegion {
  const [lowest, highest] = [[...region.lowest], [...region.highest]];
  for (const { axis, far } of ends) lowest[axis] = highest[axis] = far;
  return { lowest, highest };
}

/** The nearest position within a region. */
export function clipPosition(
  { lowest, highest }: SearchRegion,
  position: readonly number[],
): number[] {
  return position.map((coordinate, axis) =>
    Math.min(highest[axis]!, Math.max(lowest[axis]!, coordinate)),
  );
}

/** Of each axis, whether a position is as far as the search goes. */
export function findBounds(
  { lowest, highest }: SearchRegion,
  position: readonly number[],
): boolean[] {
  return position.map(
    (coordinate, axis) => coordinate >= highest[axis]! || coordinate <= lowest[axis]!,
  );
}

/** The likelihood of a problem on its axes, as if it did not change any more beyond a region. */
export function fenceObjective(
  { objective, axes = OWN_AXES }: LikelihoodProblem<string>,
  region: SearchRegion,
): Objective {
  return (position) => {
    const inside = clipPosition(region, position);
    const { value, gradient } = objective(axes.pointAt(inside));
    const slopes = axes.slopesOf(gradient);
    return {
      value,
      gradient: slopes.map((slope, axis) => (inside[axis] === position[axis] ? slope : 0)),
    };
  };
}
