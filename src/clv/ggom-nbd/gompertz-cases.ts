import { logRisingFactorial } from "../../core/math/index.js";
import type { TwoCases } from "../fitting/two-cases.js";
import { rememberCounts } from "../process/count-rises.js";
import { visitGrowth } from "../process/visit-growth.js";
import {
  type GompertzRates,
  gompertzEnd,
  gompertzGrowth,
  gompertzHazard,
  survivorsOf,
} from "./gompertz.js";

/** Purchases at a rate gamma(r, alpha), until a Gompertz lifetime ends. */
export interface GgomRates extends GompertzRates {
  readonly r: number;
  readonly alpha: number;
}

/**
 * The likelihood of x purchases up to t_x under GGom/NBD (Bemmaor and Glady, 2012), as the sum of two
 * cases by what comes next, like that of Pareto/NBD: each is an integral over the time u until then. What
 * is known at t is taken out of it, so that nothing over- or underflows.
 */
export function ggomCases(rates: GgomRates): TwoCases {
  const { r, alpha } = rates;
  const logRise = rememberCounts((x) => logRisingFactorial(r, x));
  const logAlive = (x: number, time: number): number =>
    logRise(x) -
    r * Math.log1p(time / alpha) -
    x * Math.log(alpha + time) -
    gompertzHazard(rates, time);
  const logNext = (event: NextEvent, x: number, time: number): number => {
    let sum = 0;
    visitNext(rates, event, x, time, (_, term) => {
      sum += term;
    });
    return logAlive(x, time) + Math.log(sum);
  };
  return {
    logAlive,
    logBuysNext: (x, age) => logNext("buys", x, age),
    logLeavesNext: (x, recency) => logNext("leaves", x, recency),
  };
}

/** Beyond so many times the rest of a sum, the rise is all of it. */
const RISE_IS_ALL = 1e17;

/** What a customer does next. */
export type NextEvent = "buys" | "leaves";

/**
 * Is shown a moment u from now with its share of a probability, and what the derivatives need:
 * ln(1 + u / (α + t)), the growth ln G(t + u) / G(t) of G(y) = β + e^(b y) - 1, e^(b (t + u)) / G(t + u) and
 * G(t) / G(t + u).
 */
type VisitMoment = (
  u: number,
  term: number,
  logLonger: number,
  growth: number,
  grownShare: number,
  calmShare: number,
) => void;

/**
 * Calls `visit` with moments t + u and shares of the probability that who is alive at t after x purchases does
 * this next, at t + u: of buying (r + x) / (α + t) (1 + u / (α + t))^-(r + x + 1) times the chance to be
 * alive, of leaving (1 + u / (α + t))^-(r + x) times the density of leaving.
 */
export function visitNext(
  rates: GgomRates,
  event: NextEvent,
  x: number,
  time: number,
  visit: VisitMoment,
): void {
  const shape = rates.r + x;
  const scale = rates.alpha + time;
  const later = survivorsOf(rates, time);
  const { b, s, beta } = later;
  const power = event === "buys" ? shape + 1 : shape;
  const height = event === "buys" ? shape / scale : (s * b) / beta;
  const stretch = gompertzGrowth(later, scale / Math.max(1, power));
  const end = gompertzEnd(later, stretch, { scale, power, rate: 0 });
  const logBeta = Math.log(beta);
  visitGrowth(end, stretch, (u, weight) => {
    const rise = Math.expm1(b * u);
    const isOver = rise > RISE_IS_ALL * (1 + beta);
    const growth = isOver ? b * u - logBeta : Math.log1p(rise / beta);
    const logLonger = Math.log1p(u / scale);
    // The density is height e^(b u) (β / (β + e^(b u) - 1))^(s + 1).
    const log = event === "buys" ? -s * growth : b * u - (s + 1) * growth;
    const term = weight * height * Math.exp(log - power * logLonger);
    if (isOver) visit(u, term, logLonger, growth, 1, 0);
    else visit(u, term, logLonger, growth, (1 + rise) / (beta + rise), beta / (beta + rise));
  });
}
