import type { AsOf, Instant } from "../../core/calendar.js";
import type { ProbabilityInterval } from "../../survival/index.js";

/** What of the visits was watched, and how sure the results are to be. */
export interface ObservationOptions {
  /** What was known by then: visits that go on are watched up to this instant; a date means its end. */
  readonly asOf: AsOf;
  /** IANA zone of an `asOf` that is a date. */
  readonly zone?: string | undefined;
  /**
   * Since when histories are kept. Visits that began earlier count only from there on (left
   * truncation), and those that ended earlier not at all. Without it, histories are complete.
   */
  readonly observedFrom?: Instant | undefined;
}

/** Options of `stageDurations`. */
export interface StageDurationOptions {
  /** The stages and their order; by default those that occur, sorted. Other stages are left out. */
  readonly stages: readonly string[] | undefined;
  /** Whether ways out are told apart by the next stage or by the move. */
  readonly exits: "stage" | "move";
  /** Quantiles: shares of the visits, above 0 and below 1. */
  readonly shares: readonly number[];
  /** Up to how many days the mean is taken; by default the longest visit of the stage. */
  readonly horizonDays: number | undefined;
  readonly interval: ProbabilityInterval;
  /** The level of the intervals, above 0 and below 1. */
  readonly level: number;
}

/** Options of `stageDurations`: `asOf`, and the others where they differ from the defaults. */
export type StageDurationOptionsInput = ObservationOptions & Partial<StageDurationOptions>;

/** Quartiles, means up to the longest visit, 95 % intervals. */
export const STAGE_DURATION_DEFAULTS: StageDurationOptions = {
  stages: undefined,
  exits: "stage",
  shares: [0.25, 0.5, 0.75],
  horizonDays: undefined,
  interval: "logLog",
  level: 0.95,
};

/** What `stageConversion` is asked. */
export interface ConversionQuestion {
  /** The stage that is entered. */
  readonly from: string;
  /** The stage to be reached, by any way. */
  readonly to: string;
  /** Within how many days of 24 hours, more than 0. */
  readonly horizonDays: number;
}

/** Options of `stageConversion`. */
export interface StageConversionOptions {
  /** Stages that end the matter: who reaches one of them first has not converted. */
  readonly unless: readonly string[];
  /** Each customer's first entry into `from`, or every entry. */
  readonly entries: "first" | "all";
  readonly interval: ProbabilityInterval;
  /** The level of the interval, above 0 and below 1. */
  readonly level: number;
}

/** Options of `stageConversion`: the question, `asOf`, and the others where they differ. */
export type StageConversionOptionsInput = ConversionQuestion &
  ObservationOptions &
  Partial<StageConversionOptions>;

/** First entries, no other end, 95 % intervals. */
export const STAGE_CONVERSION_DEFAULTS: StageConversionOptions = {
  unless: [],
  entries: "first",
  interval: "logLog",
  level: 0.95,
};
