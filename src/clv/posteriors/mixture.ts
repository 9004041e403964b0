import { newtonRoot } from "../../core/math/newton-root.js";
import type { Family } from "./families.js";

/** One distribution of a mixture: its share and its two parameters. */
export type MixturePart = readonly [weight: number, first: number, second: number];

/** A mixture of distributions of one family; the weights sum to 1. */
export interface Mixture {
  readonly family: Family;
  readonly parts: readonly MixturePart[];
}

/** Sums something up over the parts. */
function sumParts({ parts }: Mixture, term: (first: number, second: number) => number): number {
  return parts.reduce((sum, [weight, first, second]) => sum + weight * term(first, second), 0);
}

/** The mean. */
export function mixtureMean(mixture: Mixture): number {
  return sumParts(mixture, mixture.family.mean);
}

/** The standard deviation: within the parts and between them. */
export function mixtureDeviation(mixture: Mixture): number {
  const { mean, variance } = mixture.family;
  const centre = mixtureMean(mixture);
  return Math.sqrt(
    sumParts(
      mixture,
      (first, second) => variance(first, second) + (mean(first, second) - centre) ** 2,
    ),
  );
}

/** The density at a value. */
export function mixtureDensity(mixture: Mixture, value: number): number {
  const { logDensity } = mixture.family;
  return sumParts(mixture, (first, second) => Math.exp(logDensity(first, second, value)));
}

/** The value that the given share lies below: Newton's method for the logarithm of the smaller tail. */
export function mixtureQuantile(mixture: Mixture, share: number): number {
  const { family, parts } = mixture;
  const own = parts.map(([, first, second]) => family.quantile(first, second, share, 1 - share));
  const [low, high] = [Math.min(...own), Math.max(...own)];
  if (low === high) return family.valueAt(low);
  const isLower = share <= 0.5;
  const tail = isLower ? family.lowerTail : family.upperTail;
  const target = Math.log(isLower ? share : 1 - share);
  const guess = own.reduce((sum, each, index) => sum + parts[index]![0] * each, 0);
  const coordinate = newtonRoot(
    (at) => {
      const mass = sumParts(mixture, (first, second) => tail(first, second, at));
      const difference = Math.log(mass) - target;
      const slope = mixtureDensity(mixture, family.valueAt(at)) * family.slopeAt(at);
      return { value: isLower ? difference : -difference, slope: slope / mass };
    },
    // No quantile of a mixture lies beyond those of its parts.
    low,
    high,
    guess,
  );
  return family.valueAt(coordinate);
}
