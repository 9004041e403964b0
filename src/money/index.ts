/**
 * Money as whole minor units with its currency in the type: exact sums, products, conversions and
 * splits, every rounding named, nothing lost.
 *
 * @module
 */
export * from "./add-money.js";
export * from "./allocate-money.js";
export * from "./compare-money.js";
export { convert } from "./convert-money.js";
export { checkMoney, money } from "./create-money.js";
export * from "./format-money.js";
export * from "./minor-digits.js";
export * from "./multiply-money.js";
export * from "./options.js";
export * from "./parse-money.js";
export * from "./rate-converter.js";
export { type IntegerScaler, integerScaler } from "./scale-integer.js";
export * from "./schema.js";
export * from "./types.js";
