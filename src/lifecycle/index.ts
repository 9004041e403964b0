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
export type { DiagramOptions, DiagramOptionsInput } from "./diagrams/options.js";
export { toDot } from "./diagrams/to-dot.js";
export { toMermaid } from "./diagrams/to-mermaid.js";
export { toXState } from "./diagrams/to-xstate.js";
export type * from "./diagrams/xstate-types.js";
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
export { compileMachines, type Machines } from "./machines/compile-machines.js";
export {
  advanceMachines,
  type MachineStates,
  type MachinesProgress,
  type MachinesReplay,
  type MachinesReplayOptions,
  replayMachines,
  startMachines,
  transitionMachines,
} from "./machines/run-machines.js";
export * from "./migration/compare-versions.js";
export { migrateStates } from "./migration/migrate-states.js";
export type { CompareOptions, MigrationOptions } from "./migration/options.js";
export { planMigration } from "./migration/plan-migration.js";
export type * from "./migration/types.js";
export { nextDue } from "./next-due.js";
export type * from "./options.js";
export { LEAD_LIFECYCLE } from "./presets/lead-lifecycle.js";
export { MATURITY_LIFECYCLE } from "./presets/maturity-lifecycle.js";
export { PURCHASE_LIFECYCLE } from "./presets/purchase-lifecycle.js";
export { RHYTHM_LIFECYCLE } from "./presets/rhythm-lifecycle.js";
export { replay } from "./replay.js";
export { replayAll } from "./replay-all.js";
export { lifecycleJsonSchema, lifecycleSchema } from "./schema.js";
export { type StartOptions, startState } from "./start-state.js";
export type * from "./state-types.js";
export { transition } from "./transition.js";
export type * from "./types.js";
