import type { Objective } from "../../core/math/index.js";
import type { DistinctHistories } from "../data/distinct-histories.js";
import { type CountTimePairs, pairCountWithTime } from "../data/pair-histories.js";

/**
 * Writes ln of one case of the likelihood at `out[at]`, and behind it its derivatives by the
 * coordinates of the search.
 */
export type CaseGradient = (x: number, time: number, out: Float64Array, at: number) => void;

/** The two cases of a likelihood with their derivatives, at given parameters; see `TwoCases`. */
export interface TwoCaseGradients {
  readonly leavesNext: CaseGradient;
  readonly buysNext: CaseGradient;
}

/**
 * Minus the log-likelihood of histories with its gradient: the cases are differentiated once per
 * distinct pair, rows only add up weights.
 *
 * @param casesAt - the cases at a point of the search
 */
export function twoCaseObjective(
  histories: DistinctHistories,
  parameterCount: number,
  casesAt: (point: readonly number[]) => TwoCaseGradients,
): Objective {
  const { repeatCount, weight } = histories;
  const width = parameterCount + 1;
  const atAge = pairCountWithTime(repeatCount, histories.age);
  const atRecency = pairCountWithTime(repeatCount, histories.recency);
  const bought = new Float64Array(atAge.time.length * width);
  const left = new Float64Array(atRecency.time.length * width);
  const boughtWeight = new Float64Array(atAge.time.length);
  const leftWeight = new Float64Array(atRecency.time.length);

  return (point) => {
    const cases = casesAt(point);
    fillPairs(cases.buysNext, atAge, bought, width);
    fillPairs(cases.leavesNext, atRecency, left, width);
    boughtWeight.fill(0);
    leftWeight.fill(0);
    let sum = 0;
    for (let row = 0; row < weight.length; row++) {
      const boughtPair = atAge.pairOf[row] as number;
      const leftPair = atRecency.pairOf[row] as number;
      const logBought = bought[boughtPair * width] as number;
      const logLeft = left[leftPair * width] as number;
      const customers = weight[row] as number;
      // The ratio of the smaller to the larger case, so that it never overflows.
      const ratio = Math.exp(-Math.abs(logBought - logLeft));
      sum += customers * (Math.max(logBought, logLeft) + Math.log1p(ratio));
      const smaller = (customers * ratio) / (1 + ratio);
      const buys = logBought < logLeft ? smaller : customers - smaller;
      boughtWeight[boughtPair] = (boughtWeight[boughtPair] as number) + buys;
      leftWeight[leftPair] = (leftWeight[leftPair] as number) + (customers - buys);
    }
    const gradient = new Array<number>(parameterCount).fill(0);
    subtractPairs(gradient, bought, boughtWeight);
    subtractPairs(gradient, left, leftWeight);
    return { value: -sum, gradient };
  };
}

function fillPairs(
  fill: CaseGradient,
  { repeatCount, time }: CountTimePairs,
  out: Float64Array,
  width: number,
): void {
  for (let pair = 0; pair < time.length; pair++) {
    fill(repeatCount[pair] as number, time[pair] as number, out, pair * width);
  }
}

function subtractPairs(gradient: number[], pairs: Float64Array, weights: Float64Array): void {
  const width = gradient.length + 1;
  for (let pair = 0; pair < weights.length; pair++) {
    const weight = weights[pair] as number;
    if (weight === 0) continue;
    for (let index = 0; index < gradient.length; index++) {
      const slope = pairs[pair * width + 1 + index] as number;
      gradient[index] = (gradient[index] as number) - weight * slope;
    }
  }
}
