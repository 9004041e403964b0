import { memberPath } from "../../rules/grammar/json-path.js";
import type { Report } from "../finding.js";
import type { LifecycleDefinition } from "../types.js";
import type { PlacedStage } from "./list-stages.js";

/** The stages of a machine by name. */
export type StagesByName = ReadonlyMap<string, PlacedStage>;

/** The stages by name; reports names that are taken. */
export function nameStages(placed: readonly PlacedStage[], report: Report): StagesByName {
  const stages = new Map<string, PlacedStage>();
  for (const stage of placed) {
    const first = stages.get(stage.id);
    if (first === undefined) stages.set(stage.id, stage);
    else report(stage.path, "DUPLICATE_NAME", `there is a stage of this name at ${first.path}`);
  }
  return stages;
}

/** Reports what is wrong with the stages among themselves. */
export function checkStages(
  definition: LifecycleDefinition,
  stages: StagesByName,
  report: Report,
): void {
  checkTarget(definition.start, "$.start", stages, report);
  for (const stage of stages.values()) {
    checkInnerStages(stage, report);
    checkStay(stage, stages, report);
  }
  checkProgress(definition.progress ?? [], stages, report);
}

/** Reports a name that is no stage, or a stage into which nothing leads any more. */
export function checkTarget(
  name: string,
  path: string,
  stages: StagesByName,
  report: Report,
): PlacedStage | undefined {
  const stage = checkKnown(name, path, stages, report);
  if (stage !== undefined && isRetired(stage, stages)) {
    report(path, "RETIRED_STAGE", `${name} is retired; nothing may lead into it`);
  }
  return stage;
}

/** Reports a name that is no stage. */
export function checkKnown(
  name: string,
  path: string,
  stages: StagesByName,
  report: Report,
): PlacedStage | undefined {
  const stage = stages.get(name);
  if (stage !== undefined) return stage;
  const names = [...stages.keys()].slice(0, 20).join(", ") || "none";
  report(path, "UNKNOWN_STAGE", `no stage is called ${name}; there is ${names}`);
  return undefined;
}

/** Whether a stage, or one around it, is retired. */
function isRetired(stage: PlacedStage, stages: StagesByName): boolean {
  const line = [stage, ...stage.around.map((name) => stages.get(name))];
  return line.some((each) => each?.definition.retired === true);
}

function checkInnerStages({ definition, path }: PlacedStage, report: Report): void {
  const inner = Object.keys(definition.stages ?? {});
  const { start } = definition;
  const place = memberPath(path, "start");
  if (inner.length === 0) {
    if (start !== undefined)
      report(place, "MISPLACED_KEY", "there are no inner stages to start in");
  } else if (start === undefined) {
    report(path, "MISSING_KEY", `needs the key \`start\`: one of ${inner.slice(0, 20).join(", ")}`);
  } else if (!inner.includes(start)) {
    const names = inner.slice(0, 20).join(", ");
    report(place, "UNKNOWN_STAGE", `${start} is not one of the stages inside: ${names}`);
  } else if (definition.stages?.[start]?.retired === true && definition.retired !== true) {
    report(place, "RETIRED_STAGE", `${start} is retired; nothing may lead into it`);
  }
}

function checkStay(stage: PlacedStage, stages: StagesByName, report: Report): void {
  const { stay } = stage.definition;
  if (stay === undefined) return;
  const path = memberPath(memberPath(stage.path, "stay"), "otherwise");
  const target = checkTarget(stay.otherwise, path, stages, report);
  if (target === undefined || (target !== stage && !target.around.includes(stage.id))) return;
  report(path, "WRONG_VALUE", `${stay.otherwise} lies in ${stage.id}, which is to be left`);
}

function checkProgress(progress: readonly string[], stages: StagesByName, report: Report): void {
  const seen = new Set<string>();
  for (const [index, name] of progress.entries()) {
    const path = `$.progress[${index}]`;
    const stage = checkKnown(name, path, stages, report);
    if (seen.has(name)) report(path, "DUPLICATE_NAME", `${name} comes twice`);
    const outer = stage?.around.find((around) => progress.includes(around));
    if (outer !== undefined)
      report(path, "WRONG_VALUE", `${name} lies in ${outer}, which is listed too`);
    seen.add(name);
  }
}
