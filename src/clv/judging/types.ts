import type { LocalizedText } from "../../core/locale.js";
import type { CustomerSummaries } from "../../transactions/types.js";

/** A log cut into what a model may learn from and what it is judged by. */
export interface HoldoutSplit {
  /** What each customer did up to the end of the calibration. */
  readonly calibration: CustomerSummaries;
  /** Purchases of the same customers after it. */
  readonly holdoutCount: Int32Array;
  /** How long the time after it is. */
  readonly horizon: { readonly days: number };
}

/** Customers that have something in common, and their transactions in the holdout. */
export interface HoldoutGroup {
  /** The lowest value in common. */
  readonly from: number;
  /** Where the next group begins; left out for the last one. */
  readonly to?: number;
  /** Above 0: empty groups are left out. */
  readonly customers: number;
  /** Transactions of all of them. */
  readonly actual: number;
  readonly expected: number;
  /** Transactions of one of them. */
  readonly actualMean: number;
  readonly expectedMean: number;
}

/** How far expectations are from what happened, per customer. */
export interface HoldoutErrors {
  /** Mean of expected less actual: above 0 where too much was expected. */
  readonly bias: number;
  readonly meanAbsoluteError: number;
  readonly rootMeanSquareError: number;
  /** Pearson's, of expected and actual; left out where either is constant. */
  readonly correlation?: number;
}

/** The expectations of a model beside what happened: plain JSON. */
export interface HoldoutValidation extends HoldoutErrors {
  readonly customers: number;
  /** Transactions of all customers. */
  readonly actual: number;
  readonly expected: number;
  /** The errors of the simplest guess, that customers go on at their own past rate x / T. */
  readonly naive: HoldoutErrors;
  /** Conditional expectations by repeat purchases in the calibration. */
  readonly byFrequency: readonly HoldoutGroup[];
  /** By time of the last purchase, in the unit of the model. */
  readonly byRecency: readonly HoldoutGroup[];
  /** By expectation, lowest first: a calibrated model has equal means in each group. */
  readonly byExpectation: readonly HoldoutGroup[];
}

/** How many customers have so many repeat purchases. */
export interface FrequencyClass {
  readonly count: number;
  /** True for the last class, which holds higher counts too. */
  readonly orMore: boolean;
  /** Customers. */
  readonly actual: number;
  readonly expected: number;
}

/** Repeat purchases of a cohort in one period of the calendar. */
export interface TrackingPeriod {
  /** First and last local day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** True where the period begins after the end of the calibration. */
  readonly isHoldout: boolean;
  readonly actual: number;
  readonly expected: number;
  /** From the first period on. */
  readonly cumulativeActual: number;
  readonly cumulativeExpected: number;
}

/** Repeat purchases over the calendar, actual and expected: plain JSON. */
export interface TrackingCurve {
  /** Customers with a first purchase up to the end of the calibration: those that are tracked. */
  readonly customers: number;
  /** Repeat purchases before the first period, which no period shows. */
  readonly actualBefore: number;
  readonly expectedBefore: number;
  readonly periods: readonly TrackingPeriod[];
}

/** One model of a comparison. */
export interface ComparedModel {
  readonly kind: string;
  readonly parameters: number;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  /** AIC above that of the best model, whose difference is 0. */
  readonly aicDifference: number;
  /** Akaike weight: the share of the evidence among these models (Burnham and Anderson, 2002). */
  readonly weight: number;
}

/** The likelihood ratio test of a model against a special case of it. */
export interface NestedComparison {
  readonly simple: string;
  readonly general: string;
  /** Twice the difference of the log-likelihoods. */
  readonly statistic: number;
  /** Parameters that the general model has more. */
  readonly degrees: number;
  /** By the chi-square distribution with `degrees`; where `isBoundary` it is an upper bound. */
  readonly pValue: number;
  /**
   * Where `isBoundary`, the lower bound: half of the tail with one degree (Self and Liang, 1987), as
   * if the other extra parameters were known.
   */
  readonly lowestPValue?: number;
  /** Whether the special case lies at the edge of the general model's parameters, out of reach. */
  readonly isBoundary: boolean;
  readonly note: LocalizedText;
}

/** A comparison of models that were fitted to the same data: plain JSON. */
export interface ModelComparison {
  /** Lowest AIC first. */
  readonly models: readonly ComparedModel[];
  /** Every pair of them that is nested. */
  readonly nested: readonly NestedComparison[];
  /** The kind that the verdict is for. */
  readonly best: string;
  readonly verdict: LocalizedText;
}
