import type { LocalizedText } from "../../core/index.js";
import type { CalendarUnit, Condition } from "../../rules/index.js";

/** Levels that members reach by what they do, and keep for a time. */
export interface TierPolicy {
  readonly metric: TierMetric;
  /** Over what time the metric is taken. */
  readonly window: TierWindow;
  /** From the lowest up; the first starts at 0, and thresholds rise. */
  readonly levels: readonly TierLevel[];
  /** How long a level reached is kept; without it, as long as the metric supports it. */
  readonly validity?: TierValidity;
  /** How long after the end of validity a level is kept all the same. */
  readonly grace?: string;
  /** Where the metric no longer supports the level: one level down, or as far as it falls (the default). */
  readonly downgrade?: "oneStep" | "full";
  /** How long before a downgrade the member is told. */
  readonly notice?: string;
}

/**
 * What counts towards a level. Refunded lines stop counting; redeeming never counts. The spendable
 * balance is refused unless `allowBalance` says that it is meant, because spending would demote.
 */
export type TierMetric =
  /** Kept amount of the orders' lines, in minor units. */
  | { readonly measure: "spend"; readonly lines?: Condition }
  /** Kept points earned, by these rules or by all. */
  | { readonly measure: "points"; readonly rules?: readonly string[] }
  /** Orders that are not wholly refunded. */
  | { readonly measure: "orders"; readonly when?: Condition }
  /** Events of one kind. */
  | { readonly measure: "events"; readonly event: string }
  | { readonly measure: "balance"; readonly allowBalance: true };

/**
 * The qualification period: the time up to now (`rolling`), the current calendar unit, the current
 * stretch of this length since the account was opened (`anniversary`), or everything.
 */
export type TierWindow =
  | { readonly rolling: string }
  | { readonly calendar: CalendarUnit }
  | { readonly anniversary: string }
  | "ever";

/** One level. */
export interface TierLevel {
  readonly id: string;
  readonly label?: LocalizedText;
  /** The least value of the metric. */
  readonly from: number;
}

/** A time after the level is reached, on to the end of a calendar unit if so said. */
export interface TierValidity {
  readonly after: string;
  readonly upTo?: "month" | "quarter" | "year";
}
