import type { LeafPlan, MachinePlan, PlannedStage } from "../plan/types.js";
import type {
  Effect,
  EventCursor,
  LifecycleState,
  MoveRecord,
  Progress,
  StageHistory,
} from "../state-types.js";

/** What is put together here, and never changes again. */
export type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A state while it is worked on: the one place where something changes, never seen outside. */
export interface Fold {
  readonly plan: MachinePlan;
  readonly customerId: string;
  leaf: LeafPlan;
  peak: PlannedStage | undefined;
  since: Record<string, number>;
  readonly stages: Record<string, StageHistory>;
  sequence: number;
  readonly taken: Record<string, number>;
  last: MoveRecord | undefined;
  atMs: number;
  /** The next instant to look at the machine again; Infinity when time alone changes nothing. */
  dueMs: number;
  brokenSince: Record<string, number> | undefined;
  facts: Record<string, unknown>;
  lastAt: Record<string, number> | undefined;
  cursor: EventCursor | undefined;
  /** The lists that nobody else holds, so that events are appended in place. */
  readonly owned: Set<string>;
  moves: MoveRecord[];
  effects: Effect[];
}

/** Begins to work on a state; the state itself stays as it is. */
export function openFold(plan: MachinePlan, state: LifecycleState): Fold {
  const { peak, last, dueMs = Infinity, brokenSince, lastAt, cursor } = state;
  return {
    plan,
    customerId: state.customerId,
    leaf: plan.leaf(plan.stages.get(state.current) as PlannedStage),
    peak: peak === undefined ? undefined : plan.stages.get(peak),
    since: state.since,
    stages: { ...state.stages },
    sequence: state.sequence,
    taken: { ...state.taken },
    last,
    atMs: state.atMs,
    dueMs,
    brokenSince,
    facts: { ...state.facts },
    lastAt: plan.events.awaited.size > 0 ? { ...lastAt } : undefined,
    cursor,
    owned: new Set(),
    moves: [],
    effects: [],
  };
}

/** What has become of the customer. */
export function progressOf(fold: Fold): Progress {
  return { state: closeFold(fold), moves: fold.moves, effects: fold.effects };
}

/** The state as it has become. */
export function closeFold(fold: Fold): LifecycleState {
  const { peak, last, dueMs, brokenSince, lastAt, cursor } = fold;
  const state: Writable<LifecycleState> = {
    kind: "lifecycle-state",
    version: 1,
    customerId: fold.customerId,
    machine: fold.plan.lifecycle.stamp,
    current: fold.leaf.stage.id,
    since: fold.since,
    stages: fold.stages,
    sequence: fold.sequence,
    taken: fold.taken,
    atMs: fold.atMs,
    facts: fold.facts,
  };
  if (peak !== undefined) state.peak = peak.id;
  if (last !== undefined) state.last = last;
  if (dueMs !== Infinity) state.dueMs = dueMs;
  if (brokenSince !== undefined) state.brokenSince = brokenSince;
  if (lastAt !== undefined) state.lastAt = lastAt;
  if (cursor !== undefined) state.cursor = cursor;
  return state;
}
