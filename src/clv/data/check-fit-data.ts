import { checkEnough, unfit } from "./check-enough.js";
import type { DistinctHistories } from "./distinct-histories.js";

/**
 * Refuses data from which the parameters of a purchase model cannot be learnt.
 *
 * @throws ClienteleError EMPTY_INPUT for no customers; INVALID_DATA for fewer customers than
 * parameters, customers that are all alike, and nobody with a repeat purchase
 */
export function checkFitData(histories: DistinctHistories, parameterCount: number): void {
  const { customers, repeats } = histories;
  if (customers >= parameterCount && repeats === 0) {
    const reason = "Nobody has a repeat purchase, so there is no rate of purchase to learn";
    throw unfit(reason, "histories");
  }
  checkEnough(histories, parameterCount, "histories");
}
