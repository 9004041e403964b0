import type { MachinePlan, PlannedStage } from "../plan/types.js";

/** The innermost stages on the shortest way from one stage into another, whatever the moves wait for. */
export function findRoute(
  plan: MachinePlan,
  from: PlannedStage,
  to: PlannedStage,
): readonly string[] | undefined {
  const cameFrom = new Map<PlannedStage, PlannedStage | undefined>([[from, undefined]]);
  // A map goes on through what is added while it is walked.
  for (const stage of cameFrom.keys()) {
    if (stage.line.includes(to)) return walkBack(cameFrom, stage);
    const { onEvent, bySelf, stays } = plan.leaf(stage);
    const steps = [...[...onEvent.values()].flat(), ...bySelf, ...stays.map(({ step }) => step)];
    for (const { crossing } of steps) {
      const next = crossing?.entered.at(-1);
      if (next !== undefined && !cameFrom.has(next)) cameFrom.set(next, stage);
    }
  }
  return undefined;
}

function walkBack(
  cameFrom: ReadonlyMap<PlannedStage, PlannedStage | undefined>,
  last: PlannedStage,
): readonly string[] {
  const route: string[] = [];
  for (let stage: PlannedStage | undefined = last; stage !== undefined; ) {
    route.unshift(stage.id);
    stage = cameFrom.get(stage);
  }
  return route;
}
