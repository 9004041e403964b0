import type { LocalizedText } from "../../../core/locale.js";
import type { Lifecycle, Stage } from "../../../lifecycle/compiled-types.js";
import type { Labels } from "../../../lifecycle/types.js";

/** A stage that a buyer can be in, with its texts. */
export interface BuyerStage {
  readonly id: string;
  readonly label: LocalizedText;
  readonly meaning: LocalizedText;
}

/** The innermost stages but the one in which everybody begins, who is no buyer yet. */
export function buyerStages({ definition, stages }: Lifecycle): readonly BuyerStage[] {
  const inner = [...stages.values()].filter((stage) => stage.inner.length === 0);
  return inner.filter((stage) => stage.id !== definition.start).map(describeStage);
}

/** A stage means what it says and what those around it say. */
function describeStage({ id, line, definition }: Stage): BuyerStage {
  const meanings = [...line].reverse().map((stage) => stage.definition.meaning);
  return {
    id,
    label: { en: definition.label?.en ?? id, zh: definition.label?.zh ?? id },
    meaning: { en: joined(meanings, "en", " "), zh: joined(meanings, "zh", "") },
  };
}

function joined(
  texts: readonly (Labels | undefined)[],
  locale: keyof LocalizedText,
  separator: string,
): string {
  return texts.flatMap((text) => text?.[locale] ?? []).join(separator);
}
