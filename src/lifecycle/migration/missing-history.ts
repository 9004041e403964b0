import type { EventList } from "../plan/plan-events.js";
import type { MachinePlan } from "../plan/types.js";

/** What a new version reads and the states of the old one do not hold. */
export interface MissingHistory {
  /** Lists of events that are not kept, or not with all fields, or not as far back. */
  readonly lists: readonly string[];
  /** Events whose latest time is not kept, though a move waits for them not to come. */
  readonly awaited: readonly string[];
  readonly facts: readonly string[];
}

/** Compares what two versions keep. */
export function missingHistory(from: MachinePlan, to: MachinePlan): MissingHistory {
  const types = Object.keys(to.lifecycle.definition.events ?? {});
  const lists = types.flatMap((type) => {
    const list = to.events.listOf(type);
    return list === undefined || isKept(from.events.listOf(type), list) ? [] : [list.name];
  });
  const awaited = [...to.events.awaited].filter(
    (type) => !from.events.awaited.has(type) && from.events.listOf(type) === undefined,
  );
  const facts = [...to.events.facts].filter(
    (name) => !(from.events.facts.has(name) || to.events.lists.has(name) || isOwn(name)),
  );
  return { lists: [...new Set(lists)], awaited, facts };
}

function isKept(old: EventList | undefined, list: EventList): boolean {
  if (old === undefined || old.name !== list.name || old.horizonMs < list.horizonMs) return false;
  if (old.fields === undefined) return true;
  return list.fields?.every((field) => old.fields?.includes(field)) ?? false;
}

/** What the machine provides itself is made anew, or comes with the event. */
function isOwn(name: string): boolean {
  return name === "entered" || name === "event" || name === "machines";
}
