/** A smooth function to minimise, at one point. */
export interface Evaluation {
  /** The value; what is not finite counts as a wall that the search backs away from. */
  readonly value: number;
  /** The derivatives by each coordinate. */
  readonly gradient: ArrayLike<number>;
}

/** A smooth function to minimise: its value and its gradient at a point. */
export type Objective = (point: readonly number[]) => Evaluation;

/**
 * How a search ended: `converged` at a point that meets the tolerance; `stalled` where no step
 * lowers the value although it does not; `exhausted` by its number of iterations.
 */
export type SearchStatus = "converged" | "stalled" | "exhausted";

/** The lowest point that a search has found. */
export interface Minimum {
  readonly status: SearchStatus;
  readonly point: readonly number[];
  readonly value: number;
  readonly gradient: readonly number[];
  readonly iterations: number;
  /** How often the objective was called. */
  readonly evaluations: number;
}
