import type { TimeUnit } from "../../core/calendar.js";
import type { PurchaseHistories } from "../types.js";

/**
 * Customers that a model made up, one row each: histories to fit or score, and beside them the truth
 * that no data show.
 */
export interface SimulatedCustomers extends PurchaseHistories {
  readonly repeatCount: Int32Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  readonly logGapSum: Float64Array;
  readonly unit: TimeUnit;
  /** 1 for who is still a customer at the end of the observation. */
  readonly isAlive: Uint8Array;
  /** Transactions within the horizon after the observation; 0 where no horizon was given. */
  readonly holdoutCount: Int32Array;
}

/** Simulated customers with what they spent. */
export interface SimulatedSpenders extends SimulatedCustomers {
  /** Mean amount of the repeat purchases, major units; 0 where there is none. */
  readonly meanSpend: Float64Array;
  /** What the transactions within the horizon add up to, major units. */
  readonly holdoutSpend: Float64Array;
  /** ISO 4217 code of the spend model. */
  readonly currency: string;
}
