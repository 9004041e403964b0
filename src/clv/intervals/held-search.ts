import {
  minimizeBfgs,
  numericHessian,
  type Objective,
  symmetricEigen,
} from "../../core/math/index.js";
import { dot } from "../../core/math/matrix.js";
import { meanAxes } from "../fitting/search-axes.js";

/** Beyond this a shape stands for its limit, in which all customers are alike or all are extremes. */
export const AT_LIMIT = 17;
/** Where on the axis of a shape that is at its limit the likelihood is asked whether it still is. */
const BACK_FROM_LIMIT = 3;
/** Along a ridge the last digits cost hundreds of steps and move no bound. */
const SEARCH = { tolerance: 1e-7, mostIterations: 60 };
/** Directions that bend less than this share of the most bent one are not stretched further. */
const LEAST_BEND = 1e-6;

/** The search for the highest likelihood with one coordinate held at a value. */
export type HeldSearch = (coordinate: number) => number;

/**
 * Prepares that search around a maximum: along means, with shapes at their limits left there unless
 * the likelihood is higher elsewhere, and in coordinates in which the likelihood bends alike in all
 * directions, so that few steps do.
 *
 * @param objective - minus the log-likelihood by logarithms of pairs of parameters
 * @param held - the index of the coordinate
 * @returns the lowest value of the objective for a coordinate; it starts from where it ended before
 */
export function holdCoordinate(
  objective: Objective,
  maximum: readonly number[],
  held: number,
): HeldSearch {
  // The pair of a rate that is held stays as it is: its mean would move with the other parameter.
  const pairs = maximum.flatMap((_, index) => (index % 2 === 1 ? [index - 1] : []));
  const axes = meanAxes(pairs.filter((first) => first + 1 !== held));
  const onAxes: Objective = (position) => {
    const { value, gradient } = objective(axes.pointAt(position));
    return { value, gradient: axes.slopesOf(gradient) };
  };
  const others = [...maximum.keys()].filter((axis) => axis !== held);
  let position = axes.positionOf(maximum);
  const limits = others.filter((axis) => axis % 2 === 0 && Math.abs(position[axis]!) >= AT_LIMIT);
  const free = others.filter((axis) => !limits.includes(axis));
  const stretch = stretchAxes(onAxes, position, free);

  return (coordinate) => {
    let best = descend(onAxes, position.with(held, coordinate), free, stretch);
    for (const axis of limits) {
      const back = best.position.with(axis, Math.sign(best.position[axis]!) * BACK_FROM_LIMIT);
      if (onAxes(back).value >= best.value) continue;
      const left = descend(onAxes, back, others);
      if (left.value < best.value) best = left;
    }
    position = best.position;
    for (const axis of limits) position = position.with(axis, axes.positionOf(maximum)[axis]!);
    return best.value;
  };
}

interface Descent {
  readonly value: number;
  readonly position: number[];
}

/** The lowest value over some axes, along directions of unit steps. */
function descend(
  objective: Objective,
  start: readonly number[],
  free: readonly number[],
  directions: readonly (readonly number[])[] = free.map((axis) =>
    start.map((_, index) => +(index === axis)),
  ),
): Descent {
  const at = (steps: readonly number[]): number[] =>
    start.map((value, axis) =>
      directions.reduce((sum, direction, index) => sum + steps[index]! * direction[axis]!, value),
    );
  const { point, value } = minimizeBfgs(
    (steps) => {
      const evaluated = objective(at(steps));
      return {
        value: evaluated.value,
        gradient: directions.map((direction) => dot(direction, evaluated.gradient)),
      };
    },
    directions.map(() => 0),
    SEARCH,
  );
  return { value, position: at(point) };
}

/** Directions over the free axes, each as long as a standard error in it. */
function stretchAxes(
  objective: Objective,
  position: readonly number[],
  free: readonly number[],
): number[][] {
  const fill = (values: readonly number[]): number[] =>
    position.map((value, axis) => values[free.indexOf(axis)] ?? value);
  const bends = numericHessian(
    (values) => {
      const { gradient } = objective(fill(values));
      return free.map((axis) => gradient[axis]!);
    },
    free.map((axis) => position[axis]!),
  );
  const { values, vectors } = symmetricEigen(bends);
  const most = Math.max(...values, Number.MIN_VALUE);
  return vectors.map((vector, index) => {
    const length = 1 / Math.sqrt(Math.max(values[index]!, LEAST_BEND * most));
    return position.map((_, axis) => length * (vector[free.indexOf(axis)] ?? 0));
  });
}
