import { invalid } from "../../core/errors.js";
import { isOwnFact } from "../definition/check-names.js";
import { keepJson } from "../event/keep-json.js";
import type { PlacedEvent } from "../event/read-event.js";
import type { EventList } from "../plan/plan-events.js";
import { countBefore, type TimedItem } from "../plan/rolling-window.js";
import type { Fold } from "./fold.js";

/** Notes what an event brings: the facts and the item of its list that the machine reads. */
export function recordEvent(fold: Fold, placed: PlacedEvent, where: string): void {
  const { event, atMs } = placed;
  const { events } = fold.plan;
  recordFacts(fold, event.facts, `${where}.facts`);
  const list = events.listOf(event.type);
  if (list !== undefined) append(fold, list, itemOf(placed, list, `${where}.data`));
  if (fold.lastAt !== undefined && events.awaited.has(event.type)) {
    fold.lastAt[event.type] = atMs;
  }
  const { recordedAtMs, id } = placed;
  fold.cursor = { atMs, recordedAtMs, id };
  fold.atMs = atMs;
}

/** Notes the facts that the machine reads; `null` clears one. */
export function recordFacts(
  fold: Fold,
  facts: Readonly<Record<string, unknown>> | undefined,
  where: string,
): void {
  if (facts === undefined) return;
  for (const name of Object.keys(facts)) {
    if (!fold.plan.events.facts.has(name) || isOwnFact(name)) continue;
    const value = facts[name];
    if (value === undefined) continue;
    if (fold.plan.events.lists.has(name)) {
      throw invalid(`${where}.${name}`, "left to the events that join this list", value, {
        code: "INVALID_DATA",
      });
    }
    if (value === null) delete fold.facts[name];
    else fold.facts[name] = keepJson(value, `${where}.${name}`);
  }
}

/** An event as guards see it in its list: its own fields, and `at`, `type` and `id`. */
function itemOf(placed: PlacedEvent, { fields }: EventList, where: string): TimedItem {
  const { event, atMs } = placed;
  const { data = {} } = event;
  const item: Record<string, unknown> & TimedItem = { at: atMs };
  for (const field of fields ?? Object.keys(data)) {
    if (field === "at" || field === "__proto__") continue;
    if (field === "type" || field === "id") {
      item[field] = event[field];
      continue;
    }
    const value = Object.hasOwn(data, field) ? data[field] : undefined;
    if (value !== undefined && value !== null) item[field] = keepJson(value, `${where}.${field}`);
  }
  return item;
}

/** Appends an item, and lets go of those that no guard will read again. */
function append(fold: Fold, { name, horizonMs }: EventList, item: TimedItem): void {
  const items = fold.facts[name] as readonly TimedItem[];
  const first = countBefore(items, item.at - horizonMs);
  // Half of a list at a time, so that letting go costs little for each item.
  const isWorthwhile = first > 0 && first >= items.length / 2;
  if (isWorthwhile) fold.facts[name] = [...items.slice(first), item];
  else if (fold.owned.has(name)) (items as TimedItem[]).push(item);
  else fold.facts[name] = [...items, item];
  fold.owned.add(name);
}
