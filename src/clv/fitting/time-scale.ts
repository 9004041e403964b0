import type { DistinctHistories } from "../data/distinct-histories.js";

/** Histories in a unit of their own, in which customers are 1 old on average. */
export interface ScaledHistories extends DistinctHistories {
  /** How long that unit is, in the unit of the caller. */
  readonly timeScale: number;
  /** What to add to a log-likelihood of these histories for the unit of the caller: densities of x times. */
  readonly logLikelihoodShift: number;
}

/**
 * Measures times by the mean age, so that a search meets the same numbers whatever the unit.
 */
export function scaleTimes(histories: DistinctHistories): ScaledHistories {
  const { age, weight, customers, repeats } = histories;
  const total = age.reduce((sum, each, row) => sum + each * (weight[row] as number), 0);
  const timeScale = total / customers;
  return {
    ...measureTimes(histories, timeScale),
    timeScale,
    logLikelihoodShift: -repeats * Math.log(timeScale),
  };
}

/** The histories with their times in a unit of the given length. */
export function measureTimes(histories: DistinctHistories, unit: number): DistinctHistories {
  return {
    ...histories,
    recency: histories.recency.map((each) => each / unit),
    age: histories.age.map((each) => each / unit),
  };
}
