import { checkOneOf } from "../../core/column.js";
import { withDefaults } from "../../core/options.js";
import { namesOf } from "../definition/check-moves.js";
import { assertDefinition } from "../definition/find-definition-errors.js";
import { ownValue } from "../fold/own-value.js";
import type { LifecycleDefinition, MoveDefinition, StageDefinition } from "../types.js";
import { checkCounts } from "./check-counts.js";
import { describeTrigger } from "./describe-trigger.js";
import { DIAGRAM_DEFAULTS, type DiagramOptions, type DiagramOptionsInput } from "./options.js";

/** What every form of diagram shows of a lifecycle. */
export interface Drawing {
  readonly title: string;
  /** The key of the stage in which a customer begins. */
  readonly start: string;
  readonly stages: readonly DrawnStage[];
  readonly arrows: readonly DrawnArrow[];
}

/** A stage in a drawing. */
export interface DrawnStage {
  /** A name that needs no quotes in any language. */
  readonly key: string;
  readonly label: string;
  readonly inner: readonly DrawnStage[];
  /** The key of the inner stage in which a customer begins. */
  readonly start: string | undefined;
  readonly isFinal: boolean;
  readonly isRetired: boolean;
}

/** A move in a drawing. */
export interface DrawnArrow {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/**
 * Draws a lifecycle: what leaves every stage starts at the outermost ones, and corrections to any
 * stage are left out.
 *
 * @throws ClienteleError INVALID_ARGUMENT for a lifecycle that cannot run, and for options
 */
export function drawLifecycle(
  definition: LifecycleDefinition,
  options: DiagramOptionsInput,
): Drawing {
  const { locale, counts, moveCounts } = withDefaults(DIAGRAM_DEFAULTS, options);
  checkOneOf(locale, "options.locale", ["en", "zh"]);
  checkCounts(counts, "options.counts");
  checkCounts(moveCounts, "options.moveCounts");
  assertDefinition(definition);
  const keys = new Map<string, string>();
  const stages = drawStages(definition.stages, { locale, counts }, keys);
  const key = (name: string): string => keys.get(name) as string;
  const top = Object.entries(definition.stages).filter(([, { final }]) => final !== true);
  const arrow = (from: string, to: string, label: string, count: number | undefined) => ({
    from: key(from),
    to: key(to),
    label: withCount(label, count),
  });
  const arrows = definition.moves.flatMap((move): DrawnArrow[] => {
    if (move.to === "*") return [];
    const named = namesOf(move.from);
    const all = named.includes("*") ? top.map(([name]) => name) : [];
    const from = [...new Set([...all, ...named.filter((name) => name !== "*")])];
    const label = labelOf(definition, move, locale);
    const count = ownValue(moveCounts, move.id);
    return from
      .filter((name) => name !== move.to || named.includes(name))
      .map((name) => arrow(name, move.to, label, count));
  });
  const stays = [...keys.keys()].flatMap((name): DrawnArrow[] => {
    const stay = stageOf(definition.stages, name)?.stay;
    if (stay === undefined) return [];
    const label = locale === "zh" ? "不再满足停留条件" : "can no longer stay";
    return [arrow(name, stay.otherwise, label, ownValue(moveCounts, `${name}:stay`))];
  });
  const title = definition.label?.[locale] ?? definition.id;
  return { title, start: key(definition.start), stages, arrows: [...arrows, ...stays] };
}

type Shown = Pick<DiagramOptions, "locale" | "counts">;

function drawStages(
  stages: Readonly<Record<string, StageDefinition>>,
  shown: Shown,
  keys: Map<string, string>,
): readonly DrawnStage[] {
  return Object.entries(stages).map(([name, { label, stages: inside = {}, ...stage }]) => {
    const key = `s${keys.size}`;
    keys.set(name, key);
    const inner = drawStages(inside, shown, keys);
    return {
      key,
      label: withCount(label?.[shown.locale] ?? name, countIn(name, inside, shown.counts)),
      inner,
      start: stage.start === undefined ? undefined : keys.get(stage.start),
      isFinal: stage.final === true,
      isRetired: stage.retired === true,
    };
  });
}

/** The customers in a stage with all inside of it; a stage that is not counted has none. */
function countIn(
  name: string,
  inside: Readonly<Record<string, StageDefinition>>,
  counts: DiagramOptions["counts"],
): number | undefined {
  if (counts === undefined) return undefined;
  const inner = Object.entries(inside).map(([id, stage]) =>
    countIn(id, stage.stages ?? {}, counts),
  );
  return inner.reduce<number>((sum, count = 0) => sum + count, ownValue(counts, name) ?? 0);
}

function labelOf(
  definition: LifecycleDefinition,
  move: MoveDefinition,
  locale: DiagramOptions["locale"],
): string {
  const trigger = describeTrigger(definition, move, locale);
  const label = move.label?.[locale];
  return label === undefined ? trigger : `${label} (${trigger})`;
}

function withCount(label: string, count: number | undefined): string {
  return count === undefined ? label : `${label} (${count})`;
}

function stageOf(
  stages: Readonly<Record<string, StageDefinition>>,
  name: string,
): StageDefinition | undefined {
  const own = ownValue(stages, name);
  if (own !== undefined) return own;
  for (const { stages: inside } of Object.values(stages)) {
    const found = inside === undefined ? undefined : stageOf(inside, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
