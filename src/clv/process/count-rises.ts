import { digamma } from "../../core/math/index.js";

/** Up to here a sum of reciprocals is exact and quick. */
const LONGEST_SUM = 32;

/** ψ(z + n) - ψ(z) for a whole n, the derivative of ln Γ(z + n) / Γ(z), without cancellation for small n. */
export function digammaRise(z: number, n: number): number {
  if (n > LONGEST_SUM) return digamma(z + n) - digamma(z);
  let sum = 0;
  for (let k = 0; k < n; k++) sum += 1 / (z + k);
  return sum;
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
