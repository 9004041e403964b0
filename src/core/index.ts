/**
 * Errors, outcomes, calendar, randomness, columns, accumulators, models and mathematics:
 * the ground floor that every other module stands on.
 *
 * @module
 */
export * from "./accumulator.ts";
export * from "./column.ts";
export * from "./errors.ts";
export * from "./locale.ts";
export * from "./math/index.ts";
export * from "./model.ts";
export * from "./options.ts";
export * from "./outcome.ts";
export * from "./random.ts";
