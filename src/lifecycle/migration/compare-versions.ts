import { invalid } from "../../core/errors.js";
import type { Lifecycle } from "../compiled-types.js";
import { replayAll } from "../replay-all.js";
import type { LifecycleEvent, MoveRecord, Replay } from "../state-types.js";
import type { CompareOptions } from "./options.js";

/** How two versions of a lifecycle, or two lifecycles, treat the same history. */
export interface VersionComparison {
  readonly customers: number;
  /** Customers who end in stages of the same name. */
  readonly alike: number;
  /** How many customers end where in the one and in the other, the most frequent first. */
  readonly ends: readonly {
    readonly one: string;
    readonly other: string;
    readonly customers: number;
  }[];
  /** How many moves and effects each of the two makes. */
  readonly moves: { readonly one: number; readonly other: number };
  readonly effects: { readonly one: number; readonly other: number };
  /** The first customers whose ways part, in the order in which they come. */
  readonly partings: readonly Parting[];
}

/** Where the ways of one customer part. */
export interface Parting {
  readonly customerId: string;
  readonly atMs: number;
  /** The first move that the other does not make; absent when it makes none there. */
  readonly one?: MoveRecord;
  readonly other?: MoveRecord;
  /** The stages at the end. */
  readonly ends: { readonly one: string; readonly other: string };
}

/**
 * Runs two versions side by side over one history, before the new one is published: who would be where,
 * and from which moment on.
 *
 * @param events - of all customers, in any order
 * @param options - `asOf`; `facts`, what is known from the start, by customer; `most` partings to tell
 * @returns the comparison; without events, of no customers
 * @throws ClienteleError INVALID_DATA with the index of an event that cannot be read
 * @example
 * compareVersions(v1, v2, events, { asOf: "2026-05-01" }).ends
 * //=> [{ one: "loyal", other: "repeat", customers: 12 }]
 */
export function compareVersions(
  one: Lifecycle,
  other: Lifecycle,
  events: readonly LifecycleEvent[],
  { asOf, facts, most = 100 }: CompareOptions,
): VersionComparison {
  if (!Number.isSafeInteger(most) || most < 0) {
    throw invalid("options.most", "a whole number of 0 or more", most);
  }
  const [ones, others] = [one, other].map((version) => replayAll(version, events, { asOf, facts }));
  const pairs = (ones ?? []).map((replay, index) => [replay, others?.[index] as Replay] as const);
  const partings = pairs.flatMap(([left, right]) => findParting(left, right) ?? []);
  const ends = new Map<string, VersionComparison["ends"][number]>();
  for (const [left, right] of pairs) {
    const [from, to] = [left.state.current, right.state.current];
    const key = JSON.stringify([from, to]);
    ends.set(key, { one: from, other: to, customers: (ends.get(key)?.customers ?? 0) + 1 });
  }
  return {
    customers: pairs.length,
    alike: pairs.filter(([left, right]) => left.state.current === right.state.current).length,
    ends: [...ends.values()].sort((left, right) => right.customers - left.customers),
    moves: { one: total(ones, "moves"), other: total(others, "moves") },
    effects: { one: total(ones, "effects"), other: total(others, "effects") },
    partings: partings.slice(0, most),
  };
}

function findParting(left: Replay, right: Replay): Parting | undefined {
  const length = Math.max(left.moves.length, right.moves.length);
  for (let index = 0; index < length; index++) {
    const [one, other] = [left.moves[index], right.moves[index]];
    if (one?.atMs === other?.atMs && one?.from === other?.from && one?.to === other?.to) continue;
    return {
      customerId: left.state.customerId,
      atMs: Math.min(one?.atMs ?? Infinity, other?.atMs ?? Infinity),
      ...(one !== undefined && { one }),
      ...(other !== undefined && { other }),
      ends: { one: left.state.current, other: right.state.current },
    };
  }
  return undefined;
}

function total(replays: readonly Replay[] = [], of: "moves" | "effects"): number {
  return replays.reduce((sum, replay) => sum + replay[of].length, 0);
}
