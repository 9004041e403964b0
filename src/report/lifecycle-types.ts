import type { LocalizedText } from "../core/locale.js";

/** How the lifecycle of the customers is looked at. */
export interface LifecycleRule {
  /** Moves of so many last days are counted, and those due by time alone in so many next days. */
  readonly days: number;
  /** Customers listed who are about to leave their stage. */
  readonly limit: number;
}

/** Where customers stand in a lifecycle, where they came from, and who is about to leave. */
export interface LifecycleFigures {
  readonly rule: LifecycleRule;
  /** The stages that a buyer can be in, in the order of the lifecycle. */
  readonly stages: readonly StageFigures[];
  /** Moves of the last `rule.days` days, in the order of the stages; first purchases have no `from`. */
  readonly moves: readonly StageMoves[];
  readonly due: DueList;
}

/** One stage. */
export interface StageFigures {
  readonly id: string;
  readonly label: LocalizedText;
  readonly meaning: LocalizedText;
  /** Customers in it on the day of the report. */
  readonly customers: number;
  /** Customers who came into it, less those who left it, in the last `rule.days` days. */
  readonly change: number;
  /** Customers who leave it by time alone within the next `rule.days` days. */
  readonly due: number;
  /** Customers in it at the end of each period of the trend, the last as of the report. */
  readonly mix: readonly number[];
}

/** Moves from one stage to another; stages are positions in {@link LifecycleFigures.stages}. */
export interface StageMoves {
  /** `undefined` for those who bought for the first time. */
  readonly from: number | undefined;
  readonly to: number;
  /** A customer who went this way twice counts twice. */
  readonly moves: number;
}

/** The customers who leave their stage within the days of the rule unless they buy, most worth first. */
export interface DueList {
  /** All such customers; the list holds the first `rule.limit`. */
  readonly customers: number;
  /**
   * What they are worth together, in major units: the value expected of them, or, where no model could
   * be fitted, what they have spent.
   */
  readonly worth: number;
  readonly listed: readonly DueCustomer[];
}

/** One customer of the list; stages are positions in {@link LifecycleFigures.stages}. */
export interface DueCustomer {
  /** The row in the scored customers. */
  readonly row: number;
  readonly stage: number;
  readonly next: number;
  /** The local day of the move, counted from 1970-01-01. */
  readonly dueDay: number;
}
