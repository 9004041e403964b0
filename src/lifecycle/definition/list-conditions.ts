import { itemPath, memberPath } from "../../rules/grammar/json-path.js";
import type { Condition } from "../../rules/index.js";
import type { LifecycleDefinition } from "../types.js";
import { listStages } from "./list-stages.js";

/** A condition with its place in the configuration. */
export interface PlacedCondition {
  readonly condition: Condition;
  /** Its JSON path. */
  readonly path: string;
}

/** Every condition that decides something: of entering, of staying, and of moves. */
export function listConditions(definition: LifecycleDefinition): readonly PlacedCondition[] {
  const placed: PlacedCondition[] = [];
  const add = (condition: Condition | undefined, path: string): void => {
    if (condition !== undefined) placed.push({ condition, path });
  };
  for (const { definition: stage, path } of listStages(definition)) {
    add(stage.enter, memberPath(path, "enter"));
    add(stage.stay?.when, memberPath(memberPath(path, "stay"), "when"));
  }
  for (const [index, { when }] of definition.moves.entries()) {
    add(when, memberPath(itemPath("$.moves", index), "when"));
  }
  return placed;
}
