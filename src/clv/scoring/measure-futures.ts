import { groupRows } from "../data/group-rows.js";
import type { PairedHistories } from "../data/pair-histories.js";
import type { FutureProcess } from "../process/future-process.js";
import type { PurchaseBehaviour } from "./purchase-behaviour.js";

/**
 * Something of the future of those who are alive, to be looked up by row: computed once per distinct
 * pair of count and age, or per distinct history where the recency matters too.
 */
export function measureFutures<T>(
  { future, remembersRecency = false }: PurchaseBehaviour,
  histories: PairedHistories,
  measure: (future: FutureProcess) => T,
): (row: number) => T {
  const { repeatCount, recency, age, atAge } = histories;
  const { firstRow, groupOf } = remembersRecency
    ? groupRows([repeatCount, age, recency])
    : { firstRow: atAge.firstRow, groupOf: atAge.pairOf };
  const measured = Array.from(firstRow, (row) =>
    measure(future(repeatCount[row]!, age[row]!, recency[row]!)),
  );
  return (row) => measured[groupOf[row]!]!;
}
