import type { NumberColumn } from "../../core/column.js";
import type { PurchaseHistories } from "../types.js";

/** The parts of a year that may differ: its months, or its 52 weeks counted from the first of January. */
export type SeasonGrain = "month" | "week";

/**
 * How many times faster than on average customers buy in each part of the year: plain JSON. Time runs
 * by it, so that over whole years nothing changes.
 */
export interface SeasonProfile {
  readonly kind: "season";
  readonly version: 1;
  readonly by: SeasonGrain;
  /** 12 or 52 of them, none negative; their mean over a year of average length is 1. */
  readonly multipliers: readonly number[];
}

/** A profile with what it was learnt from. */
export interface EstimatedSeason extends SeasonProfile {
  /** Repeat purchases in each part of the year. */
  readonly actual: readonly number[];
  /** Those expected without a season. */
  readonly expected: readonly number[];
  /**
   * The weight of an average season, in purchases: a part with so many expected ones goes half of the
   * way from 1 to what was counted. Left out where the counts differ no more than by chance, and
   * every multiplier is 1.
   */
  readonly priorWeight?: number;
}

/** Histories that say when they began, as `CustomerSummaries` do. */
export interface DatedHistories extends PurchaseHistories {
  /** Of the first purchase, epoch milliseconds. */
  readonly firstAt: NumberColumn;
  /** IANA zone in which days are counted. */
  readonly zone: string;
}
