import { checkOneOf } from "../core/column.js";
import { withDefaults } from "../core/options.js";
import { countAtRisk } from "./count-at-risk.js";
import {
  NELSON_AALEN_DEFAULTS,
  type NelsonAalenOptions,
  type NelsonAalenOptionsInput,
} from "./options.js";
import { type Bounds, levelQuantile } from "./probability-bounds.js";
import { readSurvivalSample } from "./read-sample.js";
import type { HazardCurve, SurvivalSample } from "./types.js";

/**
 * The cumulative hazard H(t) = Σ d / n over the times up to t with d events among n at risk, its
 * variance Σ d / n² (Nelson, 1972; Aalen, 1978).
 *
 * @param sample - `times`, `events`, and where there are some `entries` and `weights`; in any order
 * @param options - `interval` (default `log`), `level` (default 0.95)
 * @returns one step per distinct time, those with censorings alone included; no steps for no subjects
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, UNKNOWN_OPTION; INVALID_DATA for an entry
 * that is not below its time; OUT_OF_RANGE for weights too large to be added
 * @example
 * nelsonAalen({ times: [1, 2], events: [1, 1] }).cumulativeHazard //=> [0.5, 1.5]
 */
export function nelsonAalen(
  sample: SurvivalSample,
  options: NelsonAalenOptionsInput = {},
): HazardCurve {
  const { interval, level } = withDefaults(NELSON_AALEN_DEFAULTS, options);
  checkOneOf(interval, "options.interval", ["plain", "log"]);
  const z = levelQuantile(level);
  const { times, atRisk, events, censored } = countAtRisk(readSurvivalSample(sample));
  const cumulativeHazard = new Float64Array(times.length);
  const standardErrors = new Float64Array(times.length);
  const lower = new Float64Array(times.length);
  const upper = new Float64Array(times.length);
  let hazard = 0;
  let variance = 0;
  for (let index = 0; index < times.length; index++) {
    const happened = events[index] as number;
    if (happened > 0) {
      const present = atRisk[index] as number;
      hazard += happened / present;
      variance += happened / present / present;
    }
    const standardError = Math.sqrt(variance);
    const bounds = hazardBounds(hazard, standardError, z, interval);
    cumulativeHazard[index] = hazard;
    standardErrors[index] = standardError;
    lower[index] = bounds.lower;
    upper[index] = bounds.upper;
  }
  return {
    times,
    atRisk,
    events,
    censored,
    cumulativeHazard,
    standardErrors,
    lower,
    upper,
    level,
  };
}

function hazardBounds(
  hazard: number,
  standardError: number,
  z: number,
  interval: NelsonAalenOptions["interval"],
): Bounds {
  const reach = z * standardError;
  if (hazard === 0) return { lower: 0, upper: 0 };
  if (interval === "plain") return { lower: Math.max(0, hazard - reach), upper: hazard + reach };
  const factor = Math.exp(reach / hazard);
  return { lower: hazard / factor, upper: hazard * factor };
}
