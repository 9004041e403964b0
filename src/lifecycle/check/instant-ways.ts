import type { PlannedStage } from "../plan/types.js";
import type { Way, Ways } from "./list-ways.js";

/** By stage, the ways on which no time passes, in the order in which they are tried. */
export type InstantWays = ReadonlyMap<PlannedStage, readonly Way[]>;

/** Leaves out every way that waits: for a time, for a dwell, or for a grace. */
export function listInstantWays(ways: readonly Ways[]): InstantWays {
  return new Map(
    ways.map(({ stage, bySelf, stays }) => [stage, [...bySelf, ...stays].filter(isInstant)]),
  );
}

function isInstant({ step: { move, source, crossing } }: Way): boolean {
  const { after, at } = move.definition ?? {};
  if (after !== undefined && !(typeof after === "string" && isNoTime(after))) return false;
  if (at !== undefined && "next" in at) return false;
  const grace = move.definition === undefined ? source.definition.stay?.grace : undefined;
  if (grace !== undefined && !isNoTime(grace)) return false;
  const dwells = (crossing?.left ?? []).map(({ definition }) => definition.dwell);
  return move.isEarly || dwells.every((dwell) => dwell === undefined || isNoTime(dwell));
}

function isNoTime(period: string): boolean {
  return !/[1-9]/.test(period);
}
