import { itemPath, memberPath } from "../../rules/grammar/json-path.js";
import { namesOf } from "../definition/check-moves.js";
import type { LifecycleDefinition, MoveDefinition } from "../types.js";
import { planCalendarMoment, planDuration, planFactMoment } from "./plan-due.js";
import { planGuard } from "./plan-guard.js";
import type { Due, Guard, PlannedMove, PlannedStage } from "./types.js";

/** Prepares the moves as listed. */
export function planMoves(
  definition: LifecycleDefinition,
  stages: ReadonlyMap<string, PlannedStage>,
): readonly PlannedMove[] {
  const anywhere = [...stages.values()].filter(isLeftByStar);
  return definition.moves.map((move, index) => {
    const path = itemPath("$.moves", index);
    const names = namesOf(move.from);
    const from = names.includes("*")
      ? withNamed(anywhere, names, stages)
      : names.map((name) => stages.get(name) as PlannedStage);
    return { ...planMove(definition, move, path, stages), from, index };
  });
}

/** Prepares the move out of a stage whose condition of staying has run out. */
export function planStayMove(
  from: PlannedStage,
  to: PlannedStage,
  guard: Guard,
  path: string,
): PlannedMove {
  return {
    id: `${from.id}:stay`,
    path,
    definition: undefined,
    from: [from],
    to,
    kind: "back",
    on: [],
    priority: 0,
    index: Infinity,
    guard,
    due: undefined,
    isTimedByEntry: false,
    without: [],
    isEarly: false,
    permission: undefined,
    reasons: undefined,
    effects: undefined,
  };
}

function planMove(
  definition: LifecycleDefinition,
  move: MoveDefinition,
  path: string,
  stages: ReadonlyMap<string, PlannedStage>,
): Omit<PlannedMove, "from" | "index"> {
  const { id, to, kind, when, priority = 0, early = false } = move;
  return {
    id,
    path,
    definition: move,
    to: to === "*" ? undefined : stages.get(to),
    kind,
    on: namesOf(move.on),
    priority,
    guard: when === undefined ? undefined : planGuard(definition, when, memberPath(path, "when")),
    due: planDue(move, definition.zone),
    isTimedByEntry: move.after !== undefined || (move.at !== undefined && "next" in move.at),
    without: namesOf(move.without),
    isEarly: early,
    permission: move.permission,
    reasons: move.reasons,
    effects: move.effects,
  };
}

function planDue({ after, at }: MoveDefinition, zone: string): Due | undefined {
  if (after !== undefined) return planDuration(after, zone);
  if (at === undefined) return undefined;
  return "next" in at ? planCalendarMoment(at, zone) : planFactMoment(at, zone);
}

/** `*` stands for the innermost stages that are not final, nor inside of a final one. */
export function isLeftByStar({ line, inner }: PlannedStage): boolean {
  return inner.length === 0 && line.every(({ definition }) => definition.final !== true);
}

/** The stages of `*`, shared between moves while nothing is named beside it. */
function withNamed(
  anywhere: readonly PlannedStage[],
  names: readonly string[],
  stages: ReadonlyMap<string, PlannedStage>,
): readonly PlannedStage[] {
  if (names.length === 1) return anywhere;
  const named = names.filter((name) => name !== "*").map((name) => stages.get(name));
  return [...new Set([...anywhere, ...(named as PlannedStage[])])];
}
