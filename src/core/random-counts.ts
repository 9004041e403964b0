import { checkNumber } from "./column.js";
import { invalid } from "./errors.js";
import { logGamma } from "./math/log-gamma.js";
import type { Random } from "./random.js";
import { drawExponential, drawGamma } from "./random-draws.js";

/** Up to this mean it is cheaper to count exponential times. */
const FEW = 10;
const LARGEST_MEAN = 1e15;

/**
 * A Poisson variate: how many events of mean number `mean` happen. Small means by counting
 * exponential times, others by transformed rejection (Hörmann, 1993, algorithm PTRS).
 *
 * @param mean - from 0 to 1e15
 * @throws ClienteleError INVALID_ARGUMENT, OUT_OF_RANGE
 * @example
 * drawPoisson(3.5, seededRandom(1)); // a count, 3.5 on average
 */
export function drawPoisson(mean: number, random: Random): number {
  checkNumber(mean, "mean", "nonNegative");
  if (mean > LARGEST_MEAN) throw invalid("mean", "at most 1e15", mean, { code: "OUT_OF_RANGE" });
  return mean < FEW ? countEvents(mean, random) : rejectPoisson(mean, random);
}

/**
 * A negative binomial variate: failures before the `size`-th success, or a Poisson variate whose mean
 * is Gamma(size, rate p / (1 - p)).
 *
 * @param size - above 0, not only whole
 * @param probability - of a success, above 0 and at most 1
 * @throws ClienteleError INVALID_ARGUMENT, OUT_OF_RANGE
 * @example
 * drawNegativeBinomial(2, 0.4, seededRandom(1)); // a count, 3 on average
 */
export function drawNegativeBinomial(size: number, probability: number, random: Random): number {
  checkNumber(size, "size", "positive");
  checkProbability(probability);
  if (probability === 1) return 0;
  return drawPoisson(drawGamma(size, probability / (1 - probability), random), random);
}

/**
 * A geometric variate: failures before the first success.
 *
 * @param probability - of a success, above 0 and at most 1
 * @throws ClienteleError INVALID_ARGUMENT, OUT_OF_RANGE
 * @example
 * drawGeometric(0.25, seededRandom(1)); // a count, 3 on average
 */
export function drawGeometric(probability: number, random: Random): number {
  checkProbability(probability);
  if (probability === 1) return 0;
  return Math.floor(drawExponential(-Math.log1p(-probability), random));
}

/**
 * A whole number from 0 to below `bound`, all equally likely: a row for the bootstrap, a card to shuffle.
 *
 * @param bound - at least 1
 * @throws ClienteleError INVALID_ARGUMENT
 * @example
 * drawInteger(6, seededRandom(1)) + 1; // a die
 */
export function drawInteger(bound: number, random: Random): number {
  checkNumber(bound, "bound", "count");
  if (bound === 0) throw invalid("bound", "at least 1", bound);
  return Math.floor(random() * bound);
}

function checkProbability(probability: number): void {
  checkNumber(probability, "probability", "positive");
  if (probability > 1) {
    throw invalid("probability", "at most 1", probability, { code: "OUT_OF_RANGE" });
  }
}

function countEvents(mean: number, random: Random): number {
  const none = Math.exp(-mean);
  let count = 0;
  for (let product = 1 - random(); product > none; product *= 1 - random()) count++;
  return count;
}

/** The constants are those of the paper. */
function rejectPoisson(mean: number, random: Random): number {
  const logMean = Math.log(mean);
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const quick = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = random() - 0.5;
    const v = 1 - random();
    const us = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= quick) return count;
    if (count < 0 || (us < 0.013 && v > us)) continue;
    const bound = Math.log((v * inverseAlpha) / (a / (us * us) + b));
    if (bound <= count * logMean - mean - logGamma(count + 1)) return count;
  }
}
