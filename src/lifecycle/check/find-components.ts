import type { PlannedStage } from "../plan/types.js";
import type { InstantWays } from "./instant-ways.js";

/** Stages from which one can come to each other have the same component (Tarjan 1972, without recursion). */
export function findComponents(ways: InstantWays): Map<PlannedStage, number> {
  const component = new Map<PlannedStage, number>();
  const order = new Map<PlannedStage, number>();
  const low = new Map<PlannedStage, number>();
  const path: PlannedStage[] = [];
  const targets = (stage: PlannedStage): PlannedStage[] =>
    (ways.get(stage) ?? []).flatMap(({ to }) => (to === undefined ? [] : [to]));

  for (const root of ways.keys()) {
    if (order.has(root)) continue;
    const work = [{ stage: root, next: enter(root) }];
    while (work.length > 0) {
      const { stage, next } = work.at(-1)!;
      const target = next.pop();
      if (target === undefined) {
        work.pop();
        close(stage);
        const above = work.at(-1)?.stage;
        if (above !== undefined) low.set(above, Math.min(low.get(above)!, low.get(stage)!));
      } else if (!order.has(target)) work.push({ stage: target, next: enter(target) });
      else if (!component.has(target)) {
        low.set(stage, Math.min(low.get(stage)!, order.get(target)!));
      }
    }
  }
  return component;

  function enter(stage: PlannedStage): PlannedStage[] {
    order.set(stage, order.size);
    low.set(stage, order.get(stage)!);
    path.push(stage);
    return targets(stage);
  }

  function close(stage: PlannedStage): void {
    if (low.get(stage) !== order.get(stage)) return;
    for (let member = path.pop(); member !== undefined; member = path.pop()) {
      component.set(member, order.get(stage)!);
      if (member === stage) break;
    }
  }
}
