import { checkNumber } from "./column.js";
import type { Random } from "./random.js";

/**
 * A normal variate (Box and Muller, 1958): two uniforms for each draw, so that the sequence does not
 * depend on what was drawn before.
 *
 * @param mean - finite
 * @param deviation - standard deviation, not negative
 * @throws ClienteleError INVALID_ARGUMENT
 * @example
 * drawNormal(100, 15, seededRandom(1));
 */
export function drawNormal(mean: number, deviation: number, random: Random): number {
  checkNumber(mean, "mean");
  checkNumber(deviation, "deviation", "nonNegative");
  return mean + deviation * standardNormal(random);
}

/**
 * An exponential variate: the time to an event of the given rate.
 *
 * @param rate - events per unit of time, above 0
 * @throws ClienteleError INVALID_ARGUMENT
 * @example
 * drawExponential(0.5, seededRandom(1)); // 2 on average
 */
export function drawExponential(rate: number, random: Random): number {
  checkNumber(rate, "rate", "positive");
  return standardExponential(random) / rate;
}

/**
 * A gamma variate of mean shape / rate (Marsaglia and Tsang, 2000); it may be 0 where a tiny shape
 * leads below the range of doubles, for which there is {@link drawLogGamma}.
 *
 * @param shape - above 0
 * @param rate - above 0
 * @throws ClienteleError INVALID_ARGUMENT
 * @example
 * drawGamma(2, 4, seededRandom(1)); // 0.5 on average
 */
export function drawGamma(shape: number, rate: number, random: Random): number {
  return Math.exp(drawLogGamma(shape, rate, random));
}

/**
 * The logarithm of a gamma variate, finite however small the shape.
 *
 * @param shape - above 0
 * @param rate - above 0
 * @throws ClienteleError INVALID_ARGUMENT
 * @example
 * drawLogGamma(1e-9, 1, seededRandom(1)); // about -1e9 on average
 */
export function drawLogGamma(shape: number, rate: number, random: Random): number {
  checkNumber(shape, "shape", "positive");
  checkNumber(rate, "rate", "positive");
  // Gamma(shape) = Gamma(shape + 1) · U^(1 / shape), and -ln U is exponential.
  const boost = shape < 1 ? standardExponential(random) / shape : 0;
  return logStandardGamma(shape < 1 ? shape + 1 : shape, random) - boost - Math.log(rate);
}

/**
 * A beta variate, as the share of one gamma variate in the sum of two.
 *
 * @param a - above 0
 * @param b - above 0
 * @returns from 0 to 1
 * @throws ClienteleError INVALID_ARGUMENT
 * @example
 * drawBeta(1, 3, seededRandom(1)); // 0.25 on average
 */
export function drawBeta(a: number, b: number, random: Random): number {
  checkNumber(a, "a", "positive");
  checkNumber(b, "b", "positive");
  const logOdds = drawLogGamma(a, 1, random) - drawLogGamma(b, 1, random);
  return 1 / (1 + Math.exp(-logOdds));
}

function standardNormal(random: Random): number {
  const radius = Math.sqrt(2 * standardExponential(random));
  return radius * Math.cos(2 * Math.PI * random());
}

function standardExponential(random: Random): number {
  // 1 - u is never 0.
  return -Math.log1p(-random());
}

/** For shape >= 1: d v with v = (1 + x / √(9d))³ accepted against a normal x. */
function logStandardGamma(shape: number, random: Random): number {
  const d = shape - 1 / 3;
  const scale = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = standardNormal(random);
    const root = 1 + scale * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const logV = Math.log(v);
    if (-standardExponential(random) <= 0.5 * x * x + d * (1 - v + logV)) return Math.log(d) + logV;
  }
}
