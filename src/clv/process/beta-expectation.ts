import { logBeta } from "../../core/math/index.js";
import { logLineIntegral } from "../../core/math/log-line-integral.js";

/** Chances below this count as this: no function of ours can tell them from 0. */
const SMALLEST_CHANCE = 1e-300;
const SEARCH_STEPS = 80;

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
  const peak = findPeak(log, left, right);
  const width = 0.01;
  const curvature = (2 * log(peak) - log(peak - width) - log(peak + width)) / width ** 2;
  const logIntegral = logLineIntegral({
    log,
    peak,
    curvature: Math.max(curvature, 1e-6),
    first: Math.min(peak, ...corners),
    last: Math.max(peak, ...corners),
  });
  return logIntegral - logBeta(a, b);
}

/** The highest point of a function with one peak, by golden section. */
function findPeak(f: (x: number) => number, low: number, high: number): number {
  const share = (Math.sqrt(5) - 1) / 2;
  let [left, right] = [low, high];
  let [inner, outer] = [right - share * (right - left), left + share * (right - left)];
  let [atInner, atOuter] = [f(inner), f(outer)];
  for (let step = 0; step < SEARCH_STEPS && right - left > 1e-3; step++) {
    if (atInner >= atOuter) {
      [right, outer, atOuter] = [outer, inner, atInner];
      inner = right - share * (right - left);
      atInner = f(inner);
    } else {
      [left, inner, atInner] = [inner, outer, atOuter];
      outer = left + share * (right - left);
      atOuter = f(outer);
    }
  }
  return (left + right) / 2;
}
