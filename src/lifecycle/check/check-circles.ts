import type { Facts } from "../../rules/index.js";
import type { PlannedStage } from "../plan/types.js";
import type { CheckedMachine } from "./checked-machine.js";
import { type Circle, findCircles } from "./find-circles.js";
import { type InstantWays, listInstantWays } from "./instant-ways.js";
import type { Way } from "./list-ways.js";

/** Tells of moves that follow each other at one instant without end: for such facts the machine stops. */
export function checkCircles(machine: CheckedMachine): void {
  const ways = listInstantWays(machine.ways);
  for (const circle of findCircles(ways)) checkCircle(machine, circle, ways);
}

function checkCircle({ witnesses, tell }: CheckedMachine, circle: Circle, ways: InstantWays): void {
  const conditions = circle.flatMap((way) => way.conditions);
  if (witnesses.areImpossible(conditions)) return;
  const found = witnesses.find(conditions);
  if (found.verdict === "impossible") return;
  const first = circle.reduce((one, other) =>
    other.step.move.index < one.step.move.index ? other : one,
  );
  const start = circle.indexOf(first);
  const turned = [...circle.slice(start), ...circle.slice(0, start)];
  const names = [...turned, first].map(({ step }) => step.move.id).join(" -> ");
  const isProven =
    found.verdict === "possible" && isEndless(first.from, found.facts, found.asOfMs, ways);
  if (isProven) {
    const message = {
      en: `these moves follow each other at one instant without end: ${names}`,
      zh: `这些流转会在同一时刻无休止地相继发生：${names}`,
    };
    const witness = { facts: found.facts, asOfMs: found.asOfMs };
    tell(first.step.move.path, "ENDLESS_MOVES", message, {
      severity: "error",
      ...(conditions.length > 0 && { witness }),
    });
  } else {
    tell(first.step.move.path, "ENDLESS_MOVES", {
      en: `these moves may follow each other at one instant without end: ${names}`,
      zh: `这些流转可能在同一时刻无休止地相继发生：${names}`,
    });
  }
}

/** Walks as the machine does, the first way that is open each time, until a stage comes again. */
function isEndless(start: PlannedStage, facts: Facts, atMs: number, ways: InstantWays): boolean {
  const seen = new Set<PlannedStage>();
  for (let stage: PlannedStage | undefined = start; stage !== undefined; ) {
    if (seen.has(stage)) return true;
    seen.add(stage);
    stage = (ways.get(stage) ?? []).find((way) => isOpen(way, facts, atMs))?.to;
  }
  return false;
}

function isOpen({ step }: Way, facts: Facts, atMs: number): boolean {
  return (step.crossing?.guards ?? []).every((guard) => guard.holds(facts, atMs) === true);
}
