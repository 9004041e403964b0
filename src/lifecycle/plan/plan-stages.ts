import { memberPath } from "../../rules/grammar/json-path.js";
import { listStages, type PlacedStage } from "../definition/list-stages.js";
import type { LifecycleDefinition } from "../types.js";
import { planPeriod } from "./plan-due.js";
import { planGuard } from "./plan-guard.js";
import { planStayMove } from "./plan-move.js";
import type { PlannedStage } from "./types.js";

/** A stage while its surroundings are filled in. */
type Draft = { -readonly [Key in keyof PlannedStage]: PlannedStage[Key] } & {
  inner: PlannedStage[];
};

/** Prepares the stages of a machine by name, each before those inside of it. */
export function planStages(definition: LifecycleDefinition): ReadonlyMap<string, PlannedStage> {
  const stages = new Map<string, Draft>();
  const ranks = new Map((definition.progress ?? []).map((name, rank) => [name, rank]));
  for (const placed of listStages(definition)) {
    const around = placed.around.map((name) => stages.get(name) as Draft);
    const stage = planStage(definition, placed, around, ranks);
    stages.set(stage.id, stage);
    around.at(-1)?.inner.push(stage);
  }
  for (const stage of [...stages.values()].reverse()) {
    const { start } = stage.definition;
    if (start !== undefined) stage.initial = (stages.get(start) as Draft).initial;
  }
  for (const stage of stages.values()) {
    const { stay } = stage.definition;
    if (stay === undefined) continue;
    const path = memberPath(stage.path, "stay");
    const place = memberPath(path, "when");
    const isBroken = planGuard(definition, { not: stay.when }, place);
    stage.stay = {
      guard: planGuard(definition, stay.when, place),
      isBroken,
      grace: stay.grace === undefined ? undefined : planPeriod(stay.grace, definition.zone),
      move: planStayMove(stage, stages.get(stay.otherwise) as Draft, isBroken, path),
    };
  }
  return stages;
}

function planStage(
  definition: LifecycleDefinition,
  { id, definition: own, path }: PlacedStage,
  around: readonly Draft[],
  ranks: ReadonlyMap<string, number>,
): Draft {
  const outer = around.at(-1);
  const { enter, dwell, retired } = own;
  const stage: Omit<Draft, "line" | "initial"> = {
    id,
    definition: own,
    path,
    inner: [],
    rank: ranks.get(id) ?? outer?.rank,
    isRetired: retired === true || outer?.isRetired === true,
    enter:
      enter === undefined ? undefined : planGuard(definition, enter, memberPath(path, "enter")),
    dwell: dwell === undefined ? undefined : planPeriod(dwell, definition.zone),
    stay: undefined,
  };
  const draft = stage as Draft;
  draft.line = [...around, draft];
  draft.initial = draft;
  return draft;
}
