import { checkColumn, type NumberColumn } from "../core/column.js";
import { checkCurve, stepWatched } from "./read-curve.js";
import type { SurvivalCurve, SurvivalPoint } from "./types.js";

/**
 * Reads a survival curve at given times.
 *
 * @param curve - from `kaplanMeier`
 * @param times - 0 or more each, in the unit of the curve, in any order
 * @returns one point per time; `undefined` after the last time of a curve that has not come down to 0:
 * nobody was watched for so long
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH
 * @example
 * survivalAt(kaplanMeier({ times: [1, 2], events: [1, 0] }), [1.5])[0]?.survival //=> 0.5
 */
export function survivalAt(
  curve: SurvivalCurve,
  times: NumberColumn,
): (SurvivalPoint | undefined)[] {
  checkCurve(curve, ["survival", "standardErrors", "lower", "upper"]);
  checkColumn(times, "times", "nonNegative");
  return Array.from(times, (time) => {
    const step = stepWatched(curve, time);
    if (step === undefined) return undefined;
    if (step < 0) return { time, survival: 1, standardError: 0, lower: 1, upper: 1 };
    return {
      time,
      survival: curve.survival[step] as number,
      standardError: curve.standardErrors[step] as number,
      lower: curve.lower[step] as number,
      upper: curve.upper[step] as number,
    };
  });
}
