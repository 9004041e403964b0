import { invalid } from "../../core/errors.js";
import type { LifecycleEvent } from "../state-types.js";
import { readWord } from "./read-event.js";

/** The places of the events of each customer, side by side in one array. */
export interface EventGroups {
  /** In the order in which they first come; the value is the group. */
  readonly customers: ReadonlyMap<string, number>;
  readonly places: Int32Array;
  /** Where the places of a group end; those of the first begin at 0. */
  readonly ends: Int32Array;
}

/**
 * Finds the events of each customer, without holding anything per event but a number.
 *
 * @throws ClienteleError INVALID_ARGUMENT, INVALID_DATA with the index of an event without customer
 */
export function groupEvents(events: readonly LifecycleEvent[]): EventGroups {
  if (!Array.isArray(events)) throw invalid("events", "a list of events", events);
  const customers = new Map<string, number>();
  const counts: number[] = [];
  const groupOf = new Int32Array(events.length);
  for (let index = 0; index < events.length; index++) {
    const id: unknown = events[index]?.customerId;
    const customerId = typeof id === "string" && id !== "" ? id : refuse(id, index);
    let group = customers.get(customerId);
    if (group === undefined) {
      group = customers.size;
      customers.set(customerId, group);
      counts.push(0);
    }
    groupOf[index] = group;
    counts[group]!++;
  }
  const ends = new Int32Array(counts.length);
  let placed = 0;
  // Each group is filled from its start; in the end, that has moved to its end.
  for (const [group, count] of counts.entries()) {
    ends[group] = placed;
    placed += count;
  }
  const places = new Int32Array(events.length);
  for (let index = 0; index < events.length; index++) places[ends[groupOf[index]!]!++] = index;
  return { customers, places, ends };
}

function refuse(customerId: unknown, index: number): string {
  return readWord(customerId, `events[${index}].customerId`);
}
