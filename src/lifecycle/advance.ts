import type { AsOf } from "../core/calendar.js";
import { asOfToMs } from "../rules/as-of.js";
import { isDue } from "./advance-all.js";
import { checkState } from "./check-state.js";
import { planOf } from "./compile-lifecycle.js";
import type { Lifecycle } from "./compiled-types.js";
import { openFold, progressOf } from "./fold/fold.js";
import { runUntil } from "./fold/settle.js";
import type { LifecycleState, Progress } from "./state-types.js";

/**
 * Brings a customer up to a time: every move that time alone causes fires at its own instant, in
 * order, however long nobody looked. In two steps or in one, the result is the same.
 *
 * @param asOf - up to and including this instant; a date means the end of that day in the machine's zone
 * @returns the state, the moves and what there is to do; the very same state when nothing was due
 * @throws ClienteleError UNSUPPORTED_VERSION when the state is of another version of the machine;
 *   LIMIT_EXCEEDED when moves follow each other without end
 * @example
 * advance(lifecycle, state, "2026-12-31").state.current //=> "dormant"
 */
export function advance(lifecycle: Lifecycle, state: LifecycleState, asOf: AsOf): Progress {
  const plan = planOf(lifecycle);
  checkState(plan, state);
  const untilMs = asOfToMs(asOf, lifecycle.definition.zone);
  if (!isDue(state, untilMs)) return { state, moves: NOTHING, effects: NOTHING };
  const fold = openFold(plan, state);
  runUntil(fold, untilMs);
  return progressOf(fold);
}

const NOTHING: readonly never[] = [];
