import { digamma, logRisingFactorial } from "../../core/math/index.js";
import type { TwoCaseGradients } from "../fitting/two-case-objective.js";
import type { TwoCases } from "../fitting/two-cases.js";
import type { NbdParameters } from "../types.js";

/**
 * NBD: ln Γ(r + x) / Γ(r) + r ln(α / (α + T)) - x ln(α + T) (Ehrenberg, 1959, as the density of the x
 * times of purchase). Nobody leaves.
 */
export function nbdCases({ r, alpha }: NbdParameters["params"]): TwoCases {
  const logAlive = (x: number, age: number): number =>
    logRisingFactorial(r, x) - r * Math.log1p(age / alpha) - x * Math.log(alpha + age);
  return { logAlive, logBuysNext: logAlive, logLeavesNext: () => -Infinity };
}

/** The same with its derivatives by ln r and ln α. */
export function nbdGradients(point: readonly number[]): TwoCaseGradients {
  const [r, alpha] = point.map(Math.exp) as [number, number];
  const { logAlive } = nbdCases({ r, alpha });
  const digammaR = digamma(r);
  return {
    buysNext: (x, age, out, at) => {
      out[at] = logAlive(x, age);
      out[at + 1] = r * (digamma(r + x) - digammaR - Math.log1p(age / alpha));
      out[at + 2] = (r * age - x * alpha) / (alpha + age);
    },
    leavesNext: (_x, _recency, out, at) => {
      out[at] = -Infinity;
    },
  };
}
