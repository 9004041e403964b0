import type { MoveKind } from "../types.js";
import type { Crossing, Guard, PlannedMove, PlannedStage } from "./types.js";

/**
 * Which stages are left and entered on the way from an innermost stage to a target: those that the
 * two do not share, and always the target itself with all inside of it.
 */
export function planCrossing(move: PlannedMove, from: PlannedStage, to: PlannedStage): Crossing {
  const { initial } = to;
  let shared = 0;
  while (shared < to.line.length - 1 && from.line[shared] === to.line[shared]) shared++;
  const left = from.line.slice(shared).reverse();
  const entered = initial.line.slice(shared);
  const kind = move.kind ?? kindByProgress(from.rank, initial.rank);
  const asks = kind !== "correct" && move.definition !== undefined;
  const enters = asks ? entered.map(({ enter }) => enter).filter(isGuard) : [];
  const guards = move.guard === undefined ? enters : [move.guard, ...enters];
  return { kind, left, entered, enters, guards };
}

function kindByProgress(from: number | undefined, to: number | undefined): MoveKind {
  if (from === undefined || to === undefined) return "forward";
  if (to < from) return "back";
  return to > from + 1 ? "skip" : "forward";
}

function isGuard(guard: Guard | undefined): guard is Guard {
  return guard !== undefined;
}
