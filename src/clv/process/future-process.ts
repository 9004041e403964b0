/**
 * What a customer who is alive will do from now on, all uncertainty about the customer's own rates
 * included; times in the unit of the model.
 */
export interface FutureProcess {
  /** The probability to be alive after `time`. */
  readonly survival: (time: number) => number;
  /** The probability of no transaction within `time`. */
  readonly noneProbability: (time: number) => number;
  /** Expected transactions within `time`. */
  readonly expectedCount: (time: number) => number;
  /**
   * Expected transactions within `time`, one at u weighing e^(-rate u); `time` may be Infinity.
   *
   * @returns Infinity where the sum diverges
   */
  readonly discountedCount: (rate: number, time: number) => number;
  /** The probabilities of 0, 1, 2, … transactions within `time`, up to where the rest is negligible. */
  readonly countProbabilities: (time: number) => Float64Array;
}
