import type { AsOf } from "../../core/calendar.js";
import type { Drafted } from "../../core/options.js";
import type { RefundPolicy, SameDayPolicy } from "../../transactions/options.js";
import type { Duration } from "../time/duration.js";
import type { SeasonGrain } from "./types.js";

/** Options of `estimateSeason`. */
export interface SeasonOptions {
  /** The last day to learn from. */
  readonly calibrationEnd: AsOf;
  /** `month` where left out; `week` needs several years of purchases. */
  readonly by?: SeasonGrain | undefined;
  /** IANA zone in which days are counted; that of the log where left out. */
  readonly zone?: string | undefined;
  /** As in `summarizeTransactions`. */
  readonly sameDay?: SameDayPolicy | undefined;
  /** As in `summarizeTransactions`. */
  readonly refunds?: RefundPolicy | undefined;
}

export const SEASON_DEFAULTS: Drafted<SeasonOptions> = {
  calibrationEnd: undefined,
  by: "month",
  zone: undefined,
  sameDay: undefined,
  refunds: undefined,
};

/** Options of `seasonalDuration`. */
export interface SeasonalDurationOptions {
  /** The last day of the observation, from whose end on the time runs. */
  readonly from: AsOf;
  /** By the calendar. */
  readonly horizon: Duration;
  /** IANA zone of `from`; `UTC` where left out. */
  readonly zone?: string | undefined;
}

export const SEASONAL_DURATION_DEFAULTS: Drafted<SeasonalDurationOptions> = {
  from: undefined,
  horizon: undefined,
  zone: "UTC",
};
