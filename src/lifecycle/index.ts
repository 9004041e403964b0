/**
 * Lifecycles as data: stages and guarded moves on events and on time, as a fold over what happened
 * to a customer, with the reason for every stage.
 *
 * @module
 */
export type * from "./compiled-types.js";
export type { LifecycleFinding, LifecycleFindingCode } from "./finding.js";
export { lifecycleJsonSchema, lifecycleSchema } from "./schema.js";
export type * from "./state-types.js";
export type * from "./types.js";
