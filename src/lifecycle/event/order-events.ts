import { canonicalJson } from "../../core/canonical-json.js";
import type { LifecycleEvent } from "../state-types.js";
import { compareEvents, type PlacedEvent } from "./read-event.js";

/**
 * Puts the events of one customer in their order, each once: of several records of an id the one that
 * became known last counts, and a record that retracts takes the event out.
 *
 * @param knownMs - records that became known later are left out
 */
export function orderEvents(
  placed: readonly PlacedEvent[],
  knownMs: number,
): readonly PlacedEvent[] {
  const latest = new Map<string, PlacedEvent>();
  for (const event of placed) {
    if (event.recordedAtMs > knownMs) continue;
    const other = latest.get(event.id);
    if (other === undefined || replaces(event, other)) latest.set(event.id, event);
  }
  const events = [...latest.values()].filter(({ event }) => event.retracted !== true);
  return isOrdered(events) ? events : events.sort(compareEvents);
}

/** Whether a record of an event counts instead of another; of two from one instant, always the same. */
function replaces(record: PlacedEvent, other: PlacedEvent): boolean {
  if (record.recordedAtMs !== other.recordedAtMs) return record.recordedAtMs > other.recordedAtMs;
  return record.event !== other.event && textOf(record.event) > textOf(other.event);
}

/** A text that tells contents apart, whatever the order of keys. */
function textOf(event: LifecycleEvent): string {
  const { at: _at, recordedAt: _recordedAt, ...contents } = event;
  return canonicalJson(contents, "event");
}

function isOrdered(events: readonly PlacedEvent[]): boolean {
  for (let index = 1; index < events.length; index++) {
    if (compareEvents(events[index - 1]!, events[index]!) > 0) return false;
  }
  return true;
}
