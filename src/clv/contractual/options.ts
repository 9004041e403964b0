/** Options of `survivalCurve` and `retentionCurve`. */
export interface CurveOptions {
  /** The last period of the curve. */
  readonly periods: number;
}

/** Options of `expectedLifetime` and `expectedResidualLifetime`. */
export interface LifetimeOptions {
  /** The effective rate of a period: 0.1 makes 110 a period later worth 100 now; 0 for none, on purpose without a default. */
  readonly discountPerPeriod: number;
  /** Later periods do not count; all time to come where left out. */
  readonly periods?: number | undefined;
}
