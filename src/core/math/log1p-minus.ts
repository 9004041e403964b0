import { polynomial } from "./polynomial.js";

/**
 * ln(1 + x) - x, without the cancellation near 0: with r = x / (2 + x) it is
 * 2r³ (1/3 + r²/5 + r⁴/7 + …) - xr, the series of the inverse hyperbolic tangent (DLMF 4.6.4).
 */
export function log1pMinus(x: number): number {
  if (x < -0.4 || x > 0.7) return Math.log1p(x) - x;
  const ratio = x / (2 + x);
  const square = ratio * ratio;
  return 2 * ratio * square * polynomial(ODD_INVERSES, square) - x * ratio;
}

// 1/3, 1/5, … 1/27: r² is at most 1/14 here.
const ODD_INVERSES: readonly number[] = Array.from({ length: 13 }, (_, k) => 1 / (2 * k + 3));
