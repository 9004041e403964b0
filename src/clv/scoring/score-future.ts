import { pairHistories } from "../data/pair-histories.js";
import type { HistoryColumns } from "../data/read-histories.js";
import type { FutureProcess } from "../process/future-process.js";
import { measureFutures } from "./measure-futures.js";
import type { PurchaseBehaviour } from "./purchase-behaviour.js";

/**
 * A number per customer from the probability to be alive and something of the future of those who
 * are.
 *
 * @param measure - of the future of a customer who is alive
 * @param combine - by default the product: nothing happens to those who are not
 */
export function scoreFuture(
  behaviour: PurchaseBehaviour,
  histories: HistoryColumns,
  measure: (future: FutureProcess) => number,
  combine: (alive: number, measured: number) => number = (alive, measured) => alive * measured,
): Float64Array {
  const paired = pairHistories(histories);
  const measured = measureFutures(behaviour, paired, measure);
  return behaviour.aliveProbabilities(paired).map((alive, row) => combine(alive, measured(row)));
}
