import { inverseBetaLogOdds } from "../../core/math/incomplete-beta.js";
import {
  inverseRegularizedGammaP,
  inverseRegularizedGammaQ,
  logBeta,
  logGamma,
  regularizedBeta,
  regularizedGammaP,
  regularizedGammaQ,
} from "../../core/math/index.js";

/**
 * A family of distributions with two parameters, along a coordinate that runs over the whole line: the
 * logarithm of a rate, the log-odds of a chance.
 */
export interface Family {
  readonly mean: (first: number, second: number) => number;
  readonly variance: (first: number, second: number) => number;
  /** ln of the density at a value, per unit of the value. */
  readonly logDensity: (first: number, second: number, value: number) => number;
  readonly lowerTail: (first: number, second: number, coordinate: number) => number;
  readonly upperTail: (first: number, second: number, coordinate: number) => number;
  /** The coordinate with that much below and above. */
  readonly quantile: (first: number, second: number, below: number, above: number) => number;
  readonly valueAt: (coordinate: number) => number;
  /** The derivative of the value by the coordinate. */
  readonly slopeAt: (coordinate: number) => number;
}

/** The lowest logarithm of a positive number. */
const LOWEST_LOG = -745;

/** Of a rate: gamma(shape, rate). */
export const GAMMA: Family = {
  mean: (shape, rate) => shape / rate,
  variance: (shape, rate) => shape / rate / rate,
  logDensity: (shape, rate, value) =>
    shape * Math.log(rate) + (shape - 1) * Math.log(value) - rate * value - logGamma(shape),
  lowerTail: (shape, rate, coordinate) => regularizedGammaP(shape, rate * Math.exp(coordinate)),
  upperTail: (shape, rate, coordinate) => regularizedGammaQ(shape, rate * Math.exp(coordinate)),
  quantile: (shape, rate, below, above) => {
    const standard =
      below <= above
        ? inverseRegularizedGammaP(shape, below)
        : inverseRegularizedGammaQ(shape, above);
    return Math.max(LOWEST_LOG, Math.log(standard)) - Math.log(rate);
  },
  valueAt: Math.exp,
  slopeAt: Math.exp,
};

/** Of a chance: beta(a, b). */
export const BETA: Family = {
  mean: (a, b) => a / (a + b),
  variance: (a, b) => ((a / (a + b)) * (b / (a + b))) / (a + b + 1),
  logDensity: (a, b, value) =>
    (a - 1) * Math.log(value) + (b - 1) * Math.log1p(-value) - logBeta(a, b),
  lowerTail: (a, b, coordinate) =>
    regularizedBeta(a, b, logistic(coordinate), logistic(-coordinate)),
  upperTail: (a, b, coordinate) =>
    regularizedBeta(b, a, logistic(-coordinate), logistic(coordinate)),
  quantile: inverseBetaLogOdds,
  valueAt: logistic,
  slopeAt: (coordinate) => logistic(coordinate) * logistic(-coordinate),
};

function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
