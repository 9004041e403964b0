import { memberPath } from "../../rules/grammar/json-path.js";
import type { PlannedStage } from "../plan/types.js";
import type { CheckedMachine } from "./checked-machine.js";
import { allWays, type Way, type Ways } from "./list-ways.js";

/** Tells of stages that no customer reaches, and of stages that no customer leaves. */
export function checkReach(machine: CheckedMachine): void {
  const reached = reachedStages(machine);
  checkUnreachable(machine, reached);
  for (const ways of machine.ways) {
    if (reached.has(ways.stage)) checkExit(machine, ways);
  }
}

/** The stages that customers can be in, with those around: from the start, by migration, or of old. */
function reachedStages({ definition, plan, ways, witnesses }: CheckedMachine): Set<PlannedStage> {
  const waysFrom = new Map(ways.map((each) => [each.stage, each]));
  const reached = new Set<PlannedStage>();
  const open: PlannedStage[] = [];
  const reach = (stage: PlannedStage | undefined): void => {
    if (stage === undefined || reached.has(stage.initial)) return;
    for (const each of stage.initial.line) reached.add(each);
    open.push(stage.initial);
  };
  reach(plan.start);
  for (const { stages = {}, unmapped } of definition.migrations ?? []) {
    const targets = Object.values(stages);
    if (typeof unmapped === "object") targets.push(unmapped.park);
    for (const target of targets) reach(plan.stages.get(target));
  }
  for (const stage of plan.stages.values()) if (stage.isRetired) reach(stage);
  for (let stage = open.pop(); stage !== undefined; stage = open.pop()) {
    for (const { to, conditions } of allWays(waysFrom.get(stage)!)) {
      if (!witnesses.areImpossible(conditions)) reach(to);
    }
  }
  return reached;
}

/** Of a stage with stages inside, none of which is reached, only the outermost is told. */
function checkUnreachable(
  { plan, tell }: CheckedMachine,
  reached: ReadonlySet<PlannedStage>,
): void {
  for (const stage of plan.stages.values()) {
    const outer = stage.line.at(-2);
    if (reached.has(stage) || (outer !== undefined && !reached.has(outer))) continue;
    tell(stage.path, "UNREACHABLE_STAGE", {
      en: `no way leads from the start to ${stage.id}`,
      zh: `从起点没有任何途径可以到达阶段 ${stage.id}`,
    });
  }
}

function checkExit({ tell, witnesses }: CheckedMachine, ways: Ways): void {
  const { stage } = ways;
  const ended = [...stage.line].reverse().find(({ definition }) => definition.final === true);
  const exits = allWays(ways).filter((way) => leadsAway(way, stage));
  const exit = exits.find(({ conditions }) => !witnesses.areImpossible(conditions));
  if (ended !== undefined) {
    if (exit === undefined) return;
    const move = exit.step.move.id;
    tell(memberPath(ended.path, "final"), "MISPLACED_KEY", {
      en: `${ended.id} is final, yet ${move} leads out of it`,
      zh: `阶段 ${ended.id} 标记为 final,但流转 ${move} 仍可离开它`,
    });
  } else if (exit === undefined && !stage.isRetired) {
    tell(stage.path, "DEAD_END", {
      en: `a customer who comes to ${stage.id} stays there for ever`,
      zh: `客户一旦进入阶段 ${stage.id} 便无法离开`,
    });
  }
}

/** A correction to any stage mends a mistake; it is no way that a customer goes. */
function leadsAway({ to, step }: Way, stage: PlannedStage): boolean {
  if (to === undefined || to === stage) return false;
  return step.move.kind !== "correct";
}
