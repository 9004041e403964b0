/**
 * What customers are worth: buy-till-you-die models of purchases, drop-out and spend, fitted by
 * maximum likelihood, with the predictions that follow from them.
 *
 * @module
 */
export { fitNbd } from "./nbd/fit-nbd.js";
export * from "./options.js";
export { continuousRate, type DiscountRate } from "./time/discount-rate.js";
export { type Duration, durationIn } from "./time/duration.js";
export * from "./types.js";
