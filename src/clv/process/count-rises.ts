import { digamma } from "../../core/math/index.js";

/** Up to here a sum of reciprocals is exact and quick. */
const LONGEST_SUM = 32;
/** From here on three terms of the asymptotic series (DLMF 5.11.2) are exact to rounding. */
const LARGE = 200;

/** ψ(z + n) - ψ(z) for a whole n, the derivative of ln Γ(z + n) / Γ(z), without cancellation. */
export function digammaRise(z: number, n: number): number {
  if (n > LONGEST_SUM) return z > LARGE ? largeRise(z, n) : digamma(z + n) - digamma(z);
  let sum = 0;
  for (let k = 0; k < n; k++) sum += 1 / (z + k);
  return sum;
}

/** By ψ(z) ~ ln z - 1 / 2z - 1 / 12z² + 1 / 120z⁴, whose differences are taken term by term. */
function largeRise(z: number, n: number): number {
  const [low, high] = [1 / z, 1 / (z + n)];
  const fall = n * low * high;
  const [squares, sum] = [low * low + high * high, low + high];
  return Math.log1p(n / z) + fall * (1 / 2 + sum * (1 / 12 - squares / 120));
}

/** Remembers a function of a count: histories have few distinct ones. */
export function rememberCounts<T>(evaluate: (count: number) => T): (count: number) => T {
  const known = new Map<number, T>();
  return (count) => {
    let value = known.get(count);
    if (value === undefined) {
      value = evaluate(count);
      known.set(count, value);
    }
    return value;
  };
}
