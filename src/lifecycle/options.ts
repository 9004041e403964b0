import type { AsOf } from "../core/calendar.js";
import type { Locale } from "../core/locale.js";
import type { LifecycleState } from "./state-types.js";

/** How far a history is folded. */
export interface HistoryOptions {
  /** Up to and including this instant; a date means the end of that day in the machine's zone. */
  readonly asOf: AsOf;
  /** Only what was known by then: what did we believe on 1 May? By default, all that is known. */
  readonly knownAt?: AsOf | undefined;
}

/** How the history of one customer is folded. */
export interface ReplayOptions extends HistoryOptions {
  /** Where an earlier replay ended: only events after it are folded in. */
  readonly from?: LifecycleState | undefined;
  /** What is known about the customer from the start. */
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
}

/** How the histories of many customers are folded. */
export interface ReplayAllOptions extends HistoryOptions {
  /** Where earlier replays ended, by customer. */
  readonly from?: ReadonlyMap<string, LifecycleState> | undefined;
  /** What is known from the start, by customer. */
  readonly facts?: ReadonlyMap<string, Readonly<Record<string, unknown>>> | undefined;
}

/** How a state is explained. */
export interface ExplainOptions {
  readonly locale: Locale;
}

/** The options as a caller writes them. */
export type ExplainOptionsInput = {
  readonly [K in keyof ExplainOptions]?: ExplainOptions[K] | undefined;
};

export const EXPLAIN_DEFAULTS: ExplainOptions = { locale: "en" };

/** How it is explained what is in the way. */
export interface BlockedOptions extends ExplainOptions {
  /** The present: an instant, or a date, which means the end of that day in the machine's zone. */
  readonly asOf: AsOf;
}

/** The options as a caller writes them. */
export type BlockedOptionsInput = Pick<BlockedOptions, "asOf"> & ExplainOptionsInput;
