import { logAddExp } from "../../core/math/index.js";
import { evaluatePairs, type PairedHistories } from "../data/pair-histories.js";

/**
 * The likelihood of a history as the sum of two cases, by what comes next after its last purchase.
 * Each depends on two of the three numbers of a customer only, so that the costly functions are
 * evaluated once per distinct pair.
 */
export interface TwoCases {
  /** ln of the likelihood of x purchases, the last at t_x, after which the customer leaves, seen or not. */
  readonly logLeavesNext: (x: number, recency: number) => number;
  /** ln of the likelihood of x purchases and another one to come, after T. */
  readonly logBuysNext: (x: number, age: number) => number;
  /** ln of the likelihood of x purchases by a customer who is alive at T, whatever comes next. */
  readonly logAlive: (x: number, age: number) => number;
}

/** ln of the likelihood of each history. */
export function logLikelihoodsOf(cases: TwoCases, histories: PairedHistories): Float64Array {
  const left = evaluatePairs(histories.atRecency, cases.logLeavesNext);
  const bought = evaluatePairs(histories.atAge, cases.logBuysNext);
  return histories.repeatCount.map((_, row) => logAddExp(left(row), bought(row)));
}

/** The probability of each customer to be alive at the end of the observation. */
export function aliveProbabilitiesOf(cases: TwoCases, histories: PairedHistories): Float64Array {
  const left = evaluatePairs(histories.atRecency, cases.logLeavesNext);
  const bought = evaluatePairs(histories.atAge, cases.logBuysNext);
  const alive = evaluatePairs(histories.atAge, cases.logAlive);
  // At most 1 but for rounding.
  return histories.repeatCount.map((_, row) =>
    Math.min(1, Math.exp(alive(row) - logAddExp(left(row), bought(row)))),
  );
}
