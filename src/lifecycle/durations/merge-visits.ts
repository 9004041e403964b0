import { invalid } from "../../core/errors.js";
import { checkVisits } from "./check-visits.js";
import type { StageVisit } from "./types.js";
import { visitsByCustomer } from "./visits-by-customer.js";

/**
 * Visits of groups of stages instead of stages: of the stages around the innermost ones, or of any
 * other. A visit goes on while the customer moves within its group.
 *
 * @param visits - from `listVisits`, or your own; in any order
 * @param groups - the group of each stage; a stage that is not in it stays what it is
 * @returns visits customer by customer, in order of time
 * @throws ClienteleError INVALID_ARGUMENT, INVALID_DATA
 * @example
 * const outer = Object.fromEntries([...lifecycle.stages.values()].map(({ id, line }) => [id, line[0]!.id]));
 * mergeVisits(listVisits(paths), outer)
 */
export function mergeVisits(
  visits: readonly StageVisit[],
  groups: Readonly<Record<string, string>>,
): StageVisit[] {
  checkVisits(visits);
  if (typeof groups !== "object" || groups === null) {
    throw invalid("groups", "an object with the group of each stage", groups);
  }
  const groupOf = (stage: string): string =>
    Object.hasOwn(groups, stage) ? (groups[stage] as string) : stage;
  const names = new Set(Object.values(groups));
  const merged: StageVisit[] = [];
  for (const ofCustomer of visitsByCustomer(visits).values()) {
    let open: StageVisit | undefined;
    for (const visit of ofCustomer) {
      const stage = groupOf(visit.stage);
      const next = visit.next === undefined ? {} : { next: groupOf(visit.next) };
      if (open !== undefined && names.has(stage) && isInside(open, stage, visit)) {
        open = { ...visit, ...next, stage, enteredMs: open.enteredMs };
      } else {
        if (open !== undefined) merged.push(open);
        open = { ...visit, ...next, stage };
      }
    }
    if (open !== undefined) merged.push(open);
  }
  return merged;
}

function isInside(open: StageVisit, stage: string, { enteredMs }: StageVisit): boolean {
  return open.stage === stage && open.next === stage && open.leftMs === enteredMs;
}
