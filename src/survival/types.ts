import type { NumberColumn, StringColumn } from "../core/column.js";

/** How long each subject was followed: the columns that every survival sample has. */
export interface FollowUp {
  /** Where the follow-up of each subject ended, from the common origin; any one unit, 0 or more. */
  readonly times: NumberColumn;
  /**
   * Where it began (left truncation): a subject counts as at risk only after its entry, which is
   * below its time. An entry of 0 is the origin itself; without the column all entries are 0.
   */
  readonly entries?: NumberColumn | undefined;
  /** How many subjects each row stands for, 0 or more; a row of weight 0 is as good as absent. */
  readonly weights?: NumberColumn | undefined;
}

/** Subjects with one kind of event: whether and when it happened to each. */
export interface SurvivalSample extends FollowUp {
  /** 1 or true where the time ends with the event, 0 or false where observation ended (censoring). */
  readonly events: ArrayLike<number | boolean>;
}

/** Subjects that can have one of several events, of which the first ends the follow-up. */
export interface CompetingSample extends FollowUp {
  /** What ended each time, by name; `undefined` where observation ended (censoring). */
  readonly causes: ArrayLike<string | undefined>;
}

/** Subjects with a group to compare: a sample whose weights are whole numbers. */
export interface GroupedSample extends SurvivalSample {
  /** The name of the group of each subject. */
  readonly groups: StringColumn;
  /** The name of its stratum, within which groups are compared; without it, one stratum. */
  readonly strata?: StringColumn | undefined;
}

/** The distinct times at which follow-up ended, and who was there. */
export interface RiskTable {
  /** Rising. */
  readonly times: Float64Array;
  /** Subjects under observation just before each time, those of weight w counting w. */
  readonly atRisk: Float64Array;
  /** Events at each time. */
  readonly events: Float64Array;
  /** Subjects censored at each time; they are still at risk of its events. */
  readonly censored: Float64Array;
}

/** Intervals around an estimate, each for its time alone. */
export interface Intervals {
  /** The level of the intervals, such as 0.95. */
  readonly level: number;
  /** Their lower ends, one per time. */
  readonly lower: Float64Array;
  /** Their upper ends, one per time. */
  readonly upper: Float64Array;
}

/** A Kaplan-Meier curve: a step down at each time with events. */
export interface SurvivalCurve extends RiskTable, Intervals {
  /** The survival is that of subjects who have got so far; 0 for all subjects. */
  readonly from: number;
  /** The probability to stay beyond each time. */
  readonly survival: Float64Array;
  /** Greenwood's standard errors of the survival. */
  readonly standardErrors: Float64Array;
}

/** The survival curve of one group. */
export interface GroupCurve {
  readonly group: string;
  readonly curve: SurvivalCurve;
}

/** A survival curve at one time. */
export interface SurvivalPoint {
  readonly time: number;
  readonly survival: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/** When a share of the subjects has had the event. */
export interface QuantileEstimate {
  /** The share, above 0 and below 1: 0.5 for the median. */
  readonly share: number;
  /** `undefined` where the curve does not come down so far. */
  readonly time: number | undefined;
  /** The lower end of the interval; `undefined` where the lower bounds do not come down so far. */
  readonly lower: number | undefined;
  /** The upper end; `undefined` where the upper bounds do not come down so far: it has no limit. */
  readonly upper: number | undefined;
}

/** The mean time spent before the event, up to a horizon: the area below the curve. */
export interface RestrictedMean {
  readonly horizon: number;
  readonly mean: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

/** A Nelson-Aalen estimate: a step up at each time with events. */
export interface HazardCurve extends RiskTable, Intervals {
  /** The cumulative hazard up to and including each time. */
  readonly cumulativeHazard: Float64Array;
  readonly standardErrors: Float64Array;
}

/** Several kinds of event, each with its share of subjects over time. */
export interface IncidenceCurves extends RiskTable {
  /** The level of the intervals, such as 0.95. */
  readonly level: number;
  /** The probability of none of the events up to each time, as Kaplan and Meier have it. */
  readonly survival: Float64Array;
  /** One curve per cause, in the order of their names. */
  readonly causes: readonly IncidenceCurve[];
}

/** The Aalen-Johansen curve of one cause, at the times of its {@link IncidenceCurves}. */
export interface IncidenceCurve extends Intervals {
  readonly cause: string;
  /** Events of this cause at each time. */
  readonly events: Float64Array;
  /** The probability of this event, before any other, up to and including each time. */
  readonly incidence: Float64Array;
  readonly standardErrors: Float64Array;
}

/** Shares at one time. */
export interface IncidencePoint {
  readonly time: number;
  readonly incidence: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/** How far groups are from having one survival curve. */
export interface LogRankTest {
  /** About chi-square with `degrees` of freedom where all curves are one; `undefined` where nothing can be compared. */
  readonly statistic: number | undefined;
  /** Groups that could have had events, less one. */
  readonly degrees: number;
  /** The probability of such a statistic, or a larger one, if all curves are one. */
  readonly pValue: number | undefined;
  /** In the order of their names. */
  readonly groups: readonly LogRankGroup[];
}

/** The events of one group beside those it would have had on the common curve. */
export interface LogRankGroup {
  readonly group: string;
  readonly subjects: number;
  /** Events. */
  readonly observed: number;
  /** Events that its share of those at risk at each time would have had. */
  readonly expected: number;
  /** The weighted sum of observed minus expected, which the statistic is made of. */
  readonly score: number;
}
