import type { AsOf } from "../../core/calendar.js";
import type { Drafted } from "../../core/options.js";
import type { RefundPolicy, SameDayPolicy } from "../../transactions/options.js";
import type { HorizonOptions } from "../options.js";
import type { SeasonProfile } from "../season/types.js";

/** Options of `validateHoldout`. */
export interface HoldoutOptions extends HorizonOptions {
  /** Customers with this many repeat purchases or more are one group; 7 where left out. */
  readonly highestFrequency?: number | undefined;
  /** Groups of equal width by recency; 10 where left out. */
  readonly recencyGroups?: number | undefined;
  /** Groups of about equal size by expectation; 10 where left out. */
  readonly calibrationGroups?: number | undefined;
}

export const HOLDOUT_DEFAULTS: Drafted<HoldoutOptions> = {
  horizon: undefined,
  highestFrequency: 7,
  recencyGroups: 10,
  calibrationGroups: 10,
};

/** Options of `frequencyHistogram`. */
export interface HistogramOptions {
  /** Customers with this many repeat purchases or more are one class; 7 where left out. */
  readonly highestCount: number;
}

export const HISTOGRAM_DEFAULTS: HistogramOptions = { highestCount: 7 };

/** Which days of a log are looked at, and what counts as a purchase. */
interface LogOptions {
  /** The last day of the data to learn from. */
  readonly calibrationEnd: AsOf;
  /** The last day of the data to compare with. */
  readonly to: AsOf;
  /** IANA zone in which days are counted; that of the log where left out. */
  readonly zone?: string | undefined;
  /** `merge` (where left out) makes one purchase of those of one local day. */
  readonly sameDay?: SameDayPolicy | undefined;
  /** `net` where left out: an order that was taken back in full is no purchase. */
  readonly refunds?: RefundPolicy | undefined;
}

/** Options of `splitHoldout`. */
export interface SplitOptions extends LogOptions {
  /** Unit of the summaries; `day` where left out. */
  readonly unit?: "day" | "week" | "month" | "year" | undefined;
}

/** Options of `trackingCurve`. */
export interface TrackingOptions extends LogOptions {
  /** The first day of the first period, `YYYY-MM-DD`; the day of the first purchase where left out. */
  readonly from?: string | undefined;
  /** The length of a period in whole days or months, ISO 8601; `P1W` where left out. */
  readonly step?: string | undefined;
  /** That of the histories which the model was fitted to; none where left out. */
  readonly season?: SeasonProfile | undefined;
}

const LOG_DEFAULTS: Drafted<LogOptions> = {
  calibrationEnd: undefined,
  to: undefined,
  zone: undefined,
  sameDay: "merge",
  refunds: "net",
};

export const SPLIT_DEFAULTS: Drafted<SplitOptions> = { ...LOG_DEFAULTS, unit: "day" };

export const TRACKING_DEFAULTS: Drafted<TrackingOptions> = {
  ...LOG_DEFAULTS,
  from: undefined,
  step: "P1W",
  season: undefined,
};
