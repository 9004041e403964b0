import type { NumberColumn, StringColumn } from "../../core/column.js";
import type { FitReport } from "../types.js";

/**
 * Customers who may buy at most once at each of some opportunities, such as donors asked once a year:
 * one row each, or one per distinct history with its number of customers.
 */
export interface OpportunityHistories {
  /** x: opportunities at which the customer bought; an acquisition before the first is not counted. */
  readonly repeatCount: NumberColumn;
  /** t_x: the opportunity of the last purchase, 1 for the first; 0 without a purchase. */
  readonly lastAt: NumberColumn;
  /** n: opportunities observed. */
  readonly opportunities: NumberColumn;
  /** How many customers each row stands for; 1 each where left out. */
  readonly customerCount?: NumberColumn | undefined;
  /** Named in errors. */
  readonly customerIds?: StringColumn | undefined;
}

/** The names of the BG/BB parameters. */
export type BgBbName = "alpha" | "beta" | "gamma" | "delta";

/**
 * BG/BB: at each opportunity a customer first leaves with a beta(gamma, delta) distributed chance and,
 * if not, buys with a beta(alpha, beta) distributed one; plain JSON.
 */
export interface BgBbParameters {
  readonly kind: "bgBb";
  readonly version: 1;
  readonly params: Readonly<Record<BgBbName, number>>;
}

/** A fitted BG/BB model. */
export interface BgBbModel extends BgBbParameters {
  readonly fit: FitReport<BgBbName>;
}
