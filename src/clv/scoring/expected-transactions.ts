import type { CovariateModel } from "../covariates/types.js";
import type { HorizonOptions } from "../options.js";
import type { PurchaseHistories, PurchaseModel } from "../types.js";
import { scoreHorizon } from "./score-horizon.js";

/**
 * The expected transactions of each customer within a horizon from the end of the observation.
 *
 * @param model - fitted, or written down with published parameters
 * @param histories - in any unit of time; converted to that of the model
 * @param options - `horizon`, such as `{ weeks: 52 }`
 * @returns one expectation per customer
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION, LENGTH_MISMATCH, UNSUPPORTED_VERSION;
 * INVALID_DATA with the customer whose history cannot be
 */
export function expectedTransactions(
  model: PurchaseModel | CovariateModel,
  histories: PurchaseHistories,
  options: HorizonOptions,
): Float64Array {
  return scoreHorizon(model, histories, options, (future, time) => future.expectedCount(time));
}

/**
 * The expected repeat transactions of a customer who has just made the first purchase, within a
 * horizon from it.
 *
 * @param model - fitted, or written down with published parameters
 * @param options - `horizon`, such as `{ weeks: 52 }`
 * @throws ClienteleError INVALID_ARGUMENT, UNSUPPORTED_VERSION
 */
export function expectedTransactionsOfNewCustomer(
  model: PurchaseModel,
  options: HorizonOptions,
): number {
  return expectedTransactions(model, NEW_CUSTOMER, options)[0] as number;
}

/**
 * One customer who has just made the first purchase: with it every prediction speaks of newcomers.
 *
 * @example
 * transactionDistribution(model, NEW_CUSTOMER, { horizon: { years: 1 } })[0];
 */
export const NEW_CUSTOMER: PurchaseHistories = Object.freeze({
  repeatCount: [0],
  recency: [0],
  age: [0],
  unit: "day",
});
