import { invalid } from "../core/errors.js";
import { checkCurve } from "./read-curve.js";
import type { QuantileEstimate, SurvivalCurve } from "./types.js";

/** Levels of a curve that are this near are one: its products of fractions are rounded. */
const ROUNDING = 1e-9;

/**
 * The time by which a share of the subjects has had the event: where the curve falls to 1 - share or
 * below. Where it stays at exactly 1 - share for a while, the middle of that while, which without
 * censoring makes the median what it is elsewhere. The interval consists of the same times of the
 * curve's bounds (Brookmeyer and Crowley, 1982).
 *
 * @param curve - from `kaplanMeier`
 * @param share - above 0 and below 1; 0.5 for the median
 * @returns `time`, `lower`, `upper`, each `undefined` where its curve does not come down so far
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH
 * @example
 * survivalQuantile(kaplanMeier({ times: [1, 2, 3], events: [1, 1, 1] }), 0.5).time //=> 2
 */
export function survivalQuantile(curve: SurvivalCurve, share: number): QuantileEstimate {
  checkCurve(curve, ["survival", "lower", "upper"]);
  if (!(typeof share === "number" && share > 0 && share < 1)) {
    throw invalid("share", "above 0 and below 1, such as 0.5", share);
  }
  return {
    share,
    time: timeOfLevel(curve.times, curve.survival, 1 - share),
    lower: timeOfLevel(curve.times, curve.lower, 1 - share),
    upper: timeOfLevel(curve.times, curve.upper, 1 - share),
  };
}

function timeOfLevel(
  times: Float64Array,
  heights: Float64Array,
  level: number,
): number | undefined {
  const first = heights.findIndex((height) => height <= level + ROUNDING);
  if (first < 0) return undefined;
  const start = times[first] as number;
  if ((heights[first] as number) < level - ROUNDING) return start;
  const below = heights.findIndex((height) => height < level - ROUNDING);
  return (start + (times.at(below) as number)) / 2;
}
