import type { CountSubject, FactSubject, OrderedKind, Subject } from "../types.js";
import { compilePath } from "../values/read-path.js";
import { factPath, planEvents } from "./plan-events.js";
import { planField } from "./plan-field.js";
import type { CountRange, PlanContext, PlannedSubject } from "./types.js";

/**
 * Prepares a subject that stands at `path` in the rule.
 *
 * @param kind - the kind of its values, where the test makes it known
 */
export function planSubject(
  subject: Subject,
  path: string,
  context: PlanContext,
  kind: OrderedKind | undefined,
): PlannedSubject {
  if ("fact" in subject) return planFact(subject);
  if ("count" in subject) return planCount(subject, path, context);
  return planField(subject, path, context, kind);
}

function planFact(subject: FactSubject): PlannedSubject {
  const read = compilePath(subject.fact);
  return {
    read,
    exists: (scope, root, asOfMs) => read(scope, root, asOfMs) !== undefined,
    missing(scope, root, asOfMs, at) {
      if (read(scope, root, asOfMs) !== undefined) return [];
      return [{ path: factPath(subject.fact, at), why: "missing" }];
    },
    nextChange: () => Infinity,
  };
}

function planCount(subject: CountSubject, path: string, context: PlanContext): PlannedSubject {
  const events = planEvents(subject.count, subject, path, context);
  let lowest = 0;
  let highest = 0;
  const range: CountRange = {
    find(scope, root, asOfMs) {
      lowest = 0;
      highest = 0;
      const items = events.list(scope, root, asOfMs);
      if (items === undefined) return false;
      for (let index = 0; index < items.length; index++) {
        const belongs = events.belongs(items[index], root, asOfMs);
        if (belongs === true) lowest++;
        if (belongs !== false) highest++;
      }
      return true;
    },
    lowest: () => lowest,
    highest: () => highest,
  };
  return {
    read: (scope, root, asOfMs) =>
      range.find(scope, root, asOfMs) && lowest === highest ? lowest : undefined,
    exists: (scope, root, asOfMs) => (range.find(scope, root, asOfMs) ? true : undefined),
    events,
    range,
    missing: events.missing,
    nextChange: events.nextChange,
  };
}
