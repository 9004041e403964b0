import type { ResidualOptions } from "../options.js";

/** Options of `customerLifetimeValue`. */
export interface ValueOptions extends ResidualOptions {
  /** The share of spend that is left after costs, 0 to 1; 1, which makes the value one of revenue, where left out. */
  readonly margin?: number | undefined;
}

export const VALUE_DEFAULTS: {
  readonly discountRate: ResidualOptions["discountRate"] | undefined;
  readonly horizon: ResidualOptions["horizon"];
  readonly margin: number;
} = { discountRate: undefined, horizon: undefined, margin: 1 };
