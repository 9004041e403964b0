import { normalQuantile } from "../../core/math/index.js";
import { dot, multiply } from "../../core/math/matrix.js";
import type { LogParameters } from "./log-parameters.js";
import type { PredictionIntervals } from "./types.js";

/** Near the cube root of the rounding, where central differences err least. */
const STEP = 1e-5;

/**
 * Intervals by the delta method: the variance of a prediction is g' V g, with its gradient g by the
 * logarithms of the parameters from central differences.
 */
export function deltaIntervals(
  { logs, covariance }: LogParameters<string>,
  estimate: Float64Array,
  predictAt: (logs: readonly number[]) => Float64Array,
  level: number,
  scale: "log" | "logit",
): PredictionIntervals {
  const slopes = logs.map((_, moved) => {
    const [above, below] = [STEP, -STEP].map((step) =>
      predictAt(logs.map((log, index) => (index === moved ? log + step : log))),
    ) as [Float64Array, Float64Array];
    return above.map((value, row) => (value - below[row]!) / (2 * STEP));
  });
  const z = -normalQuantile((1 - level) / 2);
  const low = new Float64Array(estimate.length);
  const high = new Float64Array(estimate.length);
  estimate.forEach((value, row) => {
    const gradient = slopes.map((slope) => slope[row]!);
    const error = z * Math.sqrt(Math.max(0, dot(gradient, multiply(covariance, gradient))));
    [low[row], high[row]] = scale === "log" ? onLog(value, error) : onLogit(value, error);
  });
  return { estimate, low, high };
}

function onLog(value: number, error: number): [number, number] {
  if (error === 0 || value === 0) return [value, value];
  const factor = Math.exp(error / value);
  return [value / factor, value * factor];
}

/** The odds times and through e^(error / (value (1 - value))). */
function onLogit(value: number, error: number): [number, number] {
  const room = value * (1 - value);
  if (error === 0 || !(room > 0)) return [value, value];
  const factor = Math.exp(error / room);
  return [value / (value + (1 - value) * factor), value / (value + (1 - value) / factor)];
}
