import { evaluatePairs, pairHistories } from "../data/pair-histories.js";
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
  const paired = pairHistories(readHistories(histories, model.timeUnit));
  const measured = evaluatePairs(paired.atAge, (x, age) => measure(behaviour.future(x, age)));
  return behaviour.aliveProbabilities(paired).map((alive, row) => combine(alive, measured(row)));
}
