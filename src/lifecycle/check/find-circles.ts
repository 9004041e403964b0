import type { PlannedStage } from "../plan/types.js";
import { findComponents } from "./find-components.js";
import type { InstantWays } from "./instant-ways.js";
import type { Way } from "./list-ways.js";

/** Ways that lead around, from a stage back to it. */
export type Circle = readonly (Way & { readonly from: PlannedStage })[];

/** Circles that are told; who mends these will look again. */
const MOST_CIRCLES = 100;
/** Steps of looking, over all circles. */
const MOST_STEPS = 200_000;

/** For every way the shortest circle that it is part of, each circle once, in the order of the stages. */
export function findCircles(ways: InstantWays): readonly Circle[] {
  const component = findComponents(ways);
  const circles = new Map<string, Circle>();
  let steps = 0;

  const findBack = (start: PlannedStage, target: PlannedStage): Circle | undefined => {
    const arrival = new Map<PlannedStage, Circle[number] | undefined>([[start, undefined]]);
    // A Map can grow while it is walked: it is the queue as well.
    for (const [stage] of arrival) {
      if (stage === target || steps > MOST_STEPS) break;
      for (const way of ways.get(stage) ?? []) {
        steps++;
        if (way.to === undefined || arrival.has(way.to)) continue;
        if (component.get(way.to) === component.get(start)) {
          arrival.set(way.to, { ...way, from: stage });
        }
      }
    }
    if (!arrival.has(target)) return undefined;
    const back: Circle[number][] = [];
    for (let way = arrival.get(target); way !== undefined; way = arrival.get(way.from)) {
      back.unshift(way);
    }
    return back;
  };

  for (const [from, leaving] of ways) {
    for (const way of leaving) {
      if (way.to === undefined || component.get(way.to) !== component.get(from)) continue;
      if (circles.size >= MOST_CIRCLES || steps > MOST_STEPS) return [...circles.values()];
      const back = findBack(way.to, from);
      if (back === undefined) continue;
      const circle = [{ ...way, from }, ...back];
      const key = circle
        .map(({ step }) => step.move.id)
        .sort()
        .join("\n");
      if (!circles.has(key)) circles.set(key, circle);
    }
  }
  return [...circles.values()];
}
