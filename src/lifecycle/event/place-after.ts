import type { LifecycleState } from "../state-types.js";
import { compareEvents, type PlacedEvent } from "./read-event.js";

/**
 * Where an event stands to a state: `new` after everything in it, `known` if it is the latest event of
 * the state, `late` if something that took effect later is already in it.
 */
export function placeAfter(
  placed: PlacedEvent,
  { cursor, atMs }: LifecycleState,
): "new" | "known" | "late" {
  if (cursor?.id === placed.id) return cursor.atMs === placed.atMs ? "known" : "late";
  if (placed.atMs < atMs) return "late";
  return cursor !== undefined && compareEvents(placed, cursor) < 0 ? "late" : "new";
}
