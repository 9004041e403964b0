import { logBeta } from "../../core/math/index.js";
import { logLineIntegral } from "../../core/math/log-line-integral.js";
import { findPeak } from "./find-peak.js";

/** Chances below this count as this: no function of ours can tell them from 0. */
const SMALLEST_CHANCE = 1e-300;

/**
 * ln E g(p) for a positive function of a chance p with a beta(a, b) distribution, by the trapezoidal
 * rule over the log-odds of p. Costly, but exact wherever the weight and the bends of g lie.
 *
 * @param logG - ln g(p), finite down to p = 0
 * @param bends - chances at which ln g, over the logarithm of p, changes its slope
 */
export function logBetaExpectation(
  a: number,
  b: number,
  logG: (p: number) => number,
  bends: readonly number[],
): number {
  const log = (x: number): number => {
    const p = x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x));
    const logWeight = a * x - (a + b) * (Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))));
    return logWeight + logG(Math.max(p, SMALLEST_CHANCE));
  };
  // ln g falls with p, so the peak is at or to the left of that of the weight alone.
  const corners = [0, ...bends.map(Math.log)];
  const right = Math.max(Math.log(a / b), ...corners) + 5;
  const left = Math.min(Math.log(a / b), ...corners) - 5 - 5 / a;
  const { peak, curvature } = findPeak(log, left, right);
  const logIntegral = logLineIntegral({
    log,
    peak,
    curvature,
    first: Math.min(peak, ...corners),
    last: Math.max(peak, ...corners),
  });
  return logIntegral - logBeta(a, b);
}
