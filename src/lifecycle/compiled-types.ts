import type { MachineStamp } from "./state-types.js";
import type { LifecycleDefinition, MoveDefinition, MoveKind, StageDefinition } from "./types.js";

/** A lifecycle that was checked and prepared once, for many customers. */
export interface Lifecycle {
  readonly definition: LifecycleDefinition;
  readonly stamp: MachineStamp;
  /** Every stage by name, each before those inside of it. */
  readonly stages: ReadonlyMap<string, Stage>;
  /** The moves as listed, then those of the stages that can no longer be stayed in. */
  readonly moves: readonly Move[];
}

/** A stage with its place among the others. */
export interface Stage {
  readonly id: string;
  readonly definition: StageDefinition;
  /** Its JSON path. */
  readonly path: string;
  /** The stages around it and itself, outermost first. */
  readonly line: readonly Stage[];
  /** The stages directly inside. */
  readonly inner: readonly Stage[];
  /** The innermost stage in which a customer begins who comes here: without inner stages, itself. */
  readonly initial: Stage;
  /** The place in `progress` of the stage or of one around it, from 0. */
  readonly rank: number | undefined;
  /** Whether it, or a stage around it, is retired. */
  readonly isRetired: boolean;
}

/** A move with what it means for the machine. */
export interface Move {
  readonly id: string;
  /** Its JSON path; of a move out of a stage that cannot be stayed in, that of `stay`. */
  readonly path: string;
  /** As written; absent for a move out of a stage that cannot be stayed in. */
  readonly definition: MoveDefinition | undefined;
  /** The stages it leaves, as written, `*` resolved. */
  readonly from: readonly Stage[];
  /** The stage it leads to; absent when the event names it. */
  readonly to: Stage | undefined;
  /** As written; absent when `progress` tells. */
  readonly kind: MoveKind | undefined;
  /** The events on which it is taken; empty when it fires by itself. */
  readonly on: readonly string[];
  readonly priority: number;
}
