import { namesOf } from "../definition/check-moves.js";
import type { LifecycleDefinition } from "../types.js";
import type { ReadNames } from "./read-names.js";
import { rollingWindow } from "./rolling-window.js";

/** What the machine keeps of an event, so that it can go on without the history. */
export interface EventPlan {
  /** Whether somebody asks for a move with such an event. */
  isRequest(type: string): boolean;
  /** The events that moves wait not to come. */
  readonly awaited: ReadonlySet<string>;
  /** The list that such an event joins; absent when nothing reads it. */
  listOf(type: string): EventList | undefined;
  /** Facts that are read, so that they are kept. */
  readonly facts: ReadonlySet<string>;
  /** The lists that are read; a customer starts with them empty. */
  readonly lists: ReadonlySet<string>;
}

/** A list of events, as guards read it. */
export interface EventList {
  readonly name: string;
  /** The fields that an item keeps; absent when the list is read as a whole. */
  readonly fields: readonly string[] | undefined;
  /** How long ago an event may be that is still read; Infinity when every one is. */
  readonly horizonMs: number;
}

/** Plans what is kept, from all that the guards and times of a machine read. */
export function planEvents(
  { events = {}, moves }: LifecycleDefinition,
  reads: readonly ReadNames[],
): EventPlan {
  const facts = new Set(reads.flatMap((names) => [...names.facts]));
  const fields = new Map<string, Set<string>>();
  for (const [list, names] of reads.flatMap((each) => [...each.lists])) {
    fields.set(list, new Set([...(fields.get(list) ?? []), ...names]));
  }
  const horizons = horizonsOf(reads);
  const awaited = new Set(moves.flatMap(({ without }) => namesOf(without)));
  const requests = new Set<string>();
  const lists = new Map<string, EventList>();
  for (const [type, { list: name, request }] of Object.entries(events)) {
    if (request === true) requests.add(type);
    if (name === undefined || !(facts.has(name) || fields.has(name))) continue;
    const isWhole = facts.has(name);
    lists.set(type, {
      name,
      fields: isWhole ? undefined : [...(fields.get(name) ?? [])],
      horizonMs: isWhole ? Infinity : (horizons.get(name) ?? Infinity),
    });
  }
  return {
    isRequest: (type) => requests.has(type),
    awaited,
    listOf: (type) => lists.get(type),
    // A list that no event joins is a fact like any other.
    facts: new Set([...facts, ...fields.keys()]),
    lists: new Set([...lists.values()].map(({ name }) => name)),
  };
}

/** How long ago an event of each list may be that is still read. */
function horizonsOf(reads: readonly ReadNames[]): ReadonlyMap<string, number> {
  const horizons = new Map<string, number>();
  for (const window of reads.flatMap(({ windows }) => windows)) {
    const horizonMs = rollingWindow(window)?.surelyOutMs ?? Infinity;
    horizons.set(window.list, Math.max(horizons.get(window.list) ?? 0, horizonMs));
  }
  return horizons;
}
