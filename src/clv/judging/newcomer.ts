import type { FutureProcess } from "../process/future-process.js";
import { behaviourOf } from "../scoring/behaviour-of.js";
import { NEW_CUSTOMER } from "../scoring/expected-transactions.js";
import { probabilityAlive } from "../scoring/probability-alive.js";
import type { PurchaseModel } from "../types.js";

/** A customer who has just made the first purchase. */
export interface Newcomer {
  /** The probability to be a customer still right after it; below 1 for MBG/NBD only. */
  readonly alive: number;
  /** The repeat purchases to come of who is. */
  readonly future: FutureProcess;
}

/**
 * The newcomer of a model, from whom histograms and curves are made.
 *
 * @throws ClienteleError INVALID_ARGUMENT, UNSUPPORTED_VERSION
 */
export function newcomerOf(model: PurchaseModel): Newcomer {
  const [alive] = probabilityAlive(model, NEW_CUSTOMER);
  return { alive: alive!, future: behaviourOf(model).future(0, 0, 0) };
}
