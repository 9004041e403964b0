import { pairCountWithTime } from "../data/count-time-pairs.js";
import { readHistories } from "../data/read-histories.js";
import type { FutureProcess } from "../process/future-process.js";
import type { PurchaseHistories, PurchaseModel } from "../types.js";
import { behaviourOf } from "./behaviour-of.js";

/**
 * A number per customer from the probability to be alive and something of the future of those who
 * are; the latter depends on count and age only and is computed once per distinct pair.
 *
 * @param measure - of the future of a customer who is alive
 * @param combine - by default the product: nothing happens to those who are not
 */
export function scoreFuture(
  model: PurchaseModel,
  histories: PurchaseHistories,
  measure: (future: FutureProcess) => number,
  combine: (alive: number, measured: number) => number = (alive, measured) => alive * measured,
): Float64Array {
  const behaviour = behaviourOf(model);
  const columns = readHistories(histories, model.timeUnit);
  const scores = behaviour.aliveProbabilities(columns);
  const pairs = pairCountWithTime(columns.repeatCount, columns.age);
  const measured = pairs.repeatCount.map((x, pair) =>
    measure(behaviour.future(x, pairs.time[pair] as number)),
  );
  for (let row = 0; row < scores.length; row++) {
    const pair = pairs.pairOf[row] as number;
    scores[row] = combine(scores[row] as number, measured[pair] as number);
  }
  return scores;
}
