import type { HorizonOptions } from "../options.js";
import { durationIn } from "../time/duration.js";
import type { PurchaseHistories, PurchaseModel } from "../types.js";
import { scoreFuture } from "./score-future.js";

/**
 * The probability that each customer buys nothing within a horizon from the end of the observation,
 * having left or not.
 *
 * @param model - fitted, or written down with published parameters
 * @param histories - in any unit of time; converted to that of the model
 * @param options - `horizon`, such as `{ weeks: 13 }`
 * @returns one probability per customer, 0 to 1
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, INVALID_DATA, UNSUPPORTED_VERSION
 */
export function probabilityOfNoPurchase(
  model: PurchaseModel,
  histories: PurchaseHistories,
  options: HorizonOptions,
): Float64Array {
  const time = durationIn(options?.horizon, model?.timeUnit, "options.horizon");
  return scoreFuture(
    model,
    histories,
    (future) => future.noneProbability(time),
    (alive, none) => 1 - alive + alive * none,
  );
}
