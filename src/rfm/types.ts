import type { TimeUnit } from "../core/calendar.js";
import type { LocalizedText } from "../core/locale.js";

/** The three measures: time since the last order, number of orders, money. */
export type RfmMeasure = "recency" | "frequency" | "monetary";

/** What counts as frequency: every order, or every day with an order. */
export type FrequencyMeasure = "orderCount" | "purchaseDays";

/** What counts as money: all spend, or the mean of an order. */
export type MonetaryMeasure = "totalSpend" | "meanSpend";

/** How many scores each measure has, 2 to 10. */
export type RfmBins = Readonly<Record<RfmMeasure, number>>;

/** Of the two intervals that meet at a cut, the one that owns a value equal to the cut. */
export type CutSide = "lower" | "upper";

/** Where one measure is cut: n cuts make n + 1 half-open intervals, in ascending order of value. */
export interface MeasureCuts {
  /** The cuts, ascending; two equal cuts enclose an interval that no value falls into. */
  readonly at: readonly number[];
  /** For each cut, the interval that owns a value equal to it. */
  readonly side: readonly CutSide[];
}

interface RfmCutsHeader {
  readonly kind: "rfmCuts";
  readonly version: 1;
  /** The unit in which recency is cut. */
  readonly unit: TimeUnit;
  /** The currency in which money is cut. */
  readonly currency: string;
  readonly frequencyMeasure: FrequencyMeasure;
  readonly monetaryMeasure: MonetaryMeasure;
  /** Cuts of the time since the last order. */
  readonly recency: MeasureCuts;
}

/** Each measure cut once, over all customers. */
export interface FlatRfmCuts extends RfmCutsHeader {
  readonly layout: "flat";
  readonly frequency: MeasureCuts;
  readonly monetary: MeasureCuts;
}

/** Frequency cut within each recency score, money within each pair of recency and frequency score. */
export interface NestedRfmCuts extends RfmCutsHeader {
  readonly layout: "nested";
  /** One entry per recency score, from score 1 up. */
  readonly frequency: readonly MeasureCuts[];
  /** One entry per pair of scores, from (1, 1) up; the frequency score runs faster. */
  readonly monetary: readonly MeasureCuts[];
}

/** The cuts of a scoring, as plain JSON: they give the same scores again, on old data and on new. */
export type RfmCuts = FlatRfmCuts | NestedRfmCuts;

/** Scores of 1 (worst) to `bins` (best), aligned with the customers. */
export interface RfmScoreColumns {
  readonly recency: Uint8Array;
  readonly frequency: Uint8Array;
  readonly monetary: Uint8Array;
  readonly bins: RfmBins;
}

/** The scores of all customers, and where they come from. */
export interface RfmScores extends RfmScoreColumns {
  readonly cuts: RfmCuts;
  /** For each measure, the scores that no customer has: ties, or fewer distinct values than bins. */
  readonly emptyBins: Readonly<Record<RfmMeasure, readonly number[]>>;
}

/** An inclusive range of scores, `[from, to]`. */
export type ScoreRange = readonly [from: number, to: number];

/** A block of the score grid; a measure that is left out takes all its scores. */
export interface SegmentCells {
  readonly recency?: ScoreRange | undefined;
  readonly frequency?: ScoreRange | undefined;
  readonly monetary?: ScoreRange | undefined;
}

/** What a segment is called, what it means, and what to do with it. */
export interface SegmentText {
  /** A stable name for code and files. */
  readonly id: string;
  readonly label: LocalizedText;
  /** Who these customers are, for the reader of a report. */
  readonly meaning: LocalizedText;
  /** What to do with them. */
  readonly action: LocalizedText;
}

/** A segment and the blocks of the score grid that it owns. */
export interface Segment extends SegmentText {
  readonly cells: readonly SegmentCells[];
}

/** A map of the whole score grid, as plain JSON: every combination of scores is in one segment. */
export interface SegmentMap {
  readonly kind: "segmentMap";
  readonly version: 1;
  /** The grid; without `monetary` the map looks at recency and frequency alone. */
  readonly bins: {
    readonly recency: number;
    readonly frequency: number;
    readonly monetary?: number | undefined;
  };
  readonly segments: readonly Segment[];
}

/** The segment of each customer. */
export interface Segmentation {
  /** For each customer, the index of its segment in `segments`. */
  readonly segment: Uint8Array;
  readonly segments: readonly Segment[];
}

/** What a segment amounts to. */
export interface SegmentSummary {
  readonly segment: Segment;
  readonly customers: number;
  /** Of all customers, 0 to 1; `undefined` where there are none at all. */
  readonly customerShare: number | undefined;
  readonly orders: number;
  /** Major units of the summaries' currency. */
  readonly spend: number;
  /** Of all spend; `undefined` where all spend together is not positive. */
  readonly spendShare: number | undefined;
  /** Mean time since the last order, in the summaries' unit; `undefined` for no customers. */
  readonly meanRecency: number | undefined;
}

/** The recency by frequency grid: `[recency score - 1][frequency score - 1]`. */
export interface RfmGrid {
  readonly customers: readonly (readonly number[])[];
  /** Major units of the summaries' currency. */
  readonly spend: readonly (readonly number[])[];
  /** Spend per customer; `undefined` where there is no customer. */
  readonly meanSpend: readonly (readonly (number | undefined)[])[];
}
