import type { NumberColumn } from "../../core/column.js";
import type { CustomerSummaries } from "../../transactions/types.js";
import type { BetaGeometricName, FitReport, ParameterModel } from "../types.js";

/**
 * What regularity is read from: histories with the times between purchases summed up in two ways.
 * `regularHistories` makes them of an order log.
 */
export interface GapHistories {
  /** x: purchases after the first, as many as there are gaps. */
  readonly repeatCount: NumberColumn;
  /** t_x: the sum of the gaps. */
  readonly recency: NumberColumn;
  /** The sum of the natural logarithms of the gaps. */
  readonly logGapSum?: NumberColumn | undefined;
  /** The sum of the squares of the gaps. */
  readonly squaredGapSum?: NumberColumn | undefined;
  /** How many customers each row stands for; 1 each where left out. */
  readonly customerCount?: NumberColumn | undefined;
}

/** Summaries of customers with the times between their purchases summed up. */
export interface RegularHistories extends CustomerSummaries {
  /** Sums of the natural logarithms of the gaps, in `unit`; -Infinity where a gap is 0. */
  readonly logGapSum: Float64Array;
  /** Sums of the squares of the gaps, in `unit` squared. */
  readonly squaredGapSum: Float64Array;
}

/** How regularly customers buy: plain JSON. */
export interface RegularityEstimate {
  /**
   * k: 1 for purchases that come at random, more for regular ones, less for those that come in
   * clusters; the shape of the gamma distribution of a customer's gaps.
   */
  readonly shape: number;
  /** Left out for the method of moments. */
  readonly standardError?: number;
  /** The whole number next to it, at least 1: what the models of regular buyers take. */
  readonly regularity: number;
  readonly method: "likelihood" | "moments";
  /** Customers with two gaps or more: one alone says nothing about regularity. */
  readonly customers: number;
  /** Their gaps. */
  readonly gaps: number;
}

/**
 * What the likelihood of a fit includes: `gaps`, the times of all purchases; `lastPurchase`, the number
 * of purchases and the time of the last only, on the scale of purchases at random times before it, so
 * that it compares with the other models of the same data, but not with a likelihood of `gaps`.
 */
export type TimingData = "gaps" | "lastPurchase";

/** What sets the models of regular buyers apart. */
export interface Regularity {
  /** k, a whole number from 1: each purchase is the k-th event of a Poisson process. */
  readonly regularity: number;
}

/** What a fit of regular buyers says beside its parameters. */
export interface RegularFit {
  /** What its likelihood includes. */
  readonly timing: TimingData;
  /** The log-likelihood at each regularity that was tried; one where it was given. */
  readonly candidates: readonly RegularityCandidate[];
  /** Where the regularity was chosen by likelihood, `aic` and `bic` count it as a parameter. */
  readonly fit: FitReport<BetaGeometricName>;
}

/** A regularity and the highest likelihood under it. */
export interface RegularityCandidate {
  readonly regularity: number;
  readonly logLikelihood: number;
}

/** BG/CNBD-k: as BG/NBD, with Erlang-k distributed times between purchases; alpha is of the rate of its stages. */
export type BgCnbdParameters = ParameterModel<"bgCnbd", BetaGeometricName> & Regularity;
/** MBG/CNBD-k: as MBG/NBD, with Erlang-k distributed times between purchases; alpha is of the rate of its stages. */
export type MbgCnbdParameters = ParameterModel<"mbgCnbd", BetaGeometricName> & Regularity;

export type BgCnbdModel = BgCnbdParameters & RegularFit;
export type MbgCnbdModel = MbgCnbdParameters & RegularFit;
