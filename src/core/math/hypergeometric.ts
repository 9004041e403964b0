import { hypergeometricIntegral } from "./hypergeometric-integral.js";
import { hypergeometricSeries, seriesLength } from "./hypergeometric-series.js";

/** A longer series costs more than the integral. */
const LONGEST_SERIES = 1500;

/**
 * ln 2F1(a, b; c; z), Gauss's hypergeometric function in log space, for parameters that keep it
 * positive; error below 2e-13 of max(1, |result|) for parameters up to 1e4.
 *
 * The power series from its largest term outwards (DLMF 15.2.1), or, where that is long, Euler's
 * integral (DLMF 15.6.1); for negative z after Pfaff's transformation to a positive argument
 * (DLMF 15.8.1). All terms are positive, nothing cancels or overflows.
 *
 * @param a - at least 0
 * @param b - at least 0
 * @param c - above 0 and at least min(a, b)
 * @param z - below 1; NaN outside these domains
 * @param complement - 1 - z, where the caller knows it better than the subtraction does
 * @example
 * logHyp2f1(1, 1, 2, -1); //=> -0.3665129205816646, which is ln ln 2
 */
export function logHyp2f1(
  a: number,
  b: number,
  c: number,
  z: number,
  complement: number = 1 - z,
): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (!(small >= 0 && large < Infinity && c > 0 && c >= small)) return NaN;
  if (!(complement > 0 && complement < Infinity && z <= 1)) return NaN;
  return z >= 0
    ? atPositive(small, large, c, z, complement)
    : atNegative(small, large, c, z, complement);
}

/** For 0 <= z < 1, a <= c, and b on either side of both. */
function atPositive(a: number, b: number, c: number, z: number, complement: number): number {
  if (a === 0 || b === 0 || z === 0) return 0;
  if (a === c) return -b * Math.log(complement);
  return seriesLength(a, b, c, z, complement) <= LONGEST_SERIES
    ? hypergeometricSeries(a, b, c, z, complement)
    : hypergeometricIntegral(a, b, c, z, complement);
}

/** For z < 0, a <= b and a <= c. */
function atNegative(a: number, b: number, c: number, z: number, complement: number): number {
  const raised = -z / complement;
  const logComplement = Math.log(complement);
  if (c >= b) return atPositive(c - b, a, c, raised, 1 / complement) - a * logComplement;
  // The other form subtracts a large power from a large value: up to e²⁰, two digits are lost.
  return a === 0 || a === c || b * logComplement < 20
    ? atPositive(c - a, b, c, raised, 1 / complement) - b * logComplement
    : hypergeometricIntegral(a, b, c, z, complement);
}
