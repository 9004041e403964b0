import { canonicalJson } from "../../core/canonical-json.js";
import type { LifecycleEvent } from "../state-types.js";
import { compareEvents, type PlacedEvent } from "./read-event.js";

/**
 * Puts the events of one customer in their order, each once: of several records of an id the one that
 * became known last counts, and a record that retracts takes the event out.
 *
 * @param placed - put in order in place
 * @param knownMs - records that became known later are left out
 */
export function orderEvents(placed: PlacedEvent[], knownMs: number): readonly PlacedEvent[] {
  if (!isOrdered(placed)) placed.sort(compareEvents);
  const isPlain = placed.every(
    ({ recordedAtMs, event }) => recordedAtMs <= knownMs && event.retracted !== true,
  );
  return isPlain && haveOwnIds(placed) ? placed : latestRecords(placed, knownMs);
}

/** The record of each id that counts, without those that are taken back. */
function latestRecords(placed: readonly PlacedEvent[], knownMs: number): readonly PlacedEvent[] {
  const latest = new Map<string, PlacedEvent>();
  for (const record of placed) {
    if (record.recordedAtMs > knownMs) continue;
    const other = latest.get(record.id);
    if (other === undefined || replaces(record, other)) latest.set(record.id, record);
  }
  const counted = new Set(latest.values());
  return placed.filter((record) => counted.has(record) && record.event.retracted !== true);
}

/** Whether a record of an event counts instead of another; of two from one instant, always the same. */
function replaces(record: PlacedEvent, other: PlacedEvent): boolean {
  if (record.recordedAtMs !== other.recordedAtMs) return record.recordedAtMs > other.recordedAtMs;
  return record.event !== other.event && textOf(record) > textOf(other);
}

/** A text that tells records apart, whatever the order of keys and the notation of times. */
function textOf({ atMs, event }: PlacedEvent): string {
  const { at: _at, recordedAt: _recordedAt, ...contents }: LifecycleEvent = event;
  return canonicalJson([atMs, contents], "event");
}

function isOrdered(placed: readonly PlacedEvent[]): boolean {
  for (let index = 1; index < placed.length; index++) {
    if (compareEvents(placed[index - 1]!, placed[index]!) > 0) return false;
  }
  return true;
}

/** Up to so many ids are faster compared one by one than put in a set. */
const FEW = 16;

function haveOwnIds(placed: readonly PlacedEvent[]): boolean {
  if (placed.length > FEW) return new Set(placed.map(({ id }) => id)).size === placed.length;
  for (let index = 1; index < placed.length; index++) {
    const { id } = placed[index]!;
    for (let before = 0; before < index; before++) if (placed[before]!.id === id) return false;
  }
  return true;
}
