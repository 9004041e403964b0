import { MS_PER_DAY } from "../../core/calendar.js";
import { chiSquareSurvival } from "../../core/math/index.js";
import type { ObservedVisit } from "../durations/observe-visits.js";
import type { MemoryTest } from "./types.js";

/** A stay that took no time is taken for one of a millisecond. */
const SHORTEST_DAYS = 1 / MS_PER_DAY;

/**
 * The score test of an exponential against a Weibull distribution of the stays, with stays that go on
 * and late entries: at shape k = 1, U = d + Σ ln t - λ Σ (t ln t - e ln e) over d exits, λ = d / Σ (t - e),
 * with the variance that is left of its information once λ is estimated (Cox and Oakes, 1984, 3.7).
 */
export function testMemory(
  observed: readonly ObservedVisit[],
  exits: number,
  exposureDays: number,
): MemoryTest | undefined {
  if (exits === 0 || exposureDays === 0) return undefined;
  const rate = exits / exposureDays;
  let logarithms = 0;
  let first = 0;
  let second = 0;
  for (const { fromDays, untilDays, end } of observed) {
    const log = Math.log(Math.max(untilDays, SHORTEST_DAYS));
    const entryLog = Math.log(Math.max(fromDays, SHORTEST_DAYS));
    if (end === "left") logarithms += log;
    first += untilDays * log - fromDays * entryLog;
    second += untilDays * log * log - fromDays * entryLog * entryLog;
  }
  const score = exits + logarithms - rate * first;
  const variance = exits + rate * second - (rate * first) ** 2 / exits;
  const statistic = score / Math.sqrt(variance);
  return { statistic, pValue: chiSquareSurvival(statistic ** 2, 1) };
}
