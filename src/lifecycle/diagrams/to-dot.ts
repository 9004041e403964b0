import type { LifecycleDefinition } from "../types.js";
import { type DrawnStage, drawLifecycle } from "./drawing.js";
import type { DiagramOptionsInput } from "./options.js";

/**
 * The diagram of a lifecycle in the DOT language of Graphviz. Labels cannot break out of it, whatever
 * they hold.
 *
 * @param options - the language, and numbers of customers and moves to write in
 * @throws ClienteleError INVALID_ARGUMENT for a lifecycle that cannot run, and for options
 * @example
 * toDot(PURCHASE_LIFECYCLE, { locale: "zh" }) // dot -Tsvg lifecycle.dot > lifecycle.svg
 */
export function toDot(definition: LifecycleDefinition, options: DiagramOptionsInput = {}): string {
  const { title, start, stages, arrows } = drawLifecycle(definition, options);
  const places = new Map(stages.flatMap(placesOf));
  const node = (key: string): string => places.get(key) as string;
  const end = (key: string, side: "ltail" | "lhead"): readonly string[] =>
    node(key) === key ? [] : [`${side}=cluster_${key}`];
  const lines = [
    "digraph lifecycle {",
    "  compound=true; rankdir=LR;",
    `  label=${quote(title)};`,
    '  node [shape=box, style=rounded, fontname="sans-serif"];',
    '  edge [fontname="sans-serif", fontsize=10];',
    "  start [shape=point];",
    ...stages.flatMap((stage) => stageLines(stage, "  ")),
    `  start -> ${node(start)}${attributes(end(start, "lhead"))};`,
    ...arrows.map(({ from, to, label }) => {
      const own = [`label=${quote(label)}`, ...end(from, "ltail"), ...end(to, "lhead")];
      return `  ${node(from)} -> ${node(to)}${attributes(own)};`;
    }),
    "}",
  ];
  return `${lines.join("\n")}\n`;
}

function stageLines(stage: DrawnStage, indent: string): readonly string[] {
  const { key, label, inner, isFinal, isRetired } = stage;
  if (inner.length > 0) {
    return [
      `${indent}subgraph cluster_${key} {`,
      `${indent}  label=${quote(label)};`,
      ...inner.flatMap((each) => stageLines(each, `${indent}  `)),
      `${indent}}`,
    ];
  }
  const own = [
    `label=${quote(label)}`,
    ...(isFinal ? ["peripheries=2"] : []),
    ...(isRetired ? ['style="rounded,dashed"'] : []),
  ];
  return [`${indent}${key}${attributes(own)};`];
}

/** For each stage the node that stands for it: of one with stages inside, the one where it begins. */
function placesOf(stage: DrawnStage): readonly (readonly [key: string, node: string])[] {
  const inside = stage.inner.flatMap(placesOf);
  const begin = inside.find(([key]) => key === stage.start)?.[1];
  return [[stage.key, begin ?? stage.key], ...inside];
}

function attributes(list: readonly string[]): string {
  return list.length === 0 ? "" : ` [${list.join(", ")}]`;
}

/** A text for DOT, in which also `&` begins an entity. */
function quote(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, " ").slice(0, LONGEST);
  const escaped = line.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("&", "&amp;");
  return `"${escaped}"`;
}

const LONGEST = 200;
