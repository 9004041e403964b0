import { itemPath, memberPath } from "../../rules/grammar/json-path.js";
import { listStages } from "../definition/list-stages.js";
import type { MachinePlan } from "../plan/types.js";
import type { LifecycleDefinition } from "../types.js";
import type { Tell } from "./collect-checks.js";

/** Tells of earlier versions, and of stages of them, from which customers cannot come here. */
export function checkEarlier(
  { lifecycle, stages }: MachinePlan,
  earlier: readonly LifecycleDefinition[],
  tell: Tell,
): void {
  const { id, migrations = [], version } = lifecycle.definition;
  for (const old of earlier) {
    if (old.id !== id || old.version === version) continue;
    const index = migrations.findIndex(({ from }) => from === old.version);
    const migration = migrations[index];
    if (migration === undefined) {
      tell("$", "MISSING_MIGRATION", noMigration(old.version), ERROR);
      continue;
    }
    if (typeof migration.unmapped === "object") continue;
    const mapped = migration.stages ?? {};
    const path = memberPath(itemPath("$.migrations", index), "stages");
    for (const { id: stage, definition, around } of listStages(old)) {
      if (definition.stages !== undefined || stages.has(stage)) continue;
      if ([stage, ...around].some((name) => Object.hasOwn(mapped, name))) continue;
      tell(path, "MISSING_MIGRATION", noTarget(stage, old.version), ERROR);
    }
  }
}

const ERROR = { severity: "error" } as const;

const noMigration = (version: string) => ({
  en: `\`migrations\` has no entry from version ${version}, in which there are customers`,
  zh: `\`migrations\` 中没有从版本 ${version} 迁移的条目，而该版本仍有客户`,
});

const noTarget = (stage: string, version: string) => ({
  en: `nothing tells which stage ${stage} of version ${version} becomes`,
  zh: `未说明版本 ${version} 的阶段 ${stage} 对应哪个新阶段`,
});
