import { logSumExp, type Objective } from "../../core/math/index.js";
import type { DistinctHistories } from "../data/distinct-histories.js";
import type { FirstChance } from "../process/beta-geometric-cases.js";
import { betaGeometricGradients } from "../process/beta-geometric-gradients.js";
import { digammaRise } from "../process/count-rises.js";
import { stageLogs } from "./stage-logs.js";

const PARAMETERS = 4;

/**
 * Minus the log-likelihood of `regularCases` with its gradient by ln r, ln α, ln a and ln b.
 */
export function regularObjective(
  histories: DistinctHistories,
  firstChance: FirstChance,
  k: number,
): Objective {
  const { repeatCount, recency, age, weight } = histories;
  const bought = new Float64Array(PARAMETERS + 1);
  const left = new Float64Array(PARAMETERS + 1);
  return (point) => {
    const [r, alpha] = point.map(Math.exp) as [number, number];
    const { buysNext, leavesNext } = betaGeometricGradients(point, firstChance, k);
    const gradient = new Array<number>(PARAMETERS).fill(0);
    let sum = 0;
    for (let row = 0; row < weight.length; row++) {
      const x = repeatCount[row]!;
      const end = age[row]!;
      buysNext(x, end, bought, 0);
      leavesNext(x, recency[row]!, left, 0);
      if (k > 1) addStages(bought, r, alpha, k * x, (end - recency[row]!) / (alpha + end), end, k);
      const [logBought, logLeft] = [bought[0]!, left[0]!];
      // The ratio of the smaller to the larger case, so that it never overflows.
      const ratio = Math.exp(-Math.abs(logBought - logLeft));
      sum += weight[row]! * (Math.max(logBought, logLeft) + Math.log1p(ratio));
      const smaller = ratio / (1 + ratio);
      const alive = logBought < logLeft ? smaller : 1 - smaller;
      for (let index = 0; index < PARAMETERS; index++) {
        const slope = bought[index + 1]! * alive + (alive < 1 ? left[index + 1]! * (1 - alive) : 0);
        gradient[index]! -= weight[row]! * slope;
      }
    }
    return { value: -sum, gradient };
  };
}

/** Adds the stages since the last purchase, of which the customer is alive in one. */
function addStages(
  out: Float64Array,
  r: number,
  alpha: number,
  stages: number,
  share: number,
  age: number,
  k: number,
): void {
  const logs = stageLogs(r + stages, share, k);
  const whole = logSumExp(logs);
  let meanStage = 0;
  let meanRise = 0;
  for (let stage = 1; stage < k; stage++) {
    const weight = Math.exp(logs[stage]! - whole);
    meanStage += stage * weight;
    meanRise += digammaRise(r + stages, stage) * weight;
  }
  out[0]! += whole;
  out[1]! += r * meanRise;
  out[2]! -= (alpha / (alpha + age)) * meanStage;
}
