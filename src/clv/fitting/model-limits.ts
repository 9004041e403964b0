/** An end of an axis of the search, where a model turns into a simpler one. */
export interface SearchEnd {
  /** The index of the axis. */
  readonly axis: number;
  /** Where the search first asks whether the end is better; a negative one lies towards -∞. */
  readonly near: number;
  /** Where no data can tell the model from its limit. */
  readonly far: number;
}

/** A simpler model at the ends of some axes. */
export interface ModelLimit {
  /** Its kind, such as `poisson`. */
  readonly kind: string;
  /** Its name for people. */
  readonly name: string;
  readonly ends: readonly SearchEnd[];
}

/** Within this difference of the log-likelihood a simpler model fits as well. */
export const AS_WELL = 0.01;

/** Where on an axis of logarithms, or of log-odds, a limit is asked for, and where it is reached. */
const NEAR = 5;
const FAR = 18;

/** Towards ever larger values on an axis. */
export function highEnd(axis: number): SearchEnd {
  return { axis, near: NEAR, far: FAR };
}

/** Towards ever smaller values on an axis. */
export function lowEnd(axis: number): SearchEnd {
  return { axis, near: -NEAR, far: -FAR };
}

/** All ends of some limits, each once. */
export function endsOf(limits: readonly ModelLimit[]): SearchEnd[] {
  return [...new Set(limits.flatMap(({ ends }) => ends))];
}

/** Whether a position is at an end, or beyond the place where it is asked for. */
export function isNear({ axis, near }: SearchEnd, position: readonly number[]): boolean {
  return near > 0 ? position[axis]! >= near : position[axis]! <= near;
}

/** The model that the given ends make; where they name several, that with most of them. */
export function limitAt(
  limits: readonly ModelLimit[],
  ends: readonly SearchEnd[],
): ModelLimit | undefined {
  return limits
    .filter((limit) => limit.ends.every((end) => ends.includes(end)))
    .sort((left, right) => right.ends.length - left.ends.length)[0];
}
