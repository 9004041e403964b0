import { type ClienteleError, invalid } from "../../core/errors.js";
import { readInstantMs } from "../../rules/values/read-instant.js";
import type { EventCursor, LifecycleEvent } from "../state-types.js";

/** An event whose place in the order of all events is known. */
export interface PlacedEvent extends EventCursor {
  readonly event: LifecycleEvent;
}

/**
 * Reads the parts of an event that the fold stands on.
 *
 * @param ofCustomer - the customer that it must be of
 * @throws ClienteleError INVALID_DATA with the place of what is wrong
 */
export function readEvent(event: LifecycleEvent, where: string, ofCustomer?: string): PlacedEvent {
  if (typeof event !== "object" || event === null) throw wrong(where, "an event", event);
  const { id, customerId, type, at, recordedAt = at } = event;
  checkWord(id, where, "id");
  checkWord(customerId, where, "customerId");
  checkWord(type, where, "type");
  if (ofCustomer !== undefined && customerId !== ofCustomer) {
    throw wrong(`${where}.customerId`, JSON.stringify(ofCustomer), customerId);
  }
  const atMs = momentIn(at, where, "at");
  const recordedAtMs = recordedAt === at ? atMs : momentIn(recordedAt, where, "recordedAt");
  checkRecord(event.data, where, "data");
  checkRecord(event.facts, where, "facts");
  checkRights(event, where);
  return { atMs, recordedAtMs, id, event };
}

/** The order of all events: by when they took effect, then when they became known, then by id. */
export function compareEvents(one: EventCursor, other: EventCursor): number {
  if (one.atMs !== other.atMs) return one.atMs - other.atMs;
  if (one.recordedAtMs !== other.recordedAtMs) return one.recordedAtMs - other.recordedAtMs;
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}

/**
 * The epoch milliseconds of an instant or of a time with its offset.
 *
 * @throws ClienteleError INVALID_DATA
 */
export function readMoment(raw: unknown, where: string): number {
  const atMs = readInstantMs(raw);
  if (!Number.isNaN(atMs)) return atMs;
  throw wrong(where, "an instant, or a time such as 2024-03-31T18:00:00+08:00", raw);
}

/**
 * A text that names something.
 *
 * @throws ClienteleError INVALID_DATA
 */
export function readWord(text: unknown, where: string): string {
  if (typeof text === "string" && text !== "") return text;
  throw wrong(where, "a text that is not empty", text);
}

// The place is put together only once something is wrong: there are millions of events.
function momentIn(raw: unknown, where: string, key: string): number {
  const atMs = readInstantMs(raw);
  return Number.isNaN(atMs) ? readMoment(raw, `${where}.${key}`) : atMs;
}

function checkWord(text: unknown, where: string, key: string): void {
  if (typeof text !== "string" || text === "") readWord(text, `${where}.${key}`);
}

function checkRecord(value: unknown, where: string, key: string): void {
  if (value === undefined) return;
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return;
  throw wrong(`${where}.${key}`, "an object", value);
}

function checkRights({ by, reason, permissions, retracted }: LifecycleEvent, where: string): void {
  if (by !== undefined) checkWord(by, where, "by");
  if (reason !== undefined) checkWord(reason, where, "reason");
  if (permissions !== undefined && !Array.isArray(permissions)) {
    throw wrong(`${where}.permissions`, "a list of texts", permissions);
  }
  if (retracted !== undefined && typeof retracted !== "boolean") {
    throw wrong(`${where}.retracted`, "true or false", retracted);
  }
}

function wrong(where: string, expected: string, got: unknown): ClienteleError {
  return invalid(where, expected, got, { code: "INVALID_DATA" });
}
