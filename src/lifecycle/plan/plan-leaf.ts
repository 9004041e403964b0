import { namesOf } from "../definition/check-moves.js";
import { planCrossing } from "./plan-crossing.js";
import { isLeftByStar } from "./plan-move.js";
import type { LeafPlan, PlannedMove, PlannedStage, Step } from "./types.js";

/** The moves by the stage that they leave; those that leave any stage only once. */
export interface LeavingMoves {
  readonly named: ReadonlyMap<string, readonly PlannedMove[]>;
  readonly anywhere: readonly PlannedMove[];
}

/** Groups the moves, in the order in which they are listed. */
export function groupMoves(moves: readonly PlannedMove[]): LeavingMoves {
  const named = new Map<string, PlannedMove[]>();
  const anywhere: PlannedMove[] = [];
  for (const move of moves) {
    for (const name of new Set(namesOf(move.definition?.from))) {
      const group = name === "*" ? anywhere : named.get(name);
      if (group === undefined) named.set(name, [move]);
      else group.push(move);
    }
  }
  return { named, anywhere };
}

/** Plans what can happen in an innermost stage. */
export function planLeaf(stage: PlannedStage, leaving: LeavingMoves): LeafPlan {
  const steps = stepsFrom(stage, leaving);
  const onEvent = new Map<string, Step[]>();
  for (const step of steps) {
    for (const type of new Set(step.move.on)) {
      const same = onEvent.get(type);
      if (same === undefined) onEvent.set(type, [step]);
      else same.push(step);
    }
  }
  return {
    stage,
    onEvent,
    bySelf: steps.filter((step) => step.move.on.length === 0 && leadsOn(step, stage)),
    stays: stage.line.flatMap((source) =>
      source.stay === undefined
        ? []
        : [{ stage: source, stay: source.stay, step: stepOf(source.stay.move, source, stage) }],
    ),
  };
}

/** The steps out of a stage: by priority, then inner stages before outer ones, then as listed. */
function stepsFrom(stage: PlannedStage, { named, anywhere }: LeavingMoves): readonly Step[] {
  const sources = new Map<PlannedMove, PlannedStage>();
  for (const source of [...stage.line].reverse()) {
    const moves = [...(named.get(source.id) ?? [])];
    if (source === stage && isLeftByStar(stage)) moves.push(...anywhere);
    for (const move of moves.sort((one, other) => one.index - other.index)) {
      if (!sources.has(move)) sources.set(move, source);
    }
  }
  const sorted = [...sources].sort(([one], [other]) => other.priority - one.priority);
  return sorted.map(([move, source]) => stepOf(move, source, stage));
}

function stepOf(move: PlannedMove, source: PlannedStage, from: PlannedStage): Step {
  const crossing = move.to === undefined ? undefined : planCrossing(move, from, move.to);
  return { move, source, crossing };
}

/** A move that only waits for its guard would be taken again and again if it led to where one is. */
function leadsOn({ move }: Step, stage: PlannedStage): boolean {
  return move.isTimedByEntry || move.to === undefined || !stage.line.includes(move.to);
}
