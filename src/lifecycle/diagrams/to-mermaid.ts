import { mermaidText } from "../../core/mermaid-text.js";
import type { LifecycleDefinition } from "../types.js";
import { type DrawnStage, drawLifecycle } from "./drawing.js";
import type { DiagramOptionsInput } from "./options.js";

/**
 * The diagram of a lifecycle as Mermaid text (`stateDiagram-v2`), as GitHub, GitLab and many wikis show
 * it. Labels cannot break out of it, whatever they hold.
 *
 * @param options - the language, and numbers of customers and moves to write in
 * @throws ClienteleError INVALID_ARGUMENT for a lifecycle that cannot run, and for options
 * @example
 * toMermaid(PURCHASE_LIFECYCLE, { counts: { prospect: 120, repeat: 45 } })
 */
export function toMermaid(
  definition: LifecycleDefinition,
  options: DiagramOptionsInput = {},
): string {
  const { title, start, stages, arrows } = drawLifecycle(definition, options);
  const lines = [
    "---",
    `title: ${JSON.stringify(mermaidText(title))}`,
    "---",
    "stateDiagram-v2",
    "  direction LR",
    `  [*] --> ${start}`,
    ...stages.flatMap((stage) => stageLines(stage, "  ")),
    ...arrows.map(({ from, to, label }) => `  ${from} --> ${to} : ${mermaidText(label)}`),
    ...endsOf(stages).map((key) => `  ${key} --> [*]`),
  ];
  const retired = retiredOf(stages);
  if (retired.length > 0) {
    lines.push("  classDef retired stroke-dasharray: 4 4", `  class ${retired.join(",")} retired`);
  }
  return `${lines.join("\n")}\n`;
}

function stageLines({ key, label, inner, start }: DrawnStage, indent: string): readonly string[] {
  const head = `${indent}state "${mermaidText(label)}" as ${key}`;
  if (inner.length === 0) return [head];
  return [
    `${head} {`,
    `${indent}  [*] --> ${start}`,
    ...inner.flatMap((stage) => stageLines(stage, `${indent}  `)),
    `${indent}}`,
  ];
}

function endsOf(stages: readonly DrawnStage[]): readonly string[] {
  return stages.flatMap(({ key, isFinal, inner }) => [...(isFinal ? [key] : []), ...endsOf(inner)]);
}

function retiredOf(stages: readonly DrawnStage[]): readonly string[] {
  return stages.flatMap(({ key, isRetired, inner }) => [
    ...(isRetired ? [key] : []),
    ...retiredOf(inner),
  ]);
}
