import type { IncidenceCurves, SurvivalCurve } from "../../survival/index.js";
import type { Progress } from "../state-types.js";
import type { MoveKind } from "../types.js";

/** The moves of one customer and the state they led to, as `replay`, `transition` and `advance` return them. */
export type StagePath = Pick<Progress, "state" | "moves">;

/** One stay of one customer in one stage. */
export interface StageVisit {
  readonly customerId: string;
  readonly stage: string;
  /** When it was entered, epoch milliseconds. */
  readonly enteredMs: number;
  /** When it was left; absent while the customer is there. */
  readonly leftMs?: number;
  /** The stage it was left for; absent while the customer is there. */
  readonly next?: string;
  /** The id of the move it was left by. */
  readonly move?: string;
  /** The kind of that move. After `correct` and `migrate` the stay counts as cut off, not as ended. */
  readonly kind?: MoveKind;
}

/** A number of days with its interval. */
export interface DaysEstimate {
  /** `undefined` where the visits were not watched for long enough. */
  readonly days: number | undefined;
  readonly lower: number | undefined;
  /** `undefined` where there is no upper limit yet. */
  readonly upper: number | undefined;
}

/** By when a share of the visits has ended. */
export interface DaysQuantile extends DaysEstimate {
  /** Of the visits, above 0 and below 1. */
  readonly share: number;
}

/** The mean of the days spent in a stage up to a horizon. */
export interface MeanDays {
  readonly horizonDays: number;
  readonly days: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/** A share with its interval. */
export interface ShareEstimate {
  readonly share: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/** One way out of a stage. */
export interface StageExit {
  /** The next stage, or the move, as `options.exits` asks. */
  readonly to: string;
  /** Visits that were left so. */
  readonly visits: number;
  /** Of all visits, those that leave so, as far as visits were watched. */
  readonly share: ShareEstimate;
}

/** How long customers stay in one stage, and where they go. */
export interface StageDuration {
  readonly stage: string;
  /** Visits that were watched, for however long. */
  readonly visits: number;
  /** Of these, visits that ended with a move to another stage or back into it. */
  readonly left: number;
  /** Visits that go on. */
  readonly open: number;
  /** Visits cut off by a correction or a migration. */
  readonly cutOff: number;
  /** The probability to be still there, by days since the entry. */
  readonly curve: SurvivalCurve;
  readonly medianDays: DaysEstimate;
  /** For each of the shares asked for. */
  readonly quantileDays: readonly DaysQuantile[];
  /** `undefined` where no visit was watched up to the horizon. */
  readonly meanDays: MeanDays | undefined;
  /** Each way out, sorted by name. */
  readonly exits: readonly StageExit[];
  /** The ways out over time: one incidence curve per exit, by days since the entry. */
  readonly exitCurves: IncidenceCurves;
}

/** How long customers stay in the stages of a lifecycle. Days are 24 hours each. */
export interface StageDurations {
  readonly asOfMs: number;
  readonly level: number;
  readonly stages: readonly StageDuration[];
}

/** How many customers of a stage reach another. */
export interface StageConversion {
  readonly from: string;
  readonly to: string;
  readonly horizonDays: number;
  /** Entries into `from` that were watched, for however long. */
  readonly entries: number;
  /** Of these, entries with `to` reached later, within the horizon or not. */
  readonly converted: number;
  /** The share that reaches `to` within the horizon; `undefined` where nobody was watched for so long. */
  readonly share: ShareEstimate | undefined;
  /** By when half of all entries have reached it. */
  readonly medianDays: number | undefined;
  /** The share over time, by days since the entry: causes are `to` and the stages of `unless`. */
  readonly curves: IncidenceCurves;
}
