import type { Instant } from "../core/calendar.js";
import { planOf } from "./compile-lifecycle.js";
import type { Lifecycle } from "./compiled-types.js";
import { readMoment, readWord } from "./event/read-event.js";
import { progressOf } from "./fold/fold.js";
import { startFold } from "./fold/start-fold.js";
import type { Progress } from "./state-types.js";

/** How a customer begins. */
export interface StartOptions {
  /** When the customer became one: an instant, or an ISO 8601 text with its offset. */
  readonly at: Instant | string;
  /** What is known about the customer from the start. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/**
 * Puts a customer at the start of a lifecycle, and takes the moves that fire at once.
 *
 * @param customerId - any text that names the customer
 * @returns the state, with what entering the first stages asks to be done
 * @throws ClienteleError INVALID_ARGUMENT for a lifecycle that is not compiled; INVALID_DATA for an id,
 *   an instant or facts that cannot be read
 * @example
 * const { state } = startState(lifecycle, "c-17", { at: "2026-03-01T09:00:00+08:00" });
 * state.current //=> "prospect"
 */
export function startState(
  lifecycle: Lifecycle,
  customerId: string,
  { at, facts }: StartOptions,
): Progress {
  const plan = planOf(lifecycle);
  return progressOf(
    startFold(plan, readWord(customerId, "customerId"), readMoment(at, "at"), facts),
  );
}
