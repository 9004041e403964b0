import { memberPath } from "../../rules/grammar/json-path.js";
import type { LifecycleDefinition, StageDefinition } from "../types.js";

/** A stage with its place in the configuration. */
export interface PlacedStage {
  readonly id: string;
  readonly definition: StageDefinition;
  /** Its JSON path. */
  readonly path: string;
  /** The stages around it, outermost first. */
  readonly around: readonly string[];
}

/** Every stage of a machine, each before those inside of it; as listed, so that a name may come twice. */
export function listStages({ stages }: LifecycleDefinition): readonly PlacedStage[] {
  const placed: PlacedStage[] = [];
  place(stages, "$.stages", [], placed);
  return placed;
}

function place(
  stages: Readonly<Record<string, StageDefinition>>,
  path: string,
  around: readonly string[],
  placed: PlacedStage[],
): void {
  for (const [id, definition] of Object.entries(stages)) {
    const stagePath = memberPath(path, id);
    placed.push({ id, definition, path: stagePath, around });
    if (definition.stages === undefined) continue;
    place(definition.stages, memberPath(stagePath, "stages"), [...around, id], placed);
  }
}
