import type { Drafted } from "../../core/options.js";

/** Options of `fitBgCnbd` and `fitMbgCnbd`. */
export interface RegularFitOptions {
  /** k, a whole number from 1; chosen by likelihood where left out. */
  readonly regularity?: number | undefined;
  /** The highest k that is tried where it is to be chosen; 12 where left out. */
  readonly highestRegularity?: number | undefined;
}

export const REGULAR_FIT_DEFAULTS: Drafted<RegularFitOptions> & {
  readonly highestRegularity: number;
} = { regularity: undefined, highestRegularity: 12 };

/** Options of `estimateRegularity`. */
export interface RegularityOptions {
  /**
   * `likelihood` (where left out) of how each customer's time is divided into gaps, which needs
   * `logGapSum`; `moments`, which needs `squaredGapSum` and minds gaps rounded to days less.
   */
  readonly method: "likelihood" | "moments";
}

export const REGULARITY_DEFAULTS: RegularityOptions = { method: "likelihood" };

/** k beyond this is clockwork, not purchases. */
export const HIGHEST_REGULARITY = 50;
