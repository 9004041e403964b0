/**
 * Points programmes: a programme in configuration, on a ledger that cannot lose a point.
 *
 * @module
 */
export type * from "./ledger/account-types.js";
export type * from "./ledger/entry-types.js";
export type * from "./program/offer-types.js";
export type * from "./program/tier-types.js";
export type * from "./program/types.js";
export type * from "./refusal.js";
export { parseProgram, programJsonSchema, programSchema } from "./schema.js";
export type { SortedBlocks } from "./sorted-blocks.js";
export type * from "./types.js";
