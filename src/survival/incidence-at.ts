import { checkColumn, type NumberColumn } from "../core/column.js";
import { invalid } from "../core/errors.js";
import { checkCurve, stepWatched } from "./read-curve.js";
import type { IncidenceCurves, IncidencePoint } from "./types.js";

/**
 * Reads the curve of one cause at given times.
 *
 * @param curves - from `aalenJohansen`
 * @param cause - its name
 * @param times - 0 or more each, in the unit of the curves, in any order
 * @returns one point per time; `undefined` after the last time, unless nobody was left by then
 * @throws ClienteleError INVALID_ARGUMENT, for an unknown cause too; LENGTH_MISMATCH
 * @example
 * const curves = aalenJohansen({ times: [1, 2], causes: ["cancelled", undefined] });
 * incidenceAt(curves, "cancelled", [1])[0]?.incidence //=> 0.5
 */
export function incidenceAt(
  curves: IncidenceCurves,
  cause: string,
  times: NumberColumn,
): (IncidencePoint | undefined)[] {
  checkCurve(curves, ["survival"]);
  checkColumn(times, "times", "nonNegative");
  const curve = curves.causes.find((candidate) => candidate.cause === cause);
  if (curve === undefined) {
    const known = curves.causes.map((candidate) => candidate.cause).join(", ");
    throw invalid("cause", `one of the curves' causes: ${known || "there are none"}`, cause);
  }
  return Array.from(times, (time) => {
    const step = stepWatched(curves, time);
    if (step === undefined) return undefined;
    if (step < 0) return { time, incidence: 0, standardError: 0, lower: 0, upper: 0 };
    return {
      time,
      incidence: curve.incidence[step] as number,
      standardError: curve.standardErrors[step] as number,
      lower: curve.lower[step] as number,
      upper: curve.upper[step] as number,
    };
  });
}
