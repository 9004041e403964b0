import { ClienteleError } from "../../core/errors.js";
import type { DistinctHistories } from "./distinct-histories.js";

/**
 * Refuses data from which the parameters of a purchase model cannot be learnt.
 *
 * @throws ClienteleError EMPTY_INPUT for no customers; INVALID_DATA for fewer customers than
 * parameters, customers that are all alike, and nobody with a repeat purchase
 */
export function checkFitData(histories: DistinctHistories, parameterCount: number): void {
  const { customers, repeats, weight } = histories;
  if (customers === 0) {
    throw new ClienteleError(
      "EMPTY_INPUT",
      "A model needs customers to be fitted to; there are none",
      {
        where: "histories",
      },
    );
  }
  if (customers < parameterCount) {
    throw unfit(`${customers} customers are fewer than the ${parameterCount} parameters`);
  }
  if (repeats === 0)
    throw unfit("Nobody has a repeat purchase, so there is no rate of purchase to learn");
  if (weight.length === 1) {
    throw unfit(`All ${customers} customers are identical, so there are no differences to learn`);
  }
}

function unfit(reason: string): ClienteleError {
  return new ClienteleError("INVALID_DATA", reason, { where: "histories", got: reason });
}
