import type { StageVisit } from "../../../src/lifecycle/index.js";

export const DAY = 86_400_000;

/** The stages of one customer with the days on which they were entered; the last one goes on. */
export function path(
  customerId: string,
  steps: readonly (readonly [stage: string, day: number])[],
): StageVisit[] {
  return steps.map(([stage, day], index) => {
    const next = steps[index + 1];
    const entered = { customerId, stage, enteredMs: Math.round(day * DAY) };
    return next === undefined
      ? entered
      : { ...entered, leftMs: Math.round(next[1] * DAY), next: next[0] };
  });
}
