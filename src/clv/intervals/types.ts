/** Where a parameter lies: plain JSON. */
export interface ParameterInterval {
  readonly estimate: number;
  /** Left out where the data allow any value above 0 that is small enough. */
  readonly low?: number;
  /** Left out where the data allow any value that is large enough. */
  readonly high?: number;
}

/** Intervals around a prediction, one of each per customer. */
export interface PredictionIntervals {
  readonly estimate: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Between how many transactions each customer will make, bounds included. */
export interface OutcomeIntervals {
  readonly low: Float64Array;
  readonly high: Float64Array;
}
