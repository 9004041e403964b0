import { polynomial } from "./polynomial.js";

const HALF_LOG_TWO_PI = 0.9189385332046728;

/** From here on Stirling's series with its eight terms below is exact to the last bit. */
const STIRLING_FROM = 8;

/**
 * The natural logarithm of the gamma function; relative error below 1e-15, zeros at 1 and 2
 * included.
 *
 * On [1, 2] it is (x - 1)(x - 2) times a polynomial, so that both zeros are exact; up to 8 the
 * recurrence Γ(x + 1) = xΓ(x) (DLMF 5.5.1) leads there; beyond, Stirling's series (DLMF 5.11.1).
 *
 * @param x - a positive number; 0 gives Infinity, a negative number NaN
 * @example
 * logGamma(5); //=> 3.1780538303479458, the logarithm of 4! = 24
 */
export function logGamma(x: number): number {
  if (x >= STIRLING_FROM) {
    return (x - 0.5) * (Math.log(x) - 1) + (HALF_LOG_TWO_PI - 0.5 + stirlingCorrection(x));
  }
  if (x < 1) return x < 0 ? NaN : logGammaOneToTwo(x + 1, x) - Math.log(x);
  if (x <= 2) return logGammaOneToTwo(x, x - 1);
  let reduced = x - 1;
  let product = reduced;
  while (reduced > 2) {
    reduced -= 1;
    product *= reduced;
  }
  return logGammaOneToTwo(reduced, reduced - 1) + Math.log(product);
}

/**
 * Stirling's correction: logGamma(x) - (x - 1/2) ln x + x - ln(2π)/2 for x >= 8,
 * the series of B(2k) / (2k(2k - 1) x^(2k - 1)) (DLMF 5.11.1).
 */
export function stirlingCorrection(x: number): number {
  const inverse = 1 / x;
  return inverse * polynomial(STIRLING, inverse * inverse);
}

/** The function for 1 <= x <= 2; `overOne` is x - 1, known better than x when x came from x + 1. */
function logGammaOneToTwo(x: number, overOne: number): number {
  // Taken from 0, so that both zeros are +0.
  return 0 - overOne * (1 - overOne) * polynomial(ONE_TO_TWO, 2 * x - 3);
}

// B(2k) / (2k(2k - 1)) for k = 1 to 8.
const STIRLING: readonly number[] = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
];

// logGamma(x) / ((x - 1)(x - 2)) in powers of 2x - 3: Chebyshev interpolation of degree 20 in
// 50-digit arithmetic, relative error 9e-18 (test/golden/math/make-coefficients.py).
const ONE_TO_TWO: readonly number[] = [
  0.4831289505409809, -0.07297994795715297, 0.01572785026864121, -0.003913560937631659,
  0.0010498186644508718, -0.0002945507014009265, 8.510090378468051e-5, -2.509432984849446e-5,
  7.5113915317296576e-6, -2.274240971132041e-6, 6.948440187550096e-7, -2.138843561161159e-7,
  6.623601939725099e-8, -2.057761163373013e-8, 6.434152357291201e-9, -2.0732827842398214e-9,
  6.533268528434416e-10, -1.6393816009998903e-10, 5.18198984494436e-11, -3.533898162275879e-11,
  1.1273354955165048e-11,
];
