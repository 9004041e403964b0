import type { PairedHistories } from "../data/pair-histories.js";
import type { FutureProcess } from "../process/future-process.js";

/** A model with its parameters as the predictions see it: one table entry per kind. */
export interface PurchaseBehaviour {
  /** ln of the likelihood of each history. */
  readonly logLikelihoods: (histories: PairedHistories) => Float64Array;
  /** The probability of each customer to be alive at the end of the observation. */
  readonly aliveProbabilities: (histories: PairedHistories) => Float64Array;
  /**
   * The future of a customer who is alive at age T after x repeat purchases, the last at t_x: only the
   * models with `remembersRecency` look at the latter.
   */
  readonly future: (x: number, age: number, recency: number) => FutureProcess;
  /** Whether the future depends on how long ago the last purchase was; no where left out. */
  readonly remembersRecency?: boolean;
}
