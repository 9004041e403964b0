import type { MeasureCuts } from "./types.js";

/** How values become scores. */
export interface PlaceRule {
  /** How near to a cut a value counts as equal to it, relative to the cut. */
  readonly tolerance: number;
  /** Whether the smallest values are the best. */
  readonly isSmallBest: boolean;
}

/**
 * Scores values by the cuts they lie above: 1 for the worst interval, one more for each better one.
 *
 * @param values - finite numbers
 * @param cuts - the cuts of each group, all with the same number of cuts
 * @param group - the group of each value; all are in group 0 where it is left out
 */
export function placeValues(
  values: Float64Array,
  cuts: readonly MeasureCuts[],
  rule: PlaceRule,
  group?: Uint8Array,
): Uint8Array {
  const width = cuts[0]?.at.length ?? 0;
  const starts = Float64Array.from(cuts.flatMap((each) => startsAbove(each, rule.tolerance)));
  const [worst, step] = rule.isSmallBest ? [width + 1, -1] : [1, 1];
  const scores = new Uint8Array(values.length);
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    const first = group === undefined ? 0 : (group[index] as number) * width;
    let above = 0;
    for (let cut = first; cut < first + width; cut++) above += +(value >= (starts[cut] as number));
    scores[index] = worst + step * above;
  }
  return scores;
}

/** The smallest value of the interval above each cut. */
function startsAbove({ at, side }: MeasureCuts, tolerance: number): number[] {
  return at.map((cut, index) => {
    const slack = Math.max(Math.abs(cut) * tolerance, Number.MIN_VALUE);
    return side[index] === "lower" ? cut + slack : cut - slack;
  });
}
