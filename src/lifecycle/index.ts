/**
 * Lifecycles as data: stages and guarded moves on events and on time, as a fold over what happened
 * to a customer, with the reason for every stage.
 *
 * @module
 */
export { advanceAll, type ProgressOfAll } from "./advance-all.js";
export { advance } from "./advance.js";
export { checkLifecycle } from "./check/check-lifecycle.js";
export type { CheckOptions, CheckOptionsInput } from "./check/options.js";
export type { CheckFinding } from "./check/types.js";
export { compileLifecycle } from "./compile-lifecycle.js";
export type * from "./compiled-types.js";
export { listVisits } from "./durations/list-visits.js";
export { mergeVisits } from "./durations/merge-visits.js";
export * from "./durations/options.js";
export { stageConversion } from "./durations/stage-conversion.js";
export { stageDurations } from "./durations/stage-durations.js";
export type * from "./durations/types.js";
export type { LifecycleFinding, LifecycleFindingCode } from "./finding.js";
export { nextDue } from "./next-due.js";
export type * from "./options.js";
export { replayAll } from "./replay-all.js";
export { replay } from "./replay.js";
export { lifecycleJsonSchema, lifecycleSchema } from "./schema.js";
export { type StartOptions, startState } from "./start-state.js";
export type * from "./state-types.js";
export { transition } from "./transition.js";
export type * from "./types.js";
