import type { NumberColumn, StringColumn } from "../../core/column.js";
import type { FitReport } from "../types.js";

/** What the spend model reads of each customer; `CustomerSummaries` are such columns. */
export interface SpendHistories {
  /** x: purchases that the mean is over; customers without any say nothing about spend. */
  readonly repeatCount: NumberColumn;
  /** m: mean spend of those purchases, major units. */
  readonly meanSpend: NumberColumn;
  /** ISO 4217 code of the spend; `XXX` where left out. */
  readonly currency?: string | undefined;
  /** Named in errors. */
  readonly customerIds?: StringColumn | undefined;
  /** How many customers each row stands for; 1 each where left out. */
  readonly customerCount?: NumberColumn | undefined;
}

/** The names of the Gamma-Gamma parameters. */
export type GammaGammaName = "p" | "q" | "gamma";

/**
 * Gamma-Gamma: the amounts of a customer are gamma(p, nu) distributed, and nu varies over the
 * customers as gamma(q, gamma); all that a prediction needs, plain JSON.
 */
export interface GammaGammaParameters {
  readonly kind: "gammaGamma";
  readonly version: 1;
  /** The currency in which `gamma` is. */
  readonly currency: string;
  readonly params: Readonly<Record<GammaGammaName, number>>;
}

/** A fitted Gamma-Gamma model. */
export interface GammaGammaModel extends GammaGammaParameters {
  readonly fit: FitReport<GammaGammaName>;
  /** Customers that the fit had to leave out. */
  readonly dropped: DroppedSpend;
  /** Whether spend goes with how often a customer buys; the model takes for granted that it does not. */
  readonly independence: SpendIndependence;
}

/** Customers that say nothing about spend, by reason. */
export interface DroppedSpend {
  /** Without a repeat purchase. */
  readonly noRepeat: number;
  /** With a mean spend of zero, which has no place in a gamma distribution. */
  readonly zeroSpend: number;
}

/** Whether frequency and mean spend go together: plain JSON. */
export interface SpendIndependence {
  /** Customers with repeat purchases and spend. */
  readonly customers: number;
  /** Spearman's rank correlation of purchases and mean spend; left out where either is constant. */
  readonly rankCorrelation?: number;
  /**
   * Its 95 % interval (Fisher's z with the variance of Bonett and Wright, 2000); left out below four
   * customers.
   */
  readonly interval?: readonly [low: number, high: number];
  /**
   * Eta squared: the share of the variance of log mean spend between customers with different numbers
   * of purchases, 0 to 1; it sees what goes up and down again. Left out where spend is constant.
   */
  readonly explainedShare?: number;
  /** The same less what chance alone would explain (epsilon squared, Kelley, 1935), at least 0. */
  readonly explainedBeyondChance?: number;
  readonly verdict: SpendVerdict;
  /** The verdict in a sentence. */
  readonly message: string;
}

/**
 * `independent`: a rank correlation below 0.1 and less than 5 % explained beyond chance; `weak`: below 0.3
 * and 25 %; `dependent`: one of them is more; `unknown`: so few customers that the interval holds both 0
 * and 0.3, or nothing varies.
 */
export type SpendVerdict = "independent" | "weak" | "dependent" | "unknown";
