import { pairHistories } from "../data/pair-histories.js";
import { readHistories } from "../data/read-histories.js";
import type { AliveOptions } from "../options.js";
import { durationIn } from "../time/duration.js";
import type { PurchaseHistories, PurchaseModel } from "../types.js";
import { behaviourOf } from "./behaviour-of.js";
import { scoreFuture } from "./score-future.js";

/**
 * The probability that each customer is still a customer: at the end of the observation, or some time
 * after it.
 *
 * BG/NBD lets customers leave only right after a repeat purchase, so that its answer for a one-time
 * buyer is 1; the NBD lets nobody leave.
 *
 * @param model - fitted, or written down with published parameters
 * @param histories - in any unit of time; converted to that of the model
 * @param options - `at`: how long after the end of the observation, such as `{ weeks: 13 }`
 * @returns one probability per customer, 0 to 1
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, INVALID_DATA, UNSUPPORTED_VERSION
 */
export function probabilityAlive(
  model: PurchaseModel,
  histories: PurchaseHistories,
  options: AliveOptions = {},
): Float64Array {
  if (options.at === undefined) {
    return behaviourOf(model).aliveProbabilities(
      pairHistories(readHistories(histories, model.timeUnit)),
    );
  }
  const time = durationIn(options.at, model.timeUnit, "options.at");
  return scoreFuture(model, histories, (future) => future.survival(time));
}
