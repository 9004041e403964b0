import { asOfToMs } from "../rules/as-of.js";
import { checkState } from "./check-state.js";
import { planOf } from "./compile-lifecycle.js";
import type { Lifecycle } from "./compiled-types.js";
import { groupEvents } from "./event/group-events.js";
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
  const { customers, places, ends } = groupEvents(events);
  for (const state of from?.values() ?? []) checkState(plan, state);
  const replays: Replay[] = [];
  const fold = (customerId: string, history: PlacedEvent[]): void => {
    const options = { untilMs, from: from?.get(customerId), facts: facts?.get(customerId) };
    const replayed = foldHistory(plan, orderEvents(history, knownMs), options);
    if (replayed !== undefined) replays.push(replayed);
  };
  for (const [customerId, group] of customers) {
    // Read only now, so that what was read of one customer is gone before the next.
    const history: PlacedEvent[] = [];
    for (let at = group === 0 ? 0 : ends[group - 1]!; at < ends[group]!; at++) {
      const index = places[at]!;
      history.push(readEvent(events[index]!, `events[${index}]`, customerId));
    }
    fold(customerId, history);
  }
  for (const customerId of from?.keys() ?? []) if (!customers.has(customerId)) fold(customerId, []);
  return replays;
}
