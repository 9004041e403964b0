import { withDefaults } from "../../core/options.js";
import { compileLifecycle, planOf } from "../compile-lifecycle.js";
import { ownValue } from "../fold/own-value.js";
import type { PlannedMove, PlannedStage } from "../plan/types.js";
import type { EffectDefinition, Labels, LifecycleDefinition } from "../types.js";
import { checkCounts } from "./check-counts.js";
import type { DiagramOptions, DiagramOptionsInput } from "./options.js";
import type { XStateAction, XStateConfig, XStateNode, XStateTransition } from "./xstate-types.js";

/**
 * A lifecycle as the JSON configuration of an XState 5 machine, for its editors and simulators. Guards
 * carry their rules in `params` and are named after their move, as are delays; effects become actions.
 *
 * XState has no word for the minimum dwell, for a grace, for times that events start again, and for
 * corrections to any stage: what is written about them is kept in `meta`.
 *
 * @param options - customers by stage, kept in the `meta` of the states
 * @throws ClienteleError INVALID_ARGUMENT for a lifecycle that cannot run, and for options
 * @example
 * createMachine(toXState(PURCHASE_LIFECYCLE))
 */
export function toXState(
  definition: LifecycleDefinition,
  options: { readonly counts?: DiagramOptionsInput["counts"] } = {},
): XStateConfig {
  const { counts } = withDefaults<Pick<DiagramOptions, "counts">>({ counts: undefined }, options);
  checkCounts(counts, "options.counts");
  const { stages, lifecycle } = planOf(compileLifecycle(definition));
  const { id, version, start, label } = definition;
  const moves = lifecycle.moves as readonly PlannedMove[];
  const nodeOf = (stage: PlannedStage): XStateNode => ({
    ...frameOf(stage, ownValue(counts, stage.id)),
    ...waysOut(stage, moves, id),
    ...(stage.inner.length > 0 && { states: byName(stage.inner, nodeOf) }),
  });
  const top = [...stages.values()].filter(({ line }) => line.length === 1);
  const [first] = (stages.get(start) as PlannedStage).line;
  return {
    id,
    version,
    initial: first?.id ?? start,
    ...textOf(label),
    states: byName(top, nodeOf),
  };
}

function byName(
  stages: readonly PlannedStage[],
  nodeOf: (stage: PlannedStage) => XStateNode,
): Readonly<Record<string, XStateNode>> {
  return Object.fromEntries(stages.map((stage) => [stage.id, nodeOf(stage)]));
}

/** What a state is, apart from what leads out of it. */
function frameOf(
  { definition, inner, isRetired }: PlannedStage,
  count: number | undefined,
): XStateNode {
  const { start, final, label, dwell, stay, onEnter, onLeave } = definition;
  const meta = withoutGaps({ count, dwell, stay });
  return {
    ...(start !== undefined && { initial: start }),
    ...(final === true && inner.length === 0 && { type: "final" as const }),
    ...(isRetired && { tags: ["retired"] }),
    ...textOf(label),
    ...(Object.keys(meta).length > 0 && { meta }),
    ...(onEnter !== undefined && { entry: onEnter.map(actionOf) }),
    ...(onLeave !== undefined && { exit: onLeave.map(actionOf) }),
  };
}

function waysOut(
  stage: PlannedStage,
  moves: readonly PlannedMove[],
  machine: string,
): Pick<XStateNode, "on" | "after" | "always"> {
  const leaving = moves
    .filter(({ from, to }) => to !== undefined && from.includes(stage))
    .sort((one, other) => other.priority - one.priority);
  const asked = leaving.flatMap((move) => move.on.map((type) => [type, move] as const));
  const alone = leaving.filter(({ on }) => on.length === 0);
  const timed = alone.filter(({ due }) => due !== undefined);
  const always = alone.filter(({ due }) => due === undefined);
  const write = (move: PlannedMove): XStateTransition => transitionOf(move, machine);
  return {
    ...(asked.length > 0 && { on: group(asked, write) }),
    ...(timed.length > 0 && {
      after: group(
        timed.map((move) => [move.id, move]),
        write,
      ),
    }),
    ...(always.length > 0 && { always: always.map(write) }),
  };
}

function group(
  named: readonly (readonly [name: string, move: PlannedMove])[],
  write: (move: PlannedMove) => XStateTransition,
): Readonly<Record<string, readonly XStateTransition[]>> {
  const groups = new Map<string, XStateTransition[]>();
  for (const [name, move] of named) {
    groups.set(name, [...(groups.get(name) ?? []), write(move)]);
  }
  return Object.fromEntries(groups);
}

function transitionOf(move: PlannedMove, machine: string): XStateTransition {
  const { id, to, guard, definition, effects = [], on, from, kind } = move;
  const asks = kind !== "correct" && definition !== undefined;
  const enters = asks ? (to?.initial.line ?? []).map(({ enter }) => enter) : [];
  const rules = [guard, ...enters].flatMap((each) => (each === undefined ? [] : [each.rule]));
  const { after, at, without, early, permission, reasons } = definition ?? {};
  const line = (to?.line ?? []).map((stage) => stage.id);
  return {
    target: `#${[machine, ...line].join(".")}`,
    ...(rules.length > 0 && { guard: { type: id, params: { rules } } }),
    ...(effects.length > 0 && { actions: effects.map(actionOf) }),
    ...(on.length === 0 && to !== undefined && from.includes(to) && { reenter: true }),
    meta: withoutGaps({ move: id, kind, after, at, without, early, permission, reasons }),
  };
}

function actionOf({ kind, payload }: EffectDefinition): XStateAction {
  return { type: kind, ...(payload !== undefined && { params: { payload } }) };
}

function textOf(label: Labels | undefined): { readonly description?: string } {
  const description = label?.en ?? label?.zh;
  return description === undefined ? {} : { description };
}

function withoutGaps(meta: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== undefined));
}
