import { choleskyFactor } from "../../core/math/index.js";
import { dot } from "../../core/math/matrix.js";
import type { Random } from "../../core/random.js";
import { drawNormal } from "../../core/random-draws.js";
import { quantiles } from "../../core/stats.js";
import type { LogParameters } from "./log-parameters.js";
import type { PredictionIntervals } from "./types.js";

/**
 * Intervals by draws of the logarithms of the parameters from their normal distribution: the
 * parametric bootstrap without its fits.
 */
export function drawnIntervals(
  { logs, covariance }: LogParameters<string>,
  estimate: Float64Array,
  predictAt: (logs: readonly number[]) => Float64Array,
  level: number,
  draws: number,
  random: Random,
): PredictionIntervals {
  // A fit reports a covariance only where it is positive definite.
  const factor = choleskyFactor(covariance) ?? [];
  const predictions = Array.from({ length: draws }, () => {
    const normals = logs.map(() => drawNormal(0, 1, random));
    return predictAt(logs.map((log, index) => log + dot(factor[index] ?? [], normals)));
  });
  const tail = (1 - level) / 2;
  const low = new Float64Array(estimate.length);
  const high = new Float64Array(estimate.length);
  for (let row = 0; row < estimate.length; row++) {
    const values = predictions.map((prediction) => prediction[row]!);
    [low[row], high[row]] = quantiles(values, [tail, 1 - tail]) as unknown as [number, number];
  }
  return { estimate, low, high };
}
