import { itemPath, memberPath } from "../../rules/grammar/json-path.js";
import { listStages } from "../definition/list-stages.js";
import type { Labels, LifecycleDefinition } from "../types.js";
import type { Tell } from "./collect-checks.js";

/**
 * Tells of texts that lack a language, and of stages without a name in a machine that names anything:
 * a machine without any text speaks in ids.
 */
export function checkTranslations(definition: LifecycleDefinition, tell: Tell): void {
  const texts = listTexts(definition);
  for (const [labels, path] of texts) {
    const missing = LANGUAGES.filter(([locale]) => (labels[locale] ?? "").trim() === "");
    for (const [, en, zh] of missing) {
      tell(path, "MISSING_TRANSLATION", { en: `there is no ${en} text`, zh: `缺少${zh}文字` });
    }
  }
  if (texts.length === 0) return;
  for (const { definition: stage, path, id } of listStages(definition)) {
    if (stage.label !== undefined) continue;
    tell(path, "MISSING_TRANSLATION", {
      en: `${id} has no label, so that people read its id`,
      zh: `阶段 ${id} 没有名称，读者只能看到它的标识`,
    });
  }
}

const LANGUAGES = [
  ["en", "English", "英文"],
  ["zh", "Chinese", "中文"],
] as const;

interface Texts {
  readonly label?: Labels;
  readonly meaning?: Labels;
}

function listTexts(definition: LifecycleDefinition): readonly (readonly [Labels, string])[] {
  const { events = {}, moves } = definition;
  return [
    ...textsOf(definition, "$"),
    ...Object.entries(events).flatMap(([type, event]) =>
      textsOf(event, memberPath("$.events", type)),
    ),
    ...listStages(definition).flatMap(({ definition: stage, path }) => textsOf(stage, path)),
    ...moves.flatMap((move, index) => textsOf(move, itemPath("$.moves", index))),
  ];
}

function textsOf({ label, meaning }: Texts, path: string): readonly (readonly [Labels, string])[] {
  return [
    ...(label === undefined ? [] : [[label, memberPath(path, "label")] as const]),
    ...(meaning === undefined ? [] : [[meaning, memberPath(path, "meaning")] as const]),
  ];
}
