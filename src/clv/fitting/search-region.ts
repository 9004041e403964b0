import type { Objective } from "../../core/math/index.js";
import type { SearchParameter } from "./likelihood-problem.js";

/**
 * How far a search goes: a parameter beyond stands for a limit of the model, and functions of huge
 * parameters are rounding more than anything.
 */
const LOWEST = -60;
const HIGHEST = 14;

/** Where a search may go. */
export interface SearchRegion {
  /** The nearest point of the region. */
  readonly clip: (point: readonly number[]) => number[];
  /** Of each coordinate, whether it is as far as the search goes. */
  readonly isAtFence: (point: readonly number[]) => boolean[];
  /** An objective as if it did not change any more beyond the region. */
  readonly fence: (objective: Objective) => Objective;
}

/** The region for the given parameters. */
export function searchRegion(parameters: readonly SearchParameter<string>[]): SearchRegion {
  const highest = parameters.map((parameter) => parameter.highest ?? HIGHEST);
  const clip = (point: readonly number[]): number[] =>
    point.map((coordinate, index) =>
      Math.min(highest[index] as number, Math.max(LOWEST, coordinate)),
    );
  return {
    clip,
    isAtFence: (point) =>
      point.map(
        (coordinate, index) => coordinate >= (highest[index] as number) || coordinate <= LOWEST,
      ),
    fence: (objective) => (point) => {
      const inside = clip(point);
      const { value, gradient } = objective(inside);
      const slopes = inside.map((coordinate, index) =>
        coordinate === point[index] ? (gradient[index] as number) : 0,
      );
      return { value, gradient: slopes };
    },
  };
}
