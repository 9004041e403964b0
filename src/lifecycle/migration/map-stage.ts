import { ownValue } from "../fold/own-value.js";
import type { MachinePlan, PlannedStage } from "../plan/types.js";
import type { MigrationDefinition } from "../types.js";
import type { MigrationRoute } from "./types.js";

/** Where customers of an old stage come to; without a stage there is none for them. */
export interface StageRoute {
  readonly how: MigrationRoute["how"];
  readonly stage?: PlannedStage;
}

/**
 * The new stage for an old one: as the map says, else of the same name, else as the map says for a
 * stage around it, else where those without a stage are parked.
 */
export function mapStage(
  from: MachinePlan,
  to: MachinePlan,
  { stages: map = {}, unmapped }: MigrationDefinition,
  current: string,
): StageRoute {
  const mapped = (name: string): StageRoute | undefined => {
    const target = ownValue(map, name);
    return target === undefined
      ? undefined
      : { how: target === name ? "same" : "mapped", stage: to.stages.get(target)!.initial };
  };
  const direct = mapped(current);
  if (direct !== undefined) return direct;
  const same = to.stages.get(current);
  if (same !== undefined) return { how: "same", stage: same.initial };
  const line = from.stages.get(current)?.line ?? [];
  for (const { id } of [...line].reverse()) {
    const around = mapped(id);
    if (around !== undefined) return around;
  }
  if (typeof unmapped !== "object") return { how: "refused" };
  return { how: "parked", stage: to.stages.get(unmapped.park)!.initial };
}
