import type { ObservationOptions } from "../durations/options.js";

/** Options of `stageFlow`. */
export interface StageFlowOptions {
  /** The stages and their order; by default those that occur, sorted. Visits of others are refused. */
  readonly stages: readonly string[] | undefined;
  /** The level of the intervals, above 0 and below 1. */
  readonly level: number;
}

/** Options of `stageFlow`: `asOf`, and the others where they differ from the defaults. */
export type StageFlowOptionsInput = ObservationOptions & Partial<StageFlowOptions>;

/** All stages that occur, 95 % intervals. */
export const STAGE_FLOW_DEFAULTS: StageFlowOptions = { stages: undefined, level: 0.95 };

/** Options of `stageAbsorption`. */
export interface StageAbsorptionOptions {
  /** The stages that count as ends, also where some customers left them; by default those never left. */
  readonly into: readonly string[] | undefined;
}

/** Options of `stageAbsorption`, each of them optional. */
export type StageAbsorptionOptionsInput = Partial<StageAbsorptionOptions>;

/** The stages that nobody has left. */
export const STAGE_ABSORPTION_DEFAULTS: StageAbsorptionOptions = { into: undefined };

/** Options of `stageValues`. */
export interface StageValueOptions {
  /**
   * The continuous rate at which later value counts less, per day: ln(1 + yearly rate) / 365; 0 or more.
   */
  readonly discountPerDay: number;
}

/** Options of `stageValues`, each of them optional. */
export type StageValueOptionsInput = Partial<StageValueOptions>;

/** Later value counts as much as present value. */
export const STAGE_VALUE_DEFAULTS: StageValueOptions = { discountPerDay: 0 };
