import { checkOneOf } from "../core/column.js";
import { withDefaults } from "../core/options.js";
import { type CauseTable, countAtRisk } from "./count-at-risk.js";
import {
  AALEN_JOHANSEN_DEFAULTS,
  type AalenJohansenOptionsInput,
  type ProbabilityInterval,
} from "./options.js";
import { levelQuantile, probabilityBounds } from "./probability-bounds.js";
import { readCompetingSample } from "./read-sample.js";
import type { CompetingSample, IncidenceCurve, IncidenceCurves } from "./types.js";

/** A share this near to 1 is 1: it is a sum of rounded products. */
const ROUNDING = 1e-12;

/**
 * The probability that each of several competing events has come first by a time,
 * F_k(t) = Σ S(u-) d_k / n over the times u up to t (Aalen and Johansen, 1978), so that all F_k and S
 * add up to 1. One minus the Kaplan-Meier curve of one cause, with the other causes as censorings,
 * would be too large.
 *
 * @param sample - `times`, `causes`, and where there are some `entries` and `weights`; in any order
 * @param options - `interval` (default `logLog`), `level` (default 0.95)
 * @returns a curve per cause that occurs, sorted by name; none where everybody is censored
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, UNKNOWN_OPTION; INVALID_DATA for an entry
 * that is not below its time; OUT_OF_RANGE for weights too large to be added
 * @example
 * aalenJohansen({ times: [1, 2], causes: ["cancelled", undefined] }).causes[0]?.incidence //=> [0.5, 0.5]
 */
export function aalenJohansen(
  sample: CompetingSample,
  options: AalenJohansenOptionsInput = {},
): IncidenceCurves {
  const { interval, level } = withDefaults(AALEN_JOHANSEN_DEFAULTS, options);
  checkOneOf(interval, "options.interval", ["plain", "log", "logLog"]);
  const z = levelQuantile(level);
  const { names, ...read } = readCompetingSample(sample);
  const { eventsByCause, ...table } = countAtRisk(read);
  const survival = stayingOn(table);
  return {
    ...table,
    level,
    survival,
    causes: names.map((cause, place) => ({
      cause,
      level,
      ...drawIncidence(table, survival, eventsByCause[place] as Float64Array, { z, interval }),
    })),
  };
}

/** The same product as that of Kaplan and Meier. */
function stayingOn({ atRisk, events }: Pick<CauseTable, "atRisk" | "events">): Float64Array {
  let staying = 1;
  return atRisk.map((present, index) => {
    const happened = events[index] as number;
    if (happened > 0) staying *= Math.max(0, present - happened) / present;
    return staying;
  });
}

/**
 * One curve with its variance. S and F_k change at each time by S' = S (1 - q) and F' = F + S q_k,
 * where q = d / n and q_k = d_k / n have the variances and the covariance of a multinomial sample:
 * the recursion that this gives for their variances is Greenwood's estimator (Andersen, Borgan, Gill
 * and Keiding, 1993, 4.4.1.3). Nothing in it is divided by n - d, so that it ends well.
 */
function drawIncidence(
  { atRisk, events }: Pick<CauseTable, "atRisk" | "events">,
  survival: Float64Array,
  eventsOfCause: Float64Array,
  scale: { readonly z: number; readonly interval: ProbabilityInterval },
): Omit<IncidenceCurve, "cause" | "level"> {
  const incidence = new Float64Array(atRisk.length);
  const standardErrors = new Float64Array(atRisk.length);
  const lower = new Float64Array(atRisk.length);
  const upper = new Float64Array(atRisk.length);
  let share = 0;
  let variance = 0;
  let varianceOfStaying = 0;
  let covariance = 0;
  let bounds = { lower: 0, upper: 0 };
  for (let index = 0; index < atRisk.length; index++) {
    const staying = index === 0 ? 1 : (survival[index - 1] as number);
    if ((events[index] as number) > 0 && staying > 0) {
      const present = atRisk[index] as number;
      const any = Math.min(1, (events[index] as number) / present);
      const own = Math.min(1, (eventsOfCause[index] as number) / present);
      const spread = (staying * staying) / present;
      variance += 2 * own * covariance + own * own * varianceOfStaying + spread * own * (1 - own);
      covariance = (1 - any) * (covariance + own * varianceOfStaying - spread * own);
      varianceOfStaying = (1 - any) ** 2 * varianceOfStaying + spread * any * (1 - any);
      share = Math.min(1, share + staying * own);
      // The mirror image of a survival of 0, which has no variance either.
      if (share > 1 - ROUNDING) {
        share = 1;
        variance = 0;
        bounds = { lower: bounds.lower, upper: 1 };
      } else if (share > 0) {
        const relativeError = Math.sqrt(Math.max(0, variance)) / share;
        bounds = probabilityBounds(share, relativeError, scale);
      }
    }
    incidence[index] = share;
    standardErrors[index] = Math.sqrt(Math.max(0, variance));
    lower[index] = bounds.lower;
    upper[index] = bounds.upper;
  }
  return { events: eventsOfCause, incidence, standardErrors, lower, upper };
}
