import { checkState } from "./check-state.js";
import { planOf } from "./compile-lifecycle.js";
import type { Lifecycle } from "./compiled-types.js";
import { openFold } from "./fold/fold.js";
import { settle } from "./fold/settle.js";
import type { LifecycleState } from "./state-types.js";

/** How often a machine is looked at ahead before the answer is "look again then". */
const MOST_LOOKS = 1000;

/**
 * The instant at which time alone moves the customer next, if no event comes before: what a host sets
 * its scheduler to. Rules that depend on windows are looked at ahead, up to 1,000 times; should no move
 * be found by then, it is the instant to look again.
 *
 * @returns epoch milliseconds; `undefined` when time alone never moves the customer
 * @throws ClienteleError UNSUPPORTED_VERSION when the state is of another version of the machine
 * @example
 * new Date(nextDue(lifecycle, state) ?? 0).toISOString() //=> "2026-05-31T02:00:00.000Z"
 */
export function nextDue(lifecycle: Lifecycle, state: LifecycleState): number | undefined {
  const plan = planOf(lifecycle);
  checkState(plan, state);
  const fold = openFold(plan, state);
  for (let looks = 0; looks < MOST_LOOKS && fold.dueMs < Infinity; looks++) {
    const lookMs = fold.dueMs;
    settle(fold, lookMs);
    if (fold.moves.length > 0) return lookMs;
  }
  return fold.dueMs < Infinity ? fold.dueMs : undefined;
}
