/**
 * The value of a polynomial by Horner's rule, coefficients in rising order of power.
 * Private to the approximations of this folder.
 */
export function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let power = coefficients.length - 1; power >= 0; power--) {
    sum = sum * x + (coefficients[power] as number);
  }
  return sum;
}
