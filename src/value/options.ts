import type { NumberColumn } from "../core/column.js";

/** Options of `tierByShare` and `thresholdsByShare`. */
export interface TierOptions {
  /**
   * Shares of the value at which a tier ends, best customers first: ascending, over 0, up to 1.
   * n cuts make n + 1 tiers.
   */
  readonly cuts: NumberColumn;
  /**
   * Customers of equal value at a cut: `together` puts all of them into the better tier; `rowOrder`
   * fills the better tier up to the cut in the order of the rows.
   */
  readonly ties: "together" | "rowOrder";
}

/** Options of `tierByShare`, each of them optional. */
export type TierOptionsInput = Partial<TierOptions>;

/** A brings 80 % of the value, B the next 15 %, C the rest. */
export const TIER_DEFAULTS: TierOptions = { cuts: [0.8, 0.95], ties: "together" };

/** Options of `tierByQuantile` and `thresholdsByQuantile`. */
export interface QuantileTierOptions {
  /** Shares of the customers at which a tier ends, best customers first: ascending, over 0, up to 1. */
  readonly cuts: NumberColumn;
}

/** Options of `tierByQuantile`, each of them optional. */
export type QuantileTierOptionsInput = Partial<QuantileTierOptions>;

/** The best fifth, the next three tenths, the other half. */
export const QUANTILE_TIER_DEFAULTS: QuantileTierOptions = { cuts: [0.2, 0.5] };

/** Options of summaries by tier. */
export interface TierCountOptions {
  /** How many tiers there are, empty ones included; without it, up to the last that occurs. */
  readonly tierCount: number | undefined;
}

/** Options of summaries by tier, each of them optional. */
export type TierCountOptionsInput = Partial<TierCountOptions>;

/** As many tiers as occur. */
export const TIER_COUNT_DEFAULTS: TierCountOptions = { tierCount: undefined };

/** How slowly a tier is left. */
export interface TierReviewPolicy {
  /** By how much a value must exceed the threshold of a better tier, as a share of the threshold. */
  readonly promotionMargin: number;
  /** By how much a value may fall below the threshold of its tier, as a share of it; under 1. */
  readonly demotionMargin: number;
  /** How long a tier is kept before it may be lost: an ISO 8601 period such as `P6M`. Never delays a promotion. */
  readonly minimumStay: string;
}

/** Options of `reviewTiers`: where the tiers begin, when, and how slowly they are left. */
export interface TierReviewOptions extends Partial<TierReviewPolicy> {
  /** The least value of each tier but the last, best tier first. */
  readonly thresholds: NumberColumn;
  /** The local day of the review, `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** A tier is gained at its threshold, and lost a tenth below it. */
export const TIER_REVIEW_DEFAULTS: TierReviewPolicy = {
  promotionMargin: 0,
  demotionMargin: 0.1,
  minimumStay: "P0D",
};

/** Options of `concentration`. */
export interface ConcentrationOptions {
  /** Negative values count as `zero`, are left out (`drop`), or are an error (`refuse`). */
  readonly negatives: "zero" | "drop" | "refuse";
  /** Shares of the customers whose share of the value is asked for: ascending, over 0, up to 1. */
  readonly topShares: NumberColumn;
  /** Shares of the value for which the customers needed are asked for: ascending, over 0, up to 1. */
  readonly valueShares: NumberColumn;
  /** How far the curve may lie below the full one, in shares of the value; 0 keeps every corner. */
  readonly curveTolerance: number;
}

/** Options of `concentration`, each of them optional. */
export type ConcentrationOptionsInput = Partial<ConcentrationOptions>;

/** The shares that reports name, and a curve that no screen can tell from the full one. */
export const CONCENTRATION_DEFAULTS: ConcentrationOptions = {
  negatives: "zero",
  topShares: [0.01, 0.05, 0.1, 0.2, 0.5],
  valueShares: [0.5, 0.8, 0.95],
  curveTolerance: 0.0005,
};

/** Options of `historicValue`. */
export interface HistoricValueOptions {
  /** Margin as a share of revenue: one for all customers, or one each. */
  readonly margin: number | NumberColumn;
  /** Younger customers get no rate, and nor does an age of 0; in the summaries' unit. */
  readonly minimumAge: number;
}

/** Options of `historicValue`, each of them optional. */
export type HistoricValueOptionsInput = Partial<HistoricValueOptions>;

/** Revenue as it is, a rate for everybody older than 0. */
export const HISTORIC_VALUE_DEFAULTS: HistoricValueOptions = { margin: 1, minimumAge: 0 };
