import type { AsOf } from "../core/calendar.js";
import { invalid } from "../core/errors.js";
import { asOfToMs } from "../rules/as-of.js";
import { checkState } from "./check-state.js";
import { planOf } from "./compile-lifecycle.js";
import type { Lifecycle } from "./compiled-types.js";
import { openFold, progressOf } from "./fold/fold.js";
import { runUntil } from "./fold/settle.js";
import type { Effect, LifecycleState, MoveRecord } from "./state-types.js";

/** What became of many customers. */
export interface ProgressOfAll {
  /** One state per customer, in the order given; the very same where nothing was due. */
  readonly states: readonly LifecycleState[];
  readonly moves: readonly MoveRecord[];
  readonly effects: readonly Effect[];
}

/**
 * Brings many customers up to a time, as `advance` brings one; idle customers cost a comparison.
 *
 * @param asOf - up to and including this instant; a date means the end of that day in the machine's zone
 * @throws ClienteleError as `advance`
 * @example
 * const { states, effects } = advanceAll(lifecycle, stored, "2026-12-31");
 */
export function advanceAll(
  lifecycle: Lifecycle,
  states: readonly LifecycleState[],
  asOf: AsOf,
): ProgressOfAll {
  const plan = planOf(lifecycle);
  const untilMs = asOfToMs(asOf, lifecycle.definition.zone);
  if (!Array.isArray(states)) throw invalid("states", "a list of states", states);
  const advanced = [...states];
  const moves: MoveRecord[] = [];
  const effects: Effect[] = [];
  for (let index = 0; index < advanced.length; index++) {
    const state = advanced[index]!;
    checkState(plan, state);
    if (!isDue(state, untilMs)) continue;
    const fold = openFold(plan, state);
    runUntil(fold, untilMs);
    const progress = progressOf(fold);
    advanced[index] = progress.state;
    for (const move of progress.moves) moves.push(move);
    for (const effect of progress.effects) effects.push(effect);
  }
  return { states: advanced, moves, effects };
}

/** Whether time has anything to do for a customer by then. */
export function isDue({ dueMs }: LifecycleState, untilMs: number): boolean {
  return dueMs !== undefined && dueMs <= untilMs;
}
