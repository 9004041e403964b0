import { quantiles } from "../core/stats.js";
import type { TiePolicy } from "./options.js";
import type { CutSide, MeasureCuts } from "./types.js";

/** How one measure is cut. */
export interface CutRule {
  readonly bins: number;
  readonly ties: TiePolicy;
  readonly cutStep: number;
  /** How near to a cut a value counts as equal to it, relative to the cut. */
  readonly tolerance: number;
}

/**
 * Cuts values at the quantiles 1/bins, 2/bins, …: type 7 of Hyndman and Fan (1996), the default of
 * R and of most spreadsheets.
 *
 * @param values - at least one finite number; left as they are
 */
export function cutAtQuantiles(values: Float64Array, rule: CutRule): MeasureCuts {
  const shares = Array.from({ length: rule.bins - 1 }, (_, index) => (index + 1) / rule.bins);
  const at = Array.from(quantiles(values, shares) ?? [], (cut) => cut + rule.cutStep);
  return { at, side: at.map((cut, index) => chooseSide(values, cut, index + 1, rule)) };
}

function chooseSide(values: Float64Array, cut: number, ordinal: number, rule: CutRule): CutSide {
  if (rule.ties !== "mid") return rule.ties;
  const slack = Math.abs(cut) * rule.tolerance;
  let below = 0;
  let upTo = 0;
  for (const value of values) {
    if (value < cut - slack) below++;
    if (value <= cut + slack) upTo++;
  }
  // The mean rank of the tied values, (below + upTo) / 2, against the rank of the cut.
  return (below + upTo) * rule.bins > 2 * ordinal * values.length ? "upper" : "lower";
}
