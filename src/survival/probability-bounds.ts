import { checkLevel } from "../core/check-level.js";
import { normalQuantile } from "../core/math/index.js";
import type { ProbabilityInterval } from "./options.js";

/** The two ends of an interval. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The normal quantile of a two-sided level.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function levelQuantile(level: number): number {
  checkLevel(level);
  return -normalQuantile((1 - level) / 2);
}

/**
 * An interval around a probability (Kalbfleisch and Prentice, 2002, 1.4.1).
 *
 * @param relativeError - the standard error over the probability
 * @param z - the normal quantile of the level
 * @returns the probability itself, twice, where it is 0, 1 or without error
 */
export function probabilityBounds(
  probability: number,
  relativeError: number,
  { z, interval }: { readonly z: number; readonly interval: ProbabilityInterval },
): Bounds {
  if (probability <= 0 || probability >= 1 || relativeError === 0) {
    return { lower: probability, upper: probability };
  }
  const reach = z * relativeError;
  if (interval === "plain") {
    return {
      lower: Math.max(0, probability - probability * reach),
      upper: Math.min(1, probability + probability * reach),
    };
  }
  if (interval === "log") {
    return {
      lower: probability * Math.exp(-reach),
      upper: Math.min(1, probability * Math.exp(reach)),
    };
  }
  const logarithm = Math.log(probability);
  const factor = Math.exp(-reach / logarithm);
  return { lower: Math.exp(logarithm * factor), upper: Math.exp(logarithm / factor) };
}
