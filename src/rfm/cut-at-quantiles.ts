import type { TiePolicy } from "./options.js";
import { selectRanks } from "./select-ranks.js";
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
  const sorted = values.slice();
  const spans = quantileSpans(values.length, rule.bins);
  selectRanks(sorted, [...new Set(spans.flatMap(({ below, above }) => [below, above]))]);
  const at = spans.map(
    ({ below, above, fraction }) =>
      interpolate(sorted[below] as number, sorted[above] as number, fraction) + rule.cutStep,
  );
  return { at, side: at.map((cut, index) => chooseSide(values, cut, index + 1, rule)) };
}

/** The neighbouring ranks of a quantile, and how far between them it lies. */
interface QuantileSpan {
  readonly below: number;
  readonly above: number;
  readonly fraction: number;
}

function quantileSpans(count: number, bins: number): QuantileSpan[] {
  return Array.from({ length: bins - 1 }, (_, index) => {
    // The position (index + 1) / bins * (count - 1), in whole numbers: a whole one stays whole.
    const parts = (index + 1) * (count - 1);
    const rest = parts % bins;
    const below = (parts - rest) / bins;
    return { below, above: rest === 0 ? below : below + 1, fraction: rest / bins };
  });
}

function interpolate(low: number, high: number, fraction: number): number {
  const between = low + (high - low) * fraction;
  // The span of two huge values of opposite sign overflows.
  return Number.isFinite(between) ? between : low * (1 - fraction) + high * fraction;
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
