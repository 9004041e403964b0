import { placeAfter } from "../event/place-after.js";
import type { PlacedEvent } from "../event/read-event.js";
import type { MachinePlan } from "../plan/types.js";
import type { LifecycleEvent, LifecycleState, RefusedEvent, Replay } from "../state-types.js";
import { applyEvent } from "./apply-event.js";
import { type Fold, openFold, progressOf } from "./fold.js";
import { runUntil } from "./settle.js";
import { startFold } from "./start-fold.js";

/** How far a history is folded, and from where. */
export interface FoldOptions {
  readonly untilMs: number;
  readonly from: LifecycleState | undefined;
  readonly facts: Readonly<Record<string, unknown>> | undefined;
}

/** Folds ordered events of one customer; `undefined` when there is neither an event nor a state. */
export function foldHistory(
  plan: MachinePlan,
  events: readonly PlacedEvent[],
  { untilMs, from, facts }: FoldOptions,
): Replay | undefined {
  const late: LifecycleEvent[] = [];
  const refused: RefusedEvent[] = [];
  let fold: Fold | undefined = from === undefined ? undefined : openFold(plan, from);
  for (const placed of events) {
    const { event, atMs } = placed;
    if (atMs > untilMs) break;
    if (from !== undefined && placeAfter(placed, from) !== "new") {
      late.push(event);
      continue;
    }
    fold ??= startFold(plan, event.customerId, atMs, facts);
    const obstacle = applyEvent(fold, placed, `event ${event.id}`);
    if (obstacle === undefined) continue;
    const move = obstacle.choice?.step.move.id;
    refused.push({ event, code: obstacle.code, ...(move !== undefined && { move }) });
  }
  if (fold === undefined) return undefined;
  runUntil(fold, untilMs);
  return { ...progressOf(fold), refused, late };
}
