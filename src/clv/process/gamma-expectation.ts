import { logGamma } from "../../core/math/index.js";
import { logLineIntegral } from "../../core/math/log-line-integral.js";
import { findPeak } from "./find-peak.js";

/** So far to the right nothing is left of the integrand. */
const FAR = 100;

/**
 * ln E g(λ) for a positive function of a rate λ with a gamma(shape, rate) distribution, by the
 * trapezoidal rule over ln λ.
 *
 * @param logG - ln g(λ), rising no faster than λ^`power`
 * @param bend - the rate at which ln g, over ln λ, changes its slope
 */
export function logGammaExpectation(
  shape: number,
  rate: number,
  logG: (lambda: number) => number,
  power: number,
  bend: number,
): number {
  const log = (x: number): number => {
    const lambda = Math.exp(x);
    return shape * x - rate * lambda + logG(lambda);
  };
  const [low, high] = [Math.log(shape / rate), Math.log((shape + power) / rate)];
  const { peak, curvature } = findPeak(log, low - 0.1, high + 0.1);
  const logIntegral = logLineIntegral({
    log,
    peak,
    curvature,
    first: Math.min(peak, Math.log(bend)),
    // To the right e^-λ falls double exponentially by itself.
    last: peak + FAR,
  });
  return logIntegral + shape * Math.log(rate) - logGamma(shape);
}
