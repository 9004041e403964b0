import { invalid } from "../core/errors.js";
import { asOfToMs } from "../rules/as-of.js";
import { checkState } from "./check-state.js";
import { planOf } from "./compile-lifecycle.js";
import type { Lifecycle } from "./compiled-types.js";
import { orderEvents } from "./event/order-events.js";
import { readEvent } from "./event/read-event.js";
import { foldHistory } from "./fold/fold-history.js";
import type { ReplayOptions } from "./options.js";
import type { LifecycleEvent, Replay } from "./state-types.js";

/**
 * Folds the history of one customer: the state is what the events, in their order, and time make of
 * it. Events may come late, twice and in any order; they are put in the one order of when they took
 * effect, when they became known, and their id. The latest record of an id counts, or takes it back.
 *
 * @param events - of one customer; without `from`, the customer begins with the first of them
 * @param options - `asOf`; `knownAt`, for what was known then; `from`, the state to go on from; `facts`,
 *   what is known from the start
 * @returns the state with all moves and effects, the refused requests and the late events; `undefined`
 *   when there is neither an event nor a state
 * @throws ClienteleError INVALID_DATA with the index of an event that cannot be read
 * @example
 * replay(lifecycle, events, { asOf: "2026-05-01" })?.state.current //=> "loyal"
 */
export function replay(
  lifecycle: Lifecycle,
  events: readonly LifecycleEvent[],
  options: ReplayOptions,
): Replay | undefined {
  const plan = planOf(lifecycle);
  const { asOf, knownAt, from, facts } = checkOptions(options);
  const { zone } = lifecycle.definition;
  if (from !== undefined) checkState(plan, from);
  if (!Array.isArray(events)) throw invalid("events", "a list of events", events);
  const customerId = from?.customerId ?? events[0]?.customerId;
  const placed = events.map((event, i) => readEvent(event, `events[${i}]`, customerId));
  const knownMs = knownAt === undefined ? Infinity : asOfToMs(knownAt, zone);
  const ordered = orderEvents(placed, knownMs);
  return foldHistory(plan, ordered, { untilMs: asOfToMs(asOf, zone), from, facts });
}

function checkOptions(options: ReplayOptions): ReplayOptions {
  if (typeof options === "object" && options !== null) return options;
  throw invalid("options", "an object with `asOf`", options);
}
