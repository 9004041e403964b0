/**
 * ln(e^x + e^y) without overflow: max + log1p(e^-|x - y|).
 *
 * @example
 * logAddExp(1000, 1000); //=> 1000.6931471805599
 */
export function logAddExp(x: number, y: number): number {
  if (x === y) return x + Math.LN2;
  const high = Math.max(x, y);
  const low = Math.min(x, y);
  // Where one is infinite the difference is too, and its exponential 0.
  return high + Math.log1p(Math.exp(low - high));
}

/**
 * ln Σ e^value without overflow.
 *
 * @param values - logarithms; the empty sum gives -Infinity
 * @example
 * logSumExp([-1000, -1000, -1000]); //=> -998.9013877113318
 */
export function logSumExp(values: ArrayLike<number>): number {
  let high = -Infinity;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    if (!(value <= high)) high = value;
  }
  if (!Number.isFinite(high)) return high;
  let sum = 0;
  for (let index = 0; index < values.length; index++) {
    sum += Math.exp((values[index] as number) - high);
  }
  return high + Math.log(sum);
}

/**
 * ln(1 - e^x), to full precision at both ends (Mächler, 2012, "Accurately computing log(1 - exp(-|a|))").
 *
 * @param x - at most 0; 0 gives -Infinity, a positive number NaN
 * @example
 * log1mExp(-1e-20); //=> -46.051701859880914
 */
export function log1mExp(x: number): number {
  return x > -Math.LN2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x));
}

/**
 * ln(e^x - e^y) without overflow.
 *
 * @param x - at least y; equal arguments give -Infinity, a smaller x NaN
 */
export function logSubExp(x: number, y: number): number {
  if (x === y) return -Infinity;
  return x + log1mExp(y - x);
}
