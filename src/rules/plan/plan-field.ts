import { LIMITS } from "../grammar/limits.js";
import type { MissingFact } from "../trace.js";
import type { FieldSubject, OrderedKind } from "../types.js";
import { fieldOf } from "../values/kinds.js";
import { compilePath } from "../values/read-path.js";
import { combinationOf } from "./combine-values.js";
import { factPath, planEvents } from "./plan-events.js";
import type { FindMissing, Holds, PlanContext, PlannedSubject } from "./types.js";

/** Prepares a sum, min, max or last that stands at `path` in the rule. */
export function planField(
  subject: FieldSubject,
  path: string,
  context: PlanContext,
  kind: OrderedKind | undefined,
): PlannedSubject {
  const events = planEvents(subject.of, subject, path, context);
  const field = fieldOf(subject);
  const readField = compilePath(field);
  const combination = combinationOf(subject, kind, context.clock);

  const read: PlannedSubject["read"] = (scope, root, asOfMs) => {
    const items = events.list(scope, root, asOfMs);
    if (items === undefined) return undefined;
    combination.start();
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      const belongs = events.belongs(item, root, asOfMs);
      if (belongs === false) continue;
      if (belongs === undefined || typeof item !== "object" || item === null) return undefined;
      const value = readField(item, root, asOfMs);
      if (value === undefined) return undefined;
      if (!combination.take(value, events.moment(item, root, asOfMs))) return undefined;
    }
    return combination.result();
  };

  const isEmpty: Holds = (scope, root, asOfMs) => {
    const items = events.list(scope, root, asOfMs);
    if (items === undefined) return undefined;
    return items.every((item) => events.belongs(item, root, asOfMs) === false);
  };

  const missing: FindMissing = (scope, root, asOfMs, at) => {
    if (read(scope, root, asOfMs) !== undefined) return [];
    const unknownEvents = events.missing(scope, root, asOfMs, at);
    if (unknownEvents.length > 0) return unknownEvents;
    const list = factPath(subject.of, at);
    if (isEmpty(scope, root, asOfMs) === true) return [{ path: list, why: "empty" }];
    const found: MissingFact[] = [];
    combination.start();
    for (const [index, item] of (events.list(scope, root, asOfMs) ?? []).entries()) {
      if (found.length >= LIMITS.missing) break;
      if (events.belongs(item, root, asOfMs) !== true) continue;
      const path = `${list}[${index}]`;
      if (typeof item !== "object" || item === null) {
        found.push({ path, why: "unusable" });
        continue;
      }
      const value = readField(item, root, asOfMs);
      if (value !== undefined && combination.take(value, events.moment(item, root, asOfMs))) {
        continue;
      }
      found.push({ path: `${path}.${field}`, why: value === undefined ? "missing" : "unusable" });
    }
    return found;
  };

  return {
    read,
    exists(scope, root, asOfMs) {
      if (read(scope, root, asOfMs) !== undefined) return true;
      return isEmpty(scope, root, asOfMs) === true ? false : undefined;
    },
    events,
    missing,
    nextChange: events.nextChange,
  };
}
