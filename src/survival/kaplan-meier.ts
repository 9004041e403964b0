import { checkNumber, checkOneOf } from "../core/column.js";
import { withDefaults } from "../core/options.js";
import { type CauseTable, countAtRisk } from "./count-at-risk.js";
import {
  KAPLAN_MEIER_DEFAULTS,
  type KaplanMeierOptions,
  type KaplanMeierOptionsInput,
} from "./options.js";
import { levelQuantile, probabilityBounds } from "./probability-bounds.js";
import { readSurvivalSample } from "./read-sample.js";
import type { RiskTable, SurvivalCurve, SurvivalSample } from "./types.js";

/**
 * The probability to stay beyond each time, S(t) = Π (1 - d / n) over the times up to t with d events
 * among n at risk (Kaplan and Meier, 1958), its variance S² Σ d / (n (n - d)) (Greenwood, 1926).
 *
 * Subjects with late entries are at risk only after them. Where all who are at risk have the event,
 * the survival is 0 from there on and without variance; its interval is then from 0 to the upper
 * bound of the time before, which a curve that only falls cannot exceed.
 *
 * @param sample - `times`, `events`, and where there are some `entries` and `weights`; in any order
 * @param options - `interval` (default `logLog`), `level` (default 0.95), `from` (default the origin)
 * @returns one step per distinct time, those with censorings alone included; no steps for no subjects
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, UNKNOWN_OPTION; INVALID_DATA for an entry
 * that is not below its time; OUT_OF_RANGE for weights too large to be added
 * @example
 * kaplanMeier({ times: [1, 2, 2, 3], events: [1, 1, 0, 0] }).survival //=> [0.75, 0.5, 0.5]
 */
export function kaplanMeier(
  sample: SurvivalSample,
  options: KaplanMeierOptionsInput = {},
): SurvivalCurve {
  const read = withDefaults(KAPLAN_MEIER_DEFAULTS, options);
  checkOneOf(read.interval, "options.interval", ["plain", "log", "logLog"]);
  if (read.from !== undefined) checkNumber(read.from, "options.from", "nonNegative");
  const z = levelQuantile(read.level);
  return drawCurve(tableFrom(countAtRisk(readSurvivalSample(sample)), read.from), { ...read, z });
}

/** The table beyond a time: those at risk there are the same, whatever came before. */
function tableFrom(table: CauseTable, from: number | undefined): RiskTable {
  const { times, atRisk, events, censored } = table;
  const start = from === undefined ? 0 : times.findIndex((time) => time > from);
  const rest = (column: Float64Array): Float64Array =>
    start < 0 ? new Float64Array() : column.subarray(start);
  return {
    times: rest(times),
    atRisk: rest(atRisk),
    events: rest(events),
    censored: rest(censored),
  };
}

function drawCurve(
  table: RiskTable,
  { interval, level, from, z }: KaplanMeierOptions & { readonly z: number },
): SurvivalCurve {
  const { atRisk, events } = table;
  const survival = new Float64Array(atRisk.length);
  const standardErrors = new Float64Array(atRisk.length);
  const lower = new Float64Array(atRisk.length);
  const upper = new Float64Array(atRisk.length);
  let staying = 1;
  let greenwood = 0;
  let bounds = { lower: 1, upper: 1 };
  for (let index = 0; index < atRisk.length; index++) {
    const happened = events[index] as number;
    if (happened > 0 && staying > 0) {
      const present = atRisk[index] as number;
      const remaining = Math.max(0, present - happened);
      staying *= remaining / present;
      if (staying > 0) {
        greenwood += happened / (present * remaining);
        bounds = probabilityBounds(staying, Math.sqrt(greenwood), { z, interval });
      } else bounds = { lower: 0, upper: bounds.upper };
    }
    survival[index] = staying;
    standardErrors[index] = staying * Math.sqrt(greenwood);
    lower[index] = bounds.lower;
    upper[index] = bounds.upper;
  }
  return { ...table, from: from ?? 0, survival, standardErrors, lower, upper, level };
}
