/**
 * The axes along which a search runs: a linear map of the coordinates of the parameters that has the
 * limits of a model at the ends of single axes.
 */
export interface SearchAxes {
  /** Where on the axes a point of the parameters' coordinates lies. */
  readonly positionOf: (point: readonly number[]) => number[];
  /** The way back. */
  readonly pointAt: (position: readonly number[]) => number[];
  /** Derivatives by the axes from those by the coordinates. */
  readonly slopesOf: (gradient: ArrayLike<number>) => number[];
}

/** The coordinates of the parameters themselves. */
export const OWN_AXES: SearchAxes = {
  positionOf: (point) => [...point],
  pointAt: (position) => [...position],
  slopesOf: (gradient) => Array.from(gradient),
};

/**
 * Axes for distributions with two parameters whose ratio sets their mean, gamma(shape, rate) and
 * beta(a, b): the first parameter at a fixed mean, and the mean, as logarithms. Along the first one
 * customers become all alike. The map is its own inverse.
 *
 * @param firsts - where the first parameters of such pairs stand; each is followed by its second
 */
export function meanAxes(firsts: readonly number[]): SearchAxes {
  const exchange = (point: readonly number[]): number[] => {
    const position = [...point];
    for (const first of firsts) position[first + 1] = point[first]! - point[first + 1]!;
    return position;
  };
  return {
    positionOf: exchange,
    pointAt: exchange,
    slopesOf: (gradient) => {
      const slopes = Array.from(gradient);
      for (const first of firsts) {
        slopes[first] = gradient[first]! + gradient[first + 1]!;
        slopes[first + 1] = -gradient[first + 1]!;
      }
      return slopes;
    },
  };
}

/** Where the first parameters stand when all come in pairs. */
export function firstsOfPairs(parameters: number): number[] {
  return Array.from({ length: parameters / 2 }, (_, pair) => 2 * pair);
}
