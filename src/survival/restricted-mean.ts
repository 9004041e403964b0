import { checkNumber } from "../core/column.js";
import { invalid } from "../core/errors.js";
import { withDefaults } from "../core/options.js";
import { RESTRICTED_MEAN_DEFAULTS, type RestrictedMeanOptionsInput } from "./options.js";
import { levelQuantile } from "./probability-bounds.js";
import { checkCurve, stepAt } from "./read-curve.js";
import type { RestrictedMean, SurvivalCurve } from "./types.js";

/**
 * The mean time before the event up to a horizon τ, ∫ S(t) dt, with its variance
 * Σ (∫_u^τ S)² d / (n (n - d)) over the times u of events (Irwin, 1949; Klein and Moeschberger, 2003,
 * 4.5). Unlike the mean, it is known where not everybody has had the event.
 *
 * @param curve - from `kaplanMeier`; one that begins at `from` is counted from there
 * @param options - `horizon`, above the curve's beginning (default its last time)
 * @returns the mean with a normal interval of the curve's level; `undefined` where the curve ends
 * above 0 before the horizon, or has no steps
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, UNKNOWN_OPTION
 * @example
 * restrictedMean(kaplanMeier({ times: [1, 3], events: [1, 1] }))?.mean //=> 2
 */
export function restrictedMean(
  curve: SurvivalCurve,
  options: RestrictedMeanOptionsInput = {},
): RestrictedMean | undefined {
  const { horizon: wanted } = withDefaults(RESTRICTED_MEAN_DEFAULTS, options);
  checkCurve(curve, ["survival", "atRisk", "events"]);
  const z = levelQuantile(curve.level);
  const last = curve.times.length - 1;
  if (last < 0) return undefined;
  const horizon = wanted ?? (curve.times[last] as number);
  checkHorizon(horizon, curve.from, wanted);
  if (horizon > (curve.times[last] as number) && (curve.survival[last] as number) > 0) {
    return undefined;
  }
  const { mean, variance } = areaBelow(curve, horizon);
  const standardError = Math.sqrt(variance);
  return {
    horizon,
    mean,
    standardError,
    lower: Math.max(0, mean - z * standardError),
    upper: Math.min(horizon - curve.from, mean + z * standardError),
    level: curve.level,
  };
}

function checkHorizon(horizon: number, from: number, wanted: number | undefined): void {
  checkNumber(horizon, "options.horizon", "nonNegative");
  if (wanted !== undefined && horizon <= from) {
    throw invalid("options.horizon", `above ${from}, where the curve begins`, horizon);
  }
}

/** Adds the area from the horizon back, so that the area after each time is at hand. */
function areaBelow(
  { times, survival, atRisk, events, from }: SurvivalCurve,
  horizon: number,
): { readonly mean: number; readonly variance: number } {
  let area = 0;
  let variance = 0;
  let end = horizon;
  for (let step = stepAt(times, horizon); step >= 0; step--) {
    const time = times[step] as number;
    area += (end - time) * (survival[step] as number);
    end = time;
    const happened = events[step] as number;
    const present = atRisk[step] as number;
    // Where nobody remains, the area after is 0, and so is its share of the variance.
    if (happened > 0 && happened < present) {
      variance += (area / (present - happened)) * (area / present) * happened;
    }
  }
  return { mean: area + (end - from), variance };
}
