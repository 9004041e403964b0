import { canReach, endIn, markStages, readChain, solveChain } from "./read-chain.js";
import type { StageFlow, TimeToStage } from "./types.js";

/**
 * From each stage, the probability of ever getting to one of the given stages, and the expected days
 * until then: the days until customers are lost.
 *
 * The probabilities are h = P h, 1 in the targets and the least solution elsewhere (Norris, 1997, 1.3);
 * the days are those of the chain given that it gets there, from E[T; reached] = h m + P E[T; reached].
 *
 * @param flow - from `stageFlow`
 * @param targets - stages; who is in one of them is there at once
 * @returns one row per stage, in the order of the flow
 * @throws ClienteleError INVALID_ARGUMENT, for an unknown stage too; UNSUPPORTED_VERSION, NO_CONVERGENCE
 * @example
 * timeToStage(flow, ["lost"]).find(({ stage }) => stage === "loyal")?.days //=> 412.7
 */
export function timeToStage(flow: StageFlow, targets: readonly string[]): TimeToStage[] {
  const chain = readChain(flow);
  const isTarget = markStages(chain, targets, "targets");
  const ended = endIn(chain, isTarget);
  const { names, next, stayDays } = ended;
  const reaches = canReach(ended, isTarget);
  const mayMiss = canReach(
    ended,
    reaches.map((can) => !can),
  );
  const isOpen = reaches.map((can, place) => can && !isTarget[place]);
  const direct = next.map((row) =>
    row.reduce((sum, share, place) => sum + (isTarget[place] ? share : 0), 0),
  );
  const chances = solveChain(next, isOpen, direct);
  // Days in stages from which the targets are out of reach do not count: their chance is 0.
  const weighted = chances.map((chance, place) => (isOpen[place] ? chance * stayDays[place]! : 0));
  const days = solveChain(next, isOpen, weighted);
  return names.map((stage, place) => {
    if (isTarget[place]) return { stage, probability: 1, days: 0 };
    if (!reaches[place]) return { stage, probability: 0, days: undefined };
    const chance = chances[place] as number;
    return { stage, probability: mayMiss[place] ? chance : 1, days: days[place]! / chance };
  });
}
