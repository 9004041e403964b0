import type { Random } from "../../../src/core/random.js";

/** A standard normal number (Box and Muller, 1958). */
export function sampleNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A gamma distributed number of that shape and rate 1 (Marsaglia and Tsang, 2000). */
export function sampleGamma(shape: number, random: Random): number {
  if (shape < 1) return sampleGamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = sampleNormal(random);
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - random()) < z * z * 0.5 + d * (1 - v + Math.log(v))) return d * v;
  }
}

/** A beta distributed number. */
export function sampleBeta(a: number, b: number, random: Random): number {
  const left = sampleGamma(a, random);
  return left / (left + sampleGamma(b, random));
}
