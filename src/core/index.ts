/**
 * Errors, outcomes, calendar, randomness, columns, accumulators, models and mathematics:
 * the ground floor that every other module stands on.
 *
 * @module
 */
export * from "./accumulator.js";
export * from "./calendar.js";
export * from "./canonical-json.js";
export * from "./column.js";
export * from "./epoch-day.js";
export * from "./errors.js";
export * from "./locale.js";
export * from "./math/index.js";
export * from "./model.js";
export * from "./options.js";
export * from "./outcome.js";
export * from "./period.js";
export * from "./random.js";
export * from "./random-counts.js";
export * from "./random-draws.js";
export * from "./ranks.js";
export * from "./sha256.js";
export * from "./sorted-order.js";
export * from "./stats.js";
export * from "./timestamp.js";
export * from "./zone.js";
