import { logAddExp } from "../../core/math/index.js";
import { pairCountWithTime } from "../data/count-time-pairs.js";
import type { HistoryColumns } from "../data/read-histories.js";

/**
 * The likelihood of a history as the sum of two cases. Each depends on two of the three numbers of a
 * customer only, so that the costly functions are evaluated once per distinct pair.
 */
export interface TwoCases {
  /** ln of the likelihood of x purchases by a customer who is still alive at T. */
  readonly logAlive: (x: number, age: number) => number;
  /** ln of the likelihood of x purchases by one who left after the last of them; -Infinity where nobody can. */
  readonly logLeft: (x: number, recency: number) => number;
}

/** ln of the likelihood of each history. */
export function logLikelihoodsOf(cases: TwoCases, histories: HistoryColumns): Float64Array {
  return combineCases(cases, histories, logAddExp);
}

/** The probability of each customer to be alive at the end of the observation. */
export function aliveProbabilitiesOf(cases: TwoCases, histories: HistoryColumns): Float64Array {
  return combineCases(
    cases,
    histories,
    (logAlive, logLeft) => 1 / (1 + Math.exp(logLeft - logAlive)),
  );
}

function combineCases(
  { logAlive, logLeft }: TwoCases,
  { repeatCount, recency, age }: HistoryColumns,
  combine: (logAlive: number, logLeft: number) => number,
): Float64Array {
  const atAge = pairCountWithTime(repeatCount, age);
  const atRecency = pairCountWithTime(repeatCount, recency);
  const alive = atAge.repeatCount.map((x, pair) => logAlive(x, atAge.time[pair] as number));
  const left = atRecency.repeatCount.map((x, pair) => logLeft(x, atRecency.time[pair] as number));
  return repeatCount.map((_, row) =>
    combine(
      alive[atAge.pairOf[row] as number] as number,
      left[atRecency.pairOf[row] as number] as number,
    ),
  );
}
