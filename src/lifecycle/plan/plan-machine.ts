import { canonicalJson } from "../../core/canonical-json.js";
import { sha256 } from "../../core/sha256.js";
import { splitPath } from "../../rules/values/read-path.js";
import { listConditions } from "../definition/list-conditions.js";
import { ruleOf } from "../definition/rule-of.js";
import type { LifecycleDefinition } from "../types.js";
import { planEvents } from "./plan-events.js";
import { groupMoves, planLeaf } from "./plan-leaf.js";
import { planMoves } from "./plan-move.js";
import { planStages } from "./plan-stages.js";
import { namesReadBy, type ReadNames } from "./read-names.js";
import type { LeafPlan, MachinePlan, PlannedStage } from "./types.js";

/** Prepares a lifecycle that has been checked. */
export function planMachine(definition: LifecycleDefinition): MachinePlan {
  const stages = planStages(definition);
  const listed = planMoves(definition, stages);
  const outOfStay = [...stages.values()].flatMap(({ stay }) => stay?.move ?? []);
  const leaving = groupMoves(listed);
  const leaves = new Map<PlannedStage, LeafPlan>();
  const { id, version } = definition;
  const stamp = { id, version, configHash: sha256(canonicalJson(definition)) };
  return {
    lifecycle: { definition, stamp, stages, moves: [...listed, ...outOfStay] },
    stages,
    start: (stages.get(definition.start) as PlannedStage).initial,
    leaf(stage) {
      let leaf = leaves.get(stage);
      if (leaf === undefined) {
        leaf = planLeaf(stage, leaving);
        leaves.set(stage, leaf);
      }
      return leaf;
    },
    events: planEvents(definition, namesRead(definition)),
  };
}

/** What the conditions and times of a machine read. */
function namesRead(definition: LifecycleDefinition): readonly ReadNames[] {
  const paths = definition.moves.flatMap(({ after, at }) => [
    ...(typeof after === "object" ? [after.fact] : []),
    ...(at !== undefined && "fact" in at ? [at.fact] : []),
  ]);
  const facts = new Set(paths.map((path) => splitPath(path)[0] as string));
  const ofConditions = listConditions(definition).map(({ condition }) =>
    namesReadBy(ruleOf(definition, condition)),
  );
  return [{ facts, lists: new Map(), windows: [], asksOtherTime: false }, ...ofConditions];
}
