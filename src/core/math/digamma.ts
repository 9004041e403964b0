import { polynomial } from "./polynomial.js";

/** From here on the asymptotic series with their terms below are exact to the last bit. */
const ASYMPTOTIC_FROM = 10;

/** The positive zero of the digamma function, in two parts that add up to 33 digits. */
const ZERO = 1.4616321449683622;
const ZERO_REST = 9.549995429965697e-17;

/**
 * The digamma function ψ(x), the derivative of {@link logGamma}; relative error below 1e-15,
 * its zero at 1.4616 included.
 *
 * On [1, 2] it is (x - 1.4616…) times a polynomial; up to 10 the recurrence
 * ψ(x + 1) = ψ(x) + 1/x (DLMF 5.5.2) leads there; beyond, the series DLMF 5.11.2.
 *
 * @param x - a positive number; 0 gives -Infinity, a negative number NaN
 * @example
 * digamma(1); //=> -0.5772156649015329, minus Euler's constant
 */
export function digamma(x: number): number {
  if (x >= ASYMPTOTIC_FROM) {
    const inverse = 1 / x;
    const square = inverse * inverse;
    return Math.log(x) - 0.5 * inverse - square * polynomial(DIGAMMA, square);
  }
  if (x < 1) return x < 0 ? NaN : digammaOneToTwo(x + 1) - 1 / x;
  let reduced = x;
  let sum = 0;
  while (reduced > 2) {
    reduced -= 1;
    sum += 1 / reduced;
  }
  return digammaOneToTwo(reduced) + sum;
}

/**
 * The trigamma function ψ′(x), the derivative of {@link digamma}; relative error below 1e-15.
 *
 * Below 10 the recurrence ψ′(x) = ψ′(x + 1) + 1/x² (DLMF 5.15.5); beyond, the series DLMF 5.15.8.
 *
 * @param x - a positive number; 0 gives Infinity, a negative number NaN
 * @example
 * trigamma(1); //=> 1.6449340668482264, which is π²/6
 */
export function trigamma(x: number): number {
  if (x < 0) return NaN;
  let raised = x;
  let sum = 0;
  while (raised < ASYMPTOTIC_FROM) {
    sum += 1 / (raised * raised);
    raised += 1;
  }
  const inverse = 1 / raised;
  const square = inverse * inverse;
  return sum + inverse * (1 + 0.5 * inverse + square * polynomial(TRIGAMMA, square));
}

function digammaOneToTwo(x: number): number {
  return (x - ZERO - ZERO_REST) * polynomial(ONE_TO_TWO, 2 * x - 3);
}

// B(2k) / 2k for k = 1 to 8.
const DIGAMMA: readonly number[] = [
  1 / 12,
  -1 / 120,
  1 / 252,
  -1 / 240,
  1 / 132,
  -691 / 32760,
  1 / 12,
  -3617 / 8160,
];

// B(2k) for k = 1 to 9.
const TRIGAMMA: readonly number[] = [
  1 / 6,
  -1 / 30,
  1 / 42,
  -1 / 30,
  5 / 66,
  -691 / 2730,
  7 / 6,
  -3617 / 510,
  43867 / 798,
];

// digamma(x) / (x - 1.4616…) in powers of 2x - 3: Chebyshev interpolation of degree 21 in
// 50-digit arithmetic, relative error 2e-17 (test/golden/math/make-coefficients.py).
const ONE_TO_TWO: readonly number[] = [
  0.951055876031833, -0.21181371064073026, 0.06013562106019355, -0.018550615381738605,
  0.005936795278433826, -0.0019350666647832667, 0.000636888028319074, -0.00021074841215733007,
  6.995020484160625e-5, -2.325823828431376e-5, 7.741156881253708e-6, -2.578107848270217e-6,
  8.591324222417666e-7, -2.8628755280038686e-7, 9.500926192924096e-8, -3.166618072027162e-8,
  1.10370884388543e-8, -3.6788868183645545e-9, 8.668257373761658e-10, -2.889363639216111e-10,
  2.4765474440031764e-10, -8.25512972008104e-11,
];
