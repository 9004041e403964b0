import { solveLeastSquares } from "../../core/math/index.js";
import { type Chain, findFollowers, findRecurrent, readChain } from "./read-chain.js";
import type { StageFlow, StageShare } from "./types.js";

/**
 * The shares of the stages in the long run, when nobody comes and nobody goes: ν = ν P, weighted by
 * the mean stays (Ross, 1996, 4.8). Where one stage is never left and can always be reached, all end
 * there; for customers who come anew all the time, see `steadyCounts`.
 *
 * @param flow - from `stageFlow`
 * @returns one row per stage, in the order of the flow; `undefined` where the long run depends on where
 * customers begin, or there are no stages
 * @throws ClienteleError INVALID_ARGUMENT, UNSUPPORTED_VERSION
 * @example
 * stationaryMix(flow) //=> [{ stage: "active", share: 0.72 }, { stage: "dormant", share: 0.28 }]
 */
export function stationaryMix(flow: StageFlow): StageShare[] | undefined {
  const chain = readChain(flow);
  const { names, stayDays } = chain;
  const followers = findFollowers(chain);
  const isRecurrent = findRecurrent(followers);
  const start = isRecurrent.indexOf(true);
  if (start < 0) return undefined;
  const closed = names.flatMap((_, place) => (isRecurrent[place] ? [place] : []));
  if (closed.some((place) => place !== start && !followers[start]!.has(place))) return undefined;
  if (stayDays[start] === Infinity) {
    return names.map((stage, place) => ({ stage, share: place === start ? 1 : 0 }));
  }
  const days = visitShares(chain, closed).map((share, index) => share * stayDays[closed[index]!]!);
  const total = days.reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) return undefined;
  return names.map((stage, place) => ({
    stage,
    share: (days[closed.indexOf(place)] ?? 0) / total,
  }));
}

/** ν = ν P over one closed class, adding up to 1. */
function visitShares({ next }: Chain, closed: readonly number[]): readonly number[] {
  const balance = closed.map((to) =>
    closed.map((from) => (next[from]![to] as number) - (from === to ? 1 : 0)),
  );
  const rows = [...balance, closed.map(() => 1)];
  const shares = solveLeastSquares(rows, [...closed.map(() => 0), 1]) ?? [];
  return shares.map((share) => Math.max(0, share));
}
