import type { AsOf } from "../core/calendar.js";
import type { LifecycleState } from "./state-types.js";

/** How a history is folded. */
export interface ReplayOptions {
  /** Up to and including this instant; a date means the end of that day in the machine's zone. */
  readonly asOf: AsOf;
  /** Only what was known by then: what did we believe on 1 May? By default, all that is known. */
  readonly knownAt: AsOf;
  /** Where an earlier replay ended: only events after it are folded in. */
  readonly from: LifecycleState;
  /** What is known about the customer from the start. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The replay options as a caller writes them. */
export type ReplayOptionsInput = Pick<ReplayOptions, "asOf"> & {
  readonly [K in keyof ReplayOptions]?: ReplayOptions[K] | undefined;
};
