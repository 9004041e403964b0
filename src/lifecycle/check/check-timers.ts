import { memberPath } from "../../rules/grammar/json-path.js";
import type { PlannedMove, PlannedStage } from "../plan/types.js";
import type { CheckedMachine } from "./checked-machine.js";
import type { Tell } from "./collect-checks.js";
import { isNeverLonger } from "./compare-periods.js";

/** Tells of times that are over before the stage may be left at all. */
export function checkTimers({ ways, tell }: CheckedMachine): void {
  for (const { bySelf } of ways) {
    for (const { step } of bySelf) checkTimer(step.move, step.source, tell);
  }
}

function checkTimer(move: PlannedMove, { id, definition }: PlannedStage, tell: Tell): void {
  const { dwell } = definition;
  if (dwell === undefined || move.isEarly) return;
  for (const [period, path] of periodsOf(move)) {
    if (!isNeverLonger(period, dwell, "shorter")) continue;
    tell(path, "TIMER_WITHIN_DWELL", {
      en: `${period} is over before the minimum dwell of ${id} (${dwell}); ${move.id} fires only after it`,
      zh: `${period} 短于阶段 ${id} 的最短停留期（${dwell}）；流转 ${move.id} 要到停留期满才会发生`,
    });
  }
}

/** The periods that a move waits, or waits at most. */
function periodsOf({ definition, path }: PlannedMove): readonly (readonly [string, string])[] {
  const { after } = definition ?? {};
  if (after === undefined) return [];
  const place = memberPath(path, "after");
  if (typeof after === "string") return [[after, place]];
  const { otherwise, atMost } = after;
  return [
    ...(atMost === undefined ? [] : [[atMost, memberPath(place, "atMost")] as const]),
    ...(otherwise === undefined ? [] : [[otherwise, memberPath(place, "otherwise")] as const]),
  ];
}
