import type { Drafted } from "../core/options.js";
import type { DiscountRate } from "./time/discount-rate.js";
import type { Duration } from "./time/duration.js";

/** Over how long the future is asked for. */
export interface HorizonOptions {
  /** From the end of each customer's observation; it has no default, on purpose. */
  readonly horizon: Duration;
}

export const HORIZON_DEFAULTS: Drafted<HorizonOptions> = { horizon: undefined };

/** Options of `probabilityAlive`. */
export interface AliveOptions {
  /** How long after the end of the observation; at its end where left out. */
  readonly at?: Duration | undefined;
}

export const ALIVE_DEFAULTS: Drafted<AliveOptions> = { at: undefined };

/** Options of `expectedResidualTransactions`. */
export interface ResidualOptions {
  /** What later transactions lose of their weight; it has no default, on purpose. */
  readonly discountRate: DiscountRate;
  /** Transactions after it do not count; all time to come where left out. */
  readonly horizon?: Duration | undefined;
}

export const RESIDUAL_DEFAULTS: Drafted<ResidualOptions> = {
  discountRate: undefined,
  horizon: undefined,
};

/** Options of `transactionDistribution`. */
export interface DistributionOptions extends HorizonOptions {
  /**
   * The highest number of transactions with a probability of its own; where left out, up to what
   * leaves a rest of at most 1e-15.
   */
  readonly highestCount?: number | undefined;
}

export const DISTRIBUTION_DEFAULTS: Drafted<DistributionOptions> = {
  ...HORIZON_DEFAULTS,
  highestCount: undefined,
};
