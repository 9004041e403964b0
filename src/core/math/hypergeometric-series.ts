import { logRisingFactorial } from "./log-beta.js";
import { logGamma } from "./log-gamma.js";

/** Terms this small beside the sum are lost in rounding. */
const NEGLIGIBLE = 1e-17;

/** About how many terms of the series of 2F1(a, b; c; z) are not negligible. */
export function seriesLength(
  a: number,
  b: number,
  c: number,
  z: number,
  complement: number,
): number {
  const peak = largestTerm(a, b, c, z, complement);
  // Around a late peak the terms follow a normal curve of variance near peak / (1 - z).
  return 16 * Math.sqrt(peak / complement) + 37 / complement;
}

/**
 * ln 2F1(a, b; c; z) for positive parameters and 0 <= z < 1 as the sum of
 * (a)ₖ (b)ₖ zᵏ / ((c)ₖ k!) (DLMF 15.2.1), from its largest term to both sides, so that it neither
 * overflows nor walks through terms that do not count.
 */
export function hypergeometricSeries(
  a: number,
  b: number,
  c: number,
  z: number,
  complement: number,
): number {
  const peak = largestTerm(a, b, c, z, complement);
  let sum = 1;
  for (let k = peak, term = 1; term > NEGLIGIBLE * sum; k++) {
    term *= (((a + k) * (b + k)) / ((c + k) * (1 + k))) * z;
    sum += term;
  }
  for (let k = peak - 1, term = 1; k >= 0 && term > NEGLIGIBLE * sum; k--) {
    term *= ((c + k) * (1 + k)) / ((a + k) * (b + k) * z);
    sum += term;
  }
  return Math.log(sum) + (peak === 0 ? 0 : logTerm(peak, a, b, c, z));
}

function logTerm(k: number, a: number, b: number, c: number, z: number): number {
  const rising = logRisingFactorial(a, k) + logRisingFactorial(b, k) - logRisingFactorial(c, k);
  return rising - logGamma(k + 1) + k * Math.log(z);
}

/** The index from which the terms fall: where (a + k)(b + k) z = (c + k)(1 + k). */
function largestTerm(a: number, b: number, c: number, z: number, complement: number): number {
  // complement k² + linear k + constant = 0, the larger root.
  const linear = c + 1 - (a + b) * z;
  const constant = c - a * b * z;
  const discriminant = linear * linear - 4 * complement * constant;
  if (discriminant <= 0) return 0;
  const root = (Math.sqrt(discriminant) - linear) / (2 * complement);
  return root > 0 ? Math.floor(root) : 0;
}
