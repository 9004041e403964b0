import type { StageVisit } from "./types.js";

/**
 * The visits of each customer in order of time. Of those that begin at one instant, the ones that took
 * no time come first, in their order.
 */
export function visitsByCustomer(visits: readonly StageVisit[]): Map<string, StageVisit[]> {
  const byCustomer = new Map<string, StageVisit[]>();
  for (const visit of visits) {
    const ofCustomer = byCustomer.get(visit.customerId);
    if (ofCustomer === undefined) byCustomer.set(visit.customerId, [visit]);
    else ofCustomer.push(visit);
  }
  for (const ofCustomer of byCustomer.values()) {
    ofCustomer.sort(
      (left, right) =>
        left.enteredMs - right.enteredMs || Number(takesTime(left)) - Number(takesTime(right)),
    );
  }
  return byCustomer;
}

function takesTime({ enteredMs, leftMs }: StageVisit): boolean {
  return leftMs !== enteredMs;
}
