import { chiSquareCritical, normalQuantile } from "../../core/math/index.js";
import type { DaysEstimate } from "../durations/types.js";

/** Wilson's score interval of a share (Wilson, 1927). */
export function wilsonInterval(
  count: number,
  total: number,
  level: number,
): { readonly lower: number; readonly upper: number } {
  const z = normalQuantile((1 + level) / 2);
  const share = count / total;
  const shrink = 1 + (z * z) / total;
  const centre = (share + (z * z) / (2 * total)) / shrink;
  const reach = (z / shrink) * Math.sqrt((share * (1 - share)) / total + (z / (2 * total)) ** 2);
  return {
    lower: count === 0 ? 0 : Math.max(0, centre - reach),
    upper: count === total ? 1 : Math.min(1, centre + reach),
  };
}

/** Exposure over exits, with the exact interval of a Poisson count (Garwood, 1936). */
export function meanStay(exits: number, exposureDays: number, level: number): DaysEstimate {
  const outside = (1 - level) / 2;
  const most = chiSquareCritical(outside, 2 * exits + 2) / 2;
  if (exits === 0) return { days: undefined, lower: exposureDays / most, upper: undefined };
  const least = chiSquareCritical(1 - outside, 2 * exits) / 2;
  return {
    days: exposureDays / exits,
    lower: exposureDays / most,
    upper: exposureDays / least,
  };
}
