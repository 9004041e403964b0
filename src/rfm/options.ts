import type { NumberColumn } from "../core/column.js";
import type {
  FrequencyMeasure,
  MeasureCuts,
  MonetaryMeasure,
  RfmBins,
  RfmCuts,
  RfmMeasure,
} from "./types.js";

/**
 * How values become intervals: `independent` cuts each measure at its quantiles; `nested` cuts
 * frequency within each recency score and money within each pair of both; `fixed` takes given cuts.
 */
export type BinningMethod = "independent" | "nested" | "fixed";

/**
 * Where values equal to a cut go: all into the interval below it, all into the one above, or
 * (`mid`) all to the side on which the middle of the tied customers lies.
 */
export type TiePolicy = "lower" | "upper" | "mid";

/**
 * Cuts of your own. Plain numbers say where an interval starts: frequency cuts `[2, 4]` mean one
 * order, two or three, four and more.
 */
export type GivenCuts = Readonly<Record<RfmMeasure, NumberColumn | MeasureCuts>>;

/** Options of `scoreRfm`. */
export interface RfmOptions {
  readonly method: BinningMethod;
  /** Scores per measure, 2 to 10: one number for all three, or one each. Not for `fixed`. */
  readonly bins: number | RfmBins;
  /** Not for `fixed`. */
  readonly ties: TiePolicy;
  /** `orderCount` counts every order, `purchaseDays` every day with an order. */
  readonly frequency: FrequencyMeasure;
  /** `totalSpend` is all spend, `meanSpend` the mean of an order. */
  readonly monetary: MonetaryMeasure;
  /** Required for `fixed`: the cuts of an earlier run, or cuts of your own. */
  readonly cuts: RfmCuts | GivenCuts | undefined;
  /**
   * Added to every quantile, 0 or more, in the units of the measure; not for `fixed`. Keep it 0:
   * any other value makes the scores depend on the units. A step of 1 with ties `upper` reproduces
   * published tables whose intervals end at "quantile + 1".
   */
  readonly cutStep: number;
}

/** Options of `scoreRfm`, each of them optional. */
export type RfmOptionsInput = { readonly [K in keyof RfmOptions]?: RfmOptions[K] | undefined };

/** Quintiles of each measure; values equal to a quantile belong below it. */
export const RFM_DEFAULTS: RfmOptions = {
  method: "independent",
  bins: 5,
  ties: "lower",
  frequency: "orderCount",
  monetary: "totalSpend",
  cuts: undefined,
  cutStep: 0,
};

/** Weights of `weighRfm`. */
export type RfmWeights = Readonly<Record<RfmMeasure, number>>;

/** Hundreds, tens and ones: the combined score reads like the code of the three scores, `555`. */
export const WEIGHT_DEFAULTS: RfmWeights = { recency: 100, frequency: 10, monetary: 1 };
