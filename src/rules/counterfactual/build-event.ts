import { isRecord } from "../grammar/record.js";
import type { PlannedEvents } from "../plan/plan-events.js";
import type { CountSubject, FieldSubject } from "../types.js";
import { fieldOf } from "../values/kinds.js";
import type { Means } from "./realise-group.js";
import { applyEdit, type Situation } from "./situation.js";

/**
 * An event that a count, sum, min, max or last would take in: like the last one that it does, but
 * at the latest moment of its window, with that value in its field, and as its filter asks for.
 *
 * @returns the event; `undefined` when none is found
 */
export function buildEvent(
  subject: CountSubject | FieldSubject,
  events: PlannedEvents,
  items: readonly unknown[],
  value: unknown,
  { root, asOfMs }: Situation,
  { satisfy, hints }: Means,
): object | undefined {
  const isTimed = subject.within !== undefined || "last" in subject;
  const example = items.findLast((item) => events.belongs(item, root, asOfMs)) ?? items.at(-1);
  const start = isRecord(example) ? { ...example } : hints.blankEvent(events.listPath);
  let event: Situation = { scope: start, root, asOfMs };
  if (isTimed) {
    const moment = events.latest(items, root, asOfMs);
    if (moment === undefined) return undefined;
    event = applyEdit(event, { kind: "set", path: events.atPath, to: moment });
  }
  if (!("count" in subject) && value !== undefined) {
    event = applyEdit(event, { kind: "set", path: fieldOf(subject), to: value });
  }
  const filtered =
    events.where === undefined ? event : satisfy(events.where, event, events.listPath);
  const isMeant = filtered !== undefined && events.belongs(filtered.scope, root, asOfMs) === true;
  return isMeant ? filtered.scope : undefined;
}
