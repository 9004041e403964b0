import { invalid } from "../core/errors.js";
import { asOfToMs } from "../rules/as-of.js";
import { checkState } from "./check-state.js";
import { planOf } from "./compile-lifecycle.js";
import type { Lifecycle } from "./compiled-types.js";
import { orderEvents } from "./event/order-events.js";
import { type PlacedEvent, readEvent } from "./event/read-event.js";
import { foldHistory } from "./fold/fold-history.js";
import type { ReplayAllOptions } from "./options.js";
import type { LifecycleEvent, Replay } from "./state-types.js";

/**
 * Folds the histories of many customers at once, as {@link replay} folds one.
 *
 * @param events - of all customers, in any order
 * @param options - `asOf`; `knownAt`; `from`, the states to go on from, by customer; `facts`, what is
 *   known from the start, by customer
 * @returns one result per customer: those with events in the order in which they first come, then those
 *   that only have a state to go on from; empty when there are none
 * @throws ClienteleError INVALID_DATA with the index of an event that cannot be read
 * @example
 * const stages = replayAll(lifecycle, events, { asOf: "2026-05-01" }).map(({ state }) => state.current);
 */
export function replayAll(
  lifecycle: Lifecycle,
  events: readonly LifecycleEvent[],
  { asOf, knownAt, from, facts }: ReplayAllOptions,
): readonly Replay[] {
  const plan = planOf(lifecycle);
  const { zone } = lifecycle.definition;
  const untilMs = asOfToMs(asOf, zone);
  const knownMs = knownAt === undefined ? Infinity : asOfToMs(knownAt, zone);
  const histories = groupByCustomer(events);
  for (const [customerId, state] of from ?? []) {
    checkState(plan, state);
    if (!histories.has(customerId)) histories.set(customerId, []);
  }
  const replays: Replay[] = [];
  for (const [customerId, history] of histories) {
    const options = { untilMs, from: from?.get(customerId), facts: facts?.get(customerId) };
    const replayed = foldHistory(plan, orderEvents(history, knownMs), options);
    if (replayed !== undefined) replays.push(replayed);
  }
  return replays;
}

function groupByCustomer(events: readonly LifecycleEvent[]): Map<string, PlacedEvent[]> {
  if (!Array.isArray(events)) throw invalid("events", "a list of events", events);
  const histories = new Map<string, PlacedEvent[]>();
  for (let index = 0; index < events.length; index++) {
    const placed = readEvent(events[index]!, `events[${index}]`);
    const history = histories.get(placed.event.customerId);
    if (history === undefined) histories.set(placed.event.customerId, [placed]);
    else history.push(placed);
  }
  return histories;
}
