import type { NumberColumn } from "../../core/column.js";
import type { FitReport } from "../types.js";

/**
 * Customers under contract, by how many renewals they have made; any number of rows for the same count,
 * so that cohorts, or customers one by one, are simply rows one after the other.
 */
export interface RenewalCounts {
  /** Renewals that the customers of the row have made. */
  readonly renewals: NumberColumn;
  /** Of these, the customers who did not renew the next time. */
  readonly churned: NumberColumn;
  /** Those whose next renewal is not due yet: their lifetime is censored. Nobody where left out. */
  readonly active?: NumberColumn | undefined;
}

/** The names of the sBG parameters. */
export type SbgName = "alpha" | "beta";
/** The names of the BdW parameters. */
export type BdwName = "alpha" | "beta" | "c";

/**
 * sBG, the shifted beta-geometric: each customer fails to renew with a chance that never changes, and
 * that is beta(alpha, beta) distributed over the customers; plain JSON.
 */
export interface SbgParameters {
  readonly kind: "sbg";
  readonly version: 1;
  readonly params: Readonly<Record<SbgName, number>>;
}

/**
 * BdW, the beta-discrete-Weibull: as the sBG, but a customer's own chance to leave rises (c above 1) or
 * falls (below 1) with time; plain JSON.
 */
export interface BdwParameters {
  readonly kind: "bdw";
  readonly version: 1;
  readonly params: Readonly<Record<BdwName, number>>;
}

/** A fitted sBG. */
export interface SbgModel extends SbgParameters {
  readonly fit: FitReport<SbgName>;
}

/** A fitted BdW. */
export interface BdwModel extends BdwParameters {
  readonly fit: FitReport<BdwName>;
}

/** A model of customers under contract, fitted or with given parameters. */
export type ContractModel = SbgParameters | BdwParameters;
