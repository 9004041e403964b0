import type { PlannedMove } from "../plan/types.js";
import type { CheckedMachine } from "./checked-machine.js";
import { isNeverLonger } from "./compare-periods.js";
import type { Way } from "./list-ways.js";

/** Finds, and tells of, moves that are never taken because another one always comes before them. */
export function findShadowed({ ways, tell }: CheckedMachine): ReadonlySet<PlannedMove> {
  const live = new Set<PlannedMove>();
  const behind = new Map<PlannedMove, PlannedMove>();
  const look = (list: readonly Way[], comesFirst: typeof asksNothing): void => {
    for (const [index, way] of list.entries()) {
      const { move } = way.step;
      const before = list.find(
        (other, place) => other !== way && comesFirst(other, way, place < index),
      );
      if (before === undefined) live.add(move);
      else behind.set(move, before.step.move);
    }
  };
  for (const { onEvent, bySelf } of ways) {
    for (const list of onEvent.values()) look(list, asksNothing);
    look(bySelf, isDueFirst);
  }
  const shadowed = new Set<PlannedMove>();
  for (const [move, first] of behind) {
    if (live.has(move)) continue;
    shadowed.add(move);
    tell(move.path, "OVERLAPPING_MOVES", {
      en: `${move.id} is never taken: ${first.id} always comes before it`,
      zh: `流转 ${move.id} 永远不会发生：${first.id} 总在其之前`,
    });
  }
  return shadowed;
}

/** On an event, one that asks nothing is taken before all that follow. */
function asksNothing({ step, conditions, to }: Way, _other: Way, isBefore: boolean): boolean {
  const { permission, reasons } = step.move;
  const isFree = conditions.length === 0 && permission === undefined && reasons === undefined;
  return isBefore && isFree && to !== undefined;
}

/** Of those that fire by themselves, one that only waits for a time that is over first. */
function isDueFirst({ step, conditions }: Way, other: Way, isBefore: boolean): boolean {
  const [first, second] = [step.move, other.step.move];
  const isTied = step.source === other.step.source && first.isEarly === second.isEarly;
  if (conditions.length > 0 || !isTied || first.without.length > 0) return false;
  const { after, at } = first.definition ?? {};
  if (at !== undefined) return false;
  if (after === undefined) return isBefore || second.due !== undefined;
  const later = second.definition?.after;
  if (typeof after !== "string" || typeof later !== "string") return false;
  return isBefore ? isNeverLonger(after, later) : isNeverLonger(after, later, "shorter");
}
