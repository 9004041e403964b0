import type { PosteriorParameter } from "./types.js";

/** Options of `customerPosteriors`. */
export interface PosteriorOptions {
  /** Probabilities of the quantiles, each above 0 and below 1; 0.025, 0.5 and 0.975 where left out. */
  readonly quantiles: readonly number[];
}

export const POSTERIOR_DEFAULTS: PosteriorOptions = { quantiles: [0.025, 0.5, 0.975] };

/** Options of `posteriorDensities`. */
export interface DensityOptions {
  /** Of which parameter; `purchaseRate` where left out. */
  readonly of?: PosteriorParameter | undefined;
  /** At which values: above 0, for a chance below 1. It has no default, on purpose. */
  readonly at: ArrayLike<number>;
}

export const DENSITY_DEFAULTS: {
  readonly of: PosteriorParameter;
  readonly at: ArrayLike<number> | undefined;
} = { of: "purchaseRate", at: undefined };
