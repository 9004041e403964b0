import type { Objective } from "../../core/math/index.js";
import { type CountTimePairs, pairCountWithTime } from "../data/count-time-pairs.js";
import type { DistinctHistories } from "../data/distinct-histories.js";

/**
 * Writes ln of one case of the likelihood at `out[at]`, and behind it its derivatives by the
 * coordinates of the search.
 */
export type CaseGradient = (x: number, time: number, out: Float64Array, at: number) => void;

/** The two cases of a likelihood with their derivatives, at given parameters; see `TwoCases`. */
export interface TwoCaseGradients {
  readonly alive: CaseGradient;
  readonly left: CaseGradient;
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
  const alive = new Float64Array(atAge.time.length * width);
  const left = new Float64Array(atRecency.time.length * width);
  const aliveWeight = new Float64Array(atAge.time.length);
  const leftWeight = new Float64Array(atRecency.time.length);

  return (point) => {
    const cases = casesAt(point);
    fillPairs(cases.alive, atAge, alive, width);
    fillPairs(cases.left, atRecency, left, width);
    aliveWeight.fill(0);
    leftWeight.fill(0);
    let sum = 0;
    for (let row = 0; row < weight.length; row++) {
      const alivePair = atAge.pairOf[row] as number;
      const leftPair = atRecency.pairOf[row] as number;
      const logAlive = alive[alivePair * width] as number;
      const odds = Math.exp((left[leftPair * width] as number) - logAlive);
      const customers = weight[row] as number;
      const stillAlive = odds === Infinity ? 0 : customers / (1 + odds);
      sum +=
        customers *
        (odds === Infinity ? (left[leftPair * width] as number) : logAlive + Math.log1p(odds));
      aliveWeight[alivePair] = (aliveWeight[alivePair] as number) + stillAlive;
      leftWeight[leftPair] = (leftWeight[leftPair] as number) + (customers - stillAlive);
    }
    const gradient = new Array<number>(parameterCount).fill(0);
    subtractPairs(gradient, alive, aliveWeight);
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
