import type { TwoCaseGradients } from "../fitting/two-case-objective.js";
import { betaGeometricCases, type FirstChance } from "./beta-geometric-cases.js";
import { digammaRise, rememberCounts } from "./count-rises.js";

/** `betaGeometricCases` with their derivatives by ln r, ln α, ln a and ln b. */
export function betaGeometricGradients(
  point: readonly number[],
  firstChance: FirstChance,
  regularity: number = 1,
): TwoCaseGradients {
  const [r, alpha, a, b] = point.map(Math.exp) as [number, number, number, number];
  const cases = betaGeometricCases({ r, alpha, a, b }, firstChance, regularity);
  const rateRise = rememberCounts((x) => digammaRise(r, regularity * x));
  const survivalRises = rememberCounts((chances) => {
    const both = digammaRise(a + b, chances);
    return { byA: -a * both, byB: b * (digammaRise(b, chances) - both) };
  });
  const putPurchases = (x: number, time: number, out: Float64Array, at: number): void => {
    out[at + 1] = r * (rateRise(x) - Math.log1p(time / alpha));
    out[at + 2] = (r * time - regularity * x * alpha) / (alpha + time);
  };
  return {
    buysNext: (x, age, out, at) => {
      out[at] = cases.logBuysNext(x, age);
      putPurchases(x, age, out, at);
      const { byA, byB } = survivalRises(x + 1 - firstChance);
      out[at + 3] = byA;
      out[at + 4] = byB;
    },
    leavesNext: (x, recency, out, at) => {
      const before = x - firstChance;
      if (before < 0) {
        out[at] = -Infinity;
        return;
      }
      out[at] = cases.logLeavesNext(x, recency);
      putPurchases(x, recency, out, at);
      const { byA, byB } = survivalRises(before);
      const sum = a + b + before;
      out[at + 3] = byA + 1 - a / sum;
      out[at + 4] = byB - b / sum;
    },
  };
}
