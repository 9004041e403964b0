/** Options of `bgBbProbabilityAlive`. */
export interface BgBbAliveOptions {
  /** How many opportunities after the last one observed; 0, right after it, where left out. */
  readonly after: number;
}

/** Options of `bgBbExpectedTransactions` and `bgBbTransactionDistribution`. */
export interface BgBbHorizonOptions {
  /** How many opportunities to come. */
  readonly opportunities: number;
}

/** Options of `bgBbResidualTransactions`. */
export interface BgBbResidualOptions {
  /** The effective rate of an opportunity's time: 0.1 makes 110 at the next one worth 100 now. */
  readonly discountPerOpportunity: number;
  /** Later opportunities do not count; all to come where left out. */
  readonly opportunities?: number | undefined;
}

export const ALIVE_DEFAULTS: BgBbAliveOptions = { after: 0 };
