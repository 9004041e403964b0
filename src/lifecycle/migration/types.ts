import type { LifecycleState, MachineStamp, MoveRecord } from "../state-types.js";

/** What a migration would do to customers, before it does anything: plain JSON. */
export interface MigrationPlan {
  readonly from: MachineStamp;
  readonly to: MachineStamp;
  readonly customers: number;
  /** How many customers go from which stage to which. */
  readonly routes: readonly MigrationRoute[];
  /** The moves that time would bring at once, with the customers. */
  readonly dueAtOnce: readonly DueMove[];
  /** The customers whose stage would have another explanation than today. */
  readonly reexplained: readonly Reexplained[];
  /** Facts that the new version reads and that nobody knows yet: guards on them stay unknown. */
  readonly unknownFacts: readonly string[];
  /** Why nothing is migrated; empty when all is well. */
  readonly obstacles: readonly MigrationObstacle[];
}

/** Customers who go the same way. */
export interface MigrationRoute {
  readonly from: string;
  /** Absent when there is no stage for them. */
  readonly to?: string;
  /** By the same name, by the map, to where those without a stage are parked, or not at all. */
  readonly how: "same" | "mapped" | "parked" | "refused";
  readonly customers: number;
}

/** A move that time would bring at once. */
export interface DueMove {
  readonly move: string;
  readonly customerIds: readonly string[];
}

/** A customer whose explanation changes. */
export interface Reexplained {
  readonly customerId: string;
  /** The move that led to the stage. */
  readonly move: string;
  /**
   * - `migrated`: it is now the migration that led here;
   * - `removed`: the new version has no such move;
   * - `rewritten`: its guard has changed, and is true for the facts of then;
   * - `no-longer-true`: its guard has changed, and is not true for the facts of then.
   */
  readonly change: "migrated" | "removed" | "rewritten" | "no-longer-true";
}

/** Why customers cannot be migrated. */
export interface MigrationObstacle {
  readonly code: MigrationRefusal;
  readonly message: string;
}

/**
 * - `NO_MIGRATION`: the new version does not say how customers come from the old one;
 * - `UNMAPPED_STAGE`: there is no stage for some customers, and they are not to be parked;
 * - `MISSING_HISTORY`: the new version counts events that the old one did not keep.
 */
export type MigrationRefusal = "NO_MIGRATION" | "UNMAPPED_STAGE" | "MISSING_HISTORY";

/** Customers in the new version. */
export interface Migration {
  /** One for each state, in the same order. */
  readonly states: readonly LifecycleState[];
  /** The moves of the kind `migrate`: of customers whose stage has changed. */
  readonly moves: readonly MoveRecord[];
}
