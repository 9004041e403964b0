import { accept, type Outcome } from "../core/outcome.js";
import { checkState } from "./check-state.js";
import { planOf } from "./compile-lifecycle.js";
import type { Lifecycle } from "./compiled-types.js";
import { placeAfter } from "./event/place-after.js";
import { readEvent } from "./event/read-event.js";
import { refuseEvent } from "./explain/refuse-event.js";
import { applyEvent } from "./fold/apply-event.js";
import { openFold, progressOf } from "./fold/fold.js";
import type { LifecycleEvent, LifecycleState, Progress, RefusalCode } from "./state-types.js";

/**
 * Folds one event into a state: the moves that time has brought until then, the move on the event, and
 * those that follow by themselves. An event that merely happened is always taken in; one that asks for
 * a move (`request`) is refused when there is none, with what is in the way and what would do it.
 *
 * @param event - the latest event of the customer; the one before it once more changes nothing
 * @param facts - what else is known by now, as if the event carried it
 * @returns the new state with the moves and effects, or the refusal, which changes nothing
 * @throws ClienteleError INVALID_DATA for an event that cannot be read or is of another customer;
 *   UNSUPPORTED_VERSION when the state is of another version of the machine
 * @example
 * const event = { id: "e-1", customerId: "c-17", type: "order", at: "2026-03-02T10:00:00+08:00" };
 * const outcome = transition(lifecycle, state, event);
 * outcome.ok && outcome.value.state.current //=> "first-purchase"
 */
export function transition(
  lifecycle: Lifecycle,
  state: LifecycleState,
  event: LifecycleEvent,
  facts?: Readonly<Record<string, unknown>>,
): Outcome<Progress, RefusalCode> {
  const plan = planOf(lifecycle);
  checkState(plan, state);
  const placed = readEvent(event, "event", state.customerId);
  const place = placeAfter(placed, state);
  if (place === "known") return accept({ state, moves: [], effects: [] });
  const fold = openFold(plan, state);
  const obstacle =
    place === "late" ? { code: "LATE_EVENT" as const } : applyEvent(fold, placed, "event", facts);
  return obstacle === undefined ? accept(progressOf(fold)) : refuseEvent(fold, placed, obstacle);
}
