import { logBeta } from "./log-beta.js";
import { logLineIntegral } from "./log-line-integral.js";

/**
 * ln 2F1(a, b; c; z) for 0 < a < c, b > 0 and z < 1 by Euler's integral (DLMF 15.6.1) with
 * t / (1 - t) = e^x: the integral of e^(ax) (1 + e^x)^(b - c) (1 + (1 - z) e^x)^-b over the line,
 * divided by B(a, c - a). Its logarithm bends at 0, at -ln(1 - z) and at its peak.
 */
export function hypergeometricIntegral(
  a: number,
  b: number,
  c: number,
  z: number,
  complement: number,
): number {
  const logComplement = Math.log(complement);
  // The peak is at v = e^x with complement (c - a) v² + (c - a - a complement - bz) v - a = 0.
  const square = complement * (c - a);
  const linear = c - a - a * complement - b * z;
  const root = Math.hypot(linear, 2 * Math.sqrt(square * a));
  const v = linear > 0 ? (2 * a) / (linear + root) : (root - linear) / (2 * square);
  const peak = Math.log(v);
  // a x - (c - b) max(x, 0) - b max(x + ln(1 - z), 0), the multiples of x taken together: in a tail that
  // falls slowly x is huge, and their difference small.
  const straightPart = (x: number): number => {
    const isBeforeSecond = x + logComplement <= 0;
    if (x <= 0) return isBeforeSecond ? a * x : (a - b) * x - b * logComplement;
    return isBeforeSecond ? (a + b - c) * x : (a - c) * x - b * logComplement;
  };
  const logIntegral = logLineIntegral({
    log: (x) => straightPart(x) - (c - b) * bend(x) - b * bend(x + logComplement),
    peak,
    curvature: ((c - b) * v) / (1 + v) ** 2 + (b * complement * v) / (1 + complement * v) ** 2,
    first: Math.min(0, -logComplement, peak),
    last: Math.max(0, -logComplement, peak),
  });
  return logIntegral - logBeta(a, c - a);
}

/** ln(1 + e^x) - max(x, 0). */
function bend(x: number): number {
  return Math.log1p(Math.exp(-Math.abs(x)));
}
