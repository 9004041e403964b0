import type { Condition } from "../../rules/index.js";
import type { MachinePlan, PlannedStage, Step } from "../plan/types.js";

/** One way out of an innermost stage, with all that must be true for it. */
export interface Way {
  readonly step: Step;
  /** Where it leads, innermost; absent when the event names it. */
  readonly to: PlannedStage | undefined;
  readonly conditions: readonly Condition[];
}

/** The ways out of an innermost stage, each list in the order in which they are tried. */
export interface Ways {
  readonly stage: PlannedStage;
  readonly onEvent: ReadonlyMap<string, readonly Way[]>;
  readonly bySelf: readonly Way[];
  /** Out of what can no longer be stayed in. */
  readonly stays: readonly Way[];
}

/** The ways out of every innermost stage. */
export function listWays(plan: MachinePlan): readonly Ways[] {
  const leaves = [...plan.stages.values()].filter(({ inner }) => inner.length === 0);
  return leaves.map((stage) => {
    const { onEvent, bySelf, stays } = plan.leaf(stage);
    return {
      stage,
      onEvent: new Map([...onEvent].map(([type, steps]) => [type, steps.map(wayOf)] as const)),
      bySelf: bySelf.map(wayOf),
      stays: stays.map(({ step }) => wayOf(step)),
    };
  });
}

/** Every way out of a stage. */
export function allWays({ onEvent, bySelf, stays }: Ways): readonly Way[] {
  return [...new Set([...onEvent.values()].flat()), ...bySelf, ...stays];
}

function wayOf(step: Step): Way {
  const { move, crossing } = step;
  const guards = crossing?.guards ?? (move.guard === undefined ? [] : [move.guard]);
  return { step, to: crossing?.entered.at(-1), conditions: guards.map(({ rule }) => rule.when) };
}
