import type { Witness } from "../../rules/index.js";
import type { PlannedMove, PlannedStage } from "../plan/types.js";
import type { CheckedMachine } from "./checked-machine.js";
import { findShadowed } from "./find-shadowed.js";
import type { Way } from "./list-ways.js";

/** Tells of moves that compete for a customer, where only the order of the list decides. */
export function checkOverlaps(machine: CheckedMachine): void {
  const shadowed = findShadowed(machine);
  const pairs = new Set<string>();
  for (const { stage, onEvent, bySelf } of machine.ways) {
    const groups = [...[...onEvent.values()].map(levels), levels(bySelf)].flat();
    for (const group of groups) {
      for (const [one, other] of pairsOf(group)) {
        const key = `${one.step.move.index} ${other.step.move.index}`;
        if (pairs.has(key) || shadowed.has(other.step.move)) continue;
        if (comparePair(machine, stage, one, other)) pairs.add(key);
      }
    }
  }
}

/** Ways between which neither priority nor nesting decides; those proven never to be taken left out. */
function levels(ways: readonly Way[]): readonly (readonly Way[])[] {
  const groups = new Map<string, Way[]>();
  for (const way of ways) {
    const { move, source } = way.step;
    const level = `${move.priority} ${source.line.length}`;
    const group = groups.get(level);
    if (group === undefined) groups.set(level, [way]);
    else group.push(way);
  }
  return [...groups.values()];
}

function* pairsOf(group: readonly Way[]): Generator<readonly [one: Way, other: Way]> {
  for (const [index, other] of group.entries()) {
    for (const one of group.slice(0, index)) yield [one, other];
  }
}

/** Tells of one pair; whether it was told. */
function comparePair(
  { witnesses, tell }: CheckedMachine,
  stage: PlannedStage,
  one: Way,
  other: Way,
): boolean {
  const [first, second] = [one.step.move, other.step.move];
  if (!canMeet(one, other)) return false;
  const conditions = [...one.conditions, ...other.conditions];
  const ways = [one.conditions, other.conditions, conditions];
  if (ways.some((each) => witnesses.areImpossible(each))) return false;
  const found = witnesses.find(conditions);
  if (found.verdict === "impossible") return false;
  const answer = overlapMessage(found, stage, first, second);
  tell(second.path, found.verdict === "possible" ? "OVERLAPPING_MOVES" : "UNDECIDED", answer, {
    ...(found.verdict === "possible" &&
      conditions.length > 0 && { witness: { facts: found.facts, asOfMs: found.asOfMs } }),
  });
  return true;
}

function overlapMessage(
  { verdict }: Witness,
  { id }: PlannedStage,
  first: PlannedMove,
  second: PlannedMove,
): { readonly en: string; readonly zh: string } {
  if (verdict === "possible") {
    return {
      en: `in ${id}, ${second.id} and ${first.id} can both be true; ${first.id} is taken only because it is listed first`,
      zh: `在阶段 ${id}，流转 ${second.id} 与 ${first.id} 可能同时成立；仅因 ${first.id} 排列在前而被采用`,
    };
  }
  return {
    en: `in ${id}, it could not be told whether ${second.id} and ${first.id} can both be true`,
    zh: `在阶段 ${id}，无法判定流转 ${second.id} 与 ${first.id} 是否可能同时成立`,
  };
}

/** Whether two moves can come up at one moment, as far as their times and reasons tell. */
function canMeet(one: Way, other: Way): boolean {
  const [first, second] = [one.step.move, other.step.move];
  if (first.on.length > 0) {
    const { reasons } = first;
    if (reasons === undefined || second.reasons === undefined) return true;
    return second.reasons.some((reason) => reasons.includes(reason));
  }
  // Of two with different times, the earlier waits for the later only while its guard is false.
  const isWaiting = one.conditions.length > 0 && other.conditions.length > 0;
  return isWaiting || timeOf(first) === timeOf(second);
}

function timeOf({ definition }: PlannedMove): string {
  const { after, at, without, early = false } = definition ?? {};
  return JSON.stringify([after, at, without, early]);
}
