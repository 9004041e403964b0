/**
 * Lifecycles as data: stages and guarded moves on events and on time, as a fold over what happened
 * to a customer, with the reason for every stage.
 *
 * @module
 */
export { advance } from "./advance.js";
export { advanceAll, type ProgressOfAll } from "./advance-all.js";
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
export {
  type BlockedExplanation,
  type BlockedWay,
  explainBlocked,
} from "./explain/explain-blocked.js";
export { type Decision, explainState, type StateExplanation } from "./explain/explain-state.js";
export type { LifecycleFinding, LifecycleFindingCode } from "./finding.js";
export * from "./flow/options.js";
export { stageAbsorption } from "./flow/stage-absorption.js";
export { stageFlow } from "./flow/stage-flow.js";
export { stageValues } from "./flow/stage-values.js";
export { stagesAfter } from "./flow/stages-after.js";
export { stationaryMix } from "./flow/stationary-mix.js";
export { steadyCounts } from "./flow/steady-counts.js";
export { timeToStage } from "./flow/time-to-stage.js";
export type * from "./flow/types.js";
export { nextDue } from "./next-due.js";
export type * from "./options.js";
export { replay } from "./replay.js";
export { replayAll } from "./replay-all.js";
export { lifecycleJsonSchema, lifecycleSchema } from "./schema.js";
export { type StartOptions, startState } from "./start-state.js";
export type * from "./state-types.js";
export { transition } from "./transition.js";
export type * from "./types.js";
