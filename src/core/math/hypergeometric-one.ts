import { gaussRatioDepth } from "./gauss-fraction.js";
import { fractionGradient, fractionValue } from "./hypergeometric-one-fraction.js";
import { integralGradient, integralValue } from "./hypergeometric-one-integral.js";

/** A function value in log space with its partial derivatives. */
export interface LogHyp2f1OneGradient {
  /** ln 2F1(1, b; c; z). */
  readonly value: number;
  /** Its derivative with respect to b, at fixed c and z. */
  readonly byB: number;
  /** Its derivative with respect to c, at fixed b and z. */
  readonly byC: number;
  /** Its derivative where b and c move together, c - b and z fixed: byB + byC, without cancellation. */
  readonly byShift: number;
  /** Its derivative with respect to z, at fixed b and c. */
  readonly byZ: number;
}

/**
 * ln 2F1(1, b; c; z), Gauss's hypergeometric function with one numerator parameter 1, in log
 * space; error below 4e-15 of max(1, result) for b and c up to 1e4 and any z.
 *
 * Where it converges within a few hundred levels, Gauss's continued fraction after Pfaff's
 * transformation, in which all terms are positive; nearer to z = 1, the trapezoidal rule over
 * Euler's integral after a double exponential substitution, which integer c - b does not disturb.
 *
 * @param b - 0 <= b <= c
 * @param c - above 1
 * @param z - 0 <= z < 1; NaN outside these domains
 * @param complement - 1 - z, where the caller knows it better than the subtraction does
 * @param gap - c - b, likewise: with it nothing is lost however large b and c are
 * @example
 * logHyp2f1One(1, 2, 0.5); //=> 0.32663425997828094, the logarithm of 2 ln 2
 */
export function logHyp2f1One(
  b: number,
  c: number,
  z: number,
  complement: number = 1 - z,
  gap: number = c - b,
): number {
  if (!isInDomain(b, c, z, complement, gap)) return NaN;
  const depth = fractionDepth(gap, c, z / complement);
  return depth === undefined
    ? integralValue(c, z, complement, gap)
    : fractionValue(c, z, complement, gap, depth);
}

/**
 * {@link logHyp2f1One} with its derivatives: the error of c times the derivative by b or c is below
 * 3e-12 of max(1, |result|), the relative error of the derivative by z below 1e-12.
 *
 * @param b - 0 <= b <= c
 * @param c - above 1
 * @param z - 0 <= z < 1; everything is NaN outside these domains
 * @param complement - 1 - z, where the caller knows it better than the subtraction does
 * @param gap - c - b, likewise: with it nothing is lost however large b and c are
 */
export function logHyp2f1OneGradient(
  b: number,
  c: number,
  z: number,
  complement: number = 1 - z,
  gap: number = c - b,
): LogHyp2f1OneGradient {
  if (!isInDomain(b, c, z, complement, gap)) return OUTSIDE;
  const depth = fractionDepth(gap, c, z / complement);
  return depth === undefined
    ? integralGradient(b, c, z, complement, gap)
    : fractionGradient(b, c, z, complement, gap, depth);
}

const OUTSIDE: LogHyp2f1OneGradient = { value: NaN, byB: NaN, byC: NaN, byShift: NaN, byZ: NaN };

function fractionDepth(p: number, c: number, w: number): number | undefined {
  // Near z = 1 the fraction is slow unless p or c (1 - z) is large: do not even try.
  if (w > 1000 && p < 5 && c < 0.4 * w) return undefined;
  // The last bit of the tail after the first pair settles the derivatives too, also where p or b is 0.
  const tailDepth = gaussRatioDepth(p + 1, 1, c + 1, w);
  return tailDepth === undefined ? undefined : tailDepth + 1;
}

function isInDomain(b: number, c: number, z: number, complement: number, gap: number): boolean {
  return b >= 0 && b <= c && c > 1 && z >= 0 && complement > 0 && gap >= 0;
}
