import { logRisingFactorial } from "../../core/math/index.js";
import type { TwoCases } from "../fitting/two-cases.js";
import { rememberCounts } from "./count-rises.js";

/** The parameters that BG/NBD and MBG/NBD share. */
export interface BetaGeometricParams {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/**
 * The first purchase after which a customer may leave: 1, the first repeat purchase, in BG/NBD; 0, the
 * very first purchase, in MBG/NBD.
 */
export type FirstChance = 0 | 1;

/**
 * The likelihood of x repeat purchases, after n = x + 1 - `firstChance` chances to leave (Fader, Hardie
 * and Lee, 2005, for BG/NBD; Batislam, Denizel and Filiztekin, 2007, for MBG/NBD): all survived,
 * B(a, b + n) / B(a, b) (α + T)^-(r + x), or the last one taken, B(a + 1, b + n - 1) / B(a, b)
 * (α + t_x)^-(r + x), both times Γ(r + x) / Γ(r) α^r.
 *
 * @param regularity - how many stages make a purchase, each at the rate that alpha is of: there are so
 * many times x of them; 1 where left out
 */
export function betaGeometricCases(
  { r, alpha, a, b }: BetaGeometricParams,
  firstChance: FirstChance,
  regularity: number = 1,
): TwoCases {
  const logRates = rememberCounts((x) => logRisingFactorial(r, regularity * x));
  const purchases = (x: number, time: number): number =>
    logRates(x) - r * Math.log1p(time / alpha) - regularity * x * Math.log(alpha + time);
  const survived = rememberCounts(
    (chances) => logRisingFactorial(b, chances) - logRisingFactorial(a + b, chances),
  );
  const logAlive = (x: number, age: number): number =>
    purchases(x, age) + survived(x + 1 - firstChance);
  return {
    logAlive,
    logBuysNext: logAlive,
    logLeavesNext: (x, recency) => {
      const before = x - firstChance;
      if (before < 0) return -Infinity;
      return purchases(x, recency) + survived(before) + Math.log(a / (a + b + before));
    },
  };
}
