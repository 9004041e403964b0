import type { Drafted } from "../../core/options.js";

/** What is believed of a parameter before the data. */
export interface ParameterPrior {
  /** The likeliest value: of a positive parameter its median, in the unit of the histories. */
  readonly center: number;
  /**
   * The standard deviation of its logarithm (0.7 doubts it by a factor of two either way); of a
   * coefficient its own.
   */
  readonly spread: number;
}

/** Options of the fits of purchase models. */
export interface FitOptions {
  /**
   * Priors of some parameters by name: log-normal ones, of coefficients normal ones. The fit then ends
   * at the highest posterior density over the logarithms, and says so; the reported log-likelihood
   * stays that of the data alone. None where left out.
   */
  readonly prior?: { readonly [parameter: string]: ParameterPrior | undefined } | undefined;
}

export const FIT_DEFAULTS: Drafted<FitOptions> = { prior: undefined };
