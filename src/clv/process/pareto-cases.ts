import { logHyp2f1One, logRisingFactorial } from "../../core/math/index.js";
import type { TwoCases } from "../fitting/two-cases.js";
import { rememberCounts } from "./count-rises.js";

/** The rates of purchase, gamma(r, alpha), and of leaving, gamma(s, beta). */
export interface ParetoRates {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
}

/**
 * The likelihood of x purchases up to t_x as the sum of the two cases of Fader and Hardie (2005, "A note
 * on deriving the Pareto/NBD model", 22 and 23): both positive, so that nothing cancels. Euler's
 * transformation (DLMF 15.8.1) leaves 2F1(1, b; c; z) with 0 <= z < 1, and α = β is no exception.
 */
export function paretoCases(rates: ParetoRates): TwoCases {
  const { r, alpha, s, beta } = rates;
  const logRise = rememberCounts((x) => logRisingFactorial(r, x));
  const logCase = (each: ParetoCase, x: number, time: number): number => {
    const { head, buying, leaving, b, gap } = each;
    const [bought, left] = [alpha + time, beta + time];
    return (
      logRise(x) +
      Math.log(head / (r + s + x)) -
      r * Math.log1p(time / alpha) -
      s * Math.log1p(time / beta) -
      (x + buying) * Math.log(bought) -
      leaving * Math.log(left) +
      logHyp2f1One(b, r + s + x + 1, ...argument(bought, left), gap)
    );
  };
  return {
    logBuysNext: (x, age) => logCase(buysNext(rates, x), x, age),
    logLeavesNext: (x, recency) => logCase(leavesNext(rates, x), x, recency),
    logAlive: (x, age) =>
      logRise(x) -
      r * Math.log1p(age / alpha) -
      s * Math.log1p(age / beta) -
      x * Math.log(alpha + age),
  };
}

/**
 * One case: head / (r + s + x) · α^r β^s (α + t)^-(r + x + buying) (β + t)^-(s + leaving) ·
 * 2F1(1, b; r + s + x + 1; z).
 */
export interface ParetoCase {
  readonly head: number;
  readonly buying: number;
  readonly leaving: number;
  readonly b: number;
  /** c - b, which the difference of huge numbers would lose. */
  readonly gap: number;
}

/** The next event would be a purchase, after T. */
export function buysNext({ r, alpha, s, beta }: ParetoRates, x: number): ParetoCase {
  return alpha >= beta
    ? { head: r + x, buying: 1, leaving: -1, b: r + x + 1, gap: s }
    : { head: r + x, buying: 0, leaving: 0, b: s, gap: r + x + 1 };
}

/** The next event after t_x is that the customer leaves. */
export function leavesNext({ r, alpha, s, beta }: ParetoRates, x: number): ParetoCase {
  return alpha >= beta
    ? { head: s, buying: 0, leaving: 0, b: r + x, gap: s + 1 }
    : { head: s, buying: -1, leaving: 1, b: s + 1, gap: r + x };
}

/** z = 1 - (smaller / larger) of α + t and β + t, and its complement. */
function argument(bought: number, left: number): [number, number] {
  return bought >= left
    ? [(bought - left) / bought, left / bought]
    : [(left - bought) / left, bought / left];
}
