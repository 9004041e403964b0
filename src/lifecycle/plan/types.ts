import type { Evaluation, Facts, Rule, Truth } from "../../rules/index.js";
import type { Lifecycle, Move, Stage } from "../compiled-types.js";
import type { EffectDefinition, MoveKind } from "../types.js";
import type { EventPlan } from "./plan-events.js";

/** A condition of the machine, ready to be asked. */
export interface Guard {
  /** Its JSON path in the machine. */
  readonly path: string;
  readonly rule: Rule;
  /** The facts it reads, by their first names. */
  readonly reads: readonly string[];
  holds(facts: Facts, atMs: number): Truth;
  /** The same with the trace. */
  trace(facts: Facts, atMs: number): Evaluation;
  /** The next instant at which time alone may change the answer; Infinity when there is none. */
  nextChange(facts: Facts, atMs: number): number;
}

/** The instant at which something is due, from the start of its time; Infinity when it never is. */
export type Due = (facts: Facts, sinceMs: number) => number;

/** A move, ready to be taken. */
export interface PlannedMove extends Move {
  readonly from: readonly PlannedStage[];
  readonly to: PlannedStage | undefined;
  /** Its place in the list. */
  readonly index: number;
  readonly guard: Guard | undefined;
  readonly due: Due | undefined;
  /** Whether the time starts with the stage, so that the move may lead back into the same stage. */
  readonly isTimedByEntry: boolean;
  /** The events that start the time again. */
  readonly without: readonly string[];
  readonly isEarly: boolean;
  readonly permission: string | undefined;
  readonly reasons: readonly string[] | undefined;
  readonly effects: readonly EffectDefinition[] | undefined;
}

/** A stage, ready to be in. */
export interface PlannedStage extends Stage {
  readonly line: readonly PlannedStage[];
  readonly inner: readonly PlannedStage[];
  readonly initial: PlannedStage;
  readonly enter: Guard | undefined;
  /** The end of the minimum dwell. */
  readonly dwell: Due | undefined;
  readonly stay: PlannedStay | undefined;
}

/** The condition of staying, with the move out. */
export interface PlannedStay {
  readonly guard: Guard;
  /** The contrary: true once the condition is false. */
  readonly isBroken: Guard;
  /** The end of the grace, from when the condition became false. */
  readonly grace: Due | undefined;
  readonly move: PlannedMove;
}

/** What a move means for a customer in one innermost stage. */
export interface Step {
  readonly move: PlannedMove;
  /** The stage whose time counts. */
  readonly source: PlannedStage;
  /** Where it leads; absent when the event names it. */
  readonly crossing: Crossing | undefined;
}

/** The stages left and entered on the way from one innermost stage to another. */
export interface Crossing {
  readonly kind: MoveKind;
  /** Innermost first. */
  readonly left: readonly PlannedStage[];
  /** Outermost first; the last one is innermost in the machine. */
  readonly entered: readonly PlannedStage[];
  /** What the entered stages ask. */
  readonly enters: readonly Guard[];
  /** What must be true besides the time: the guard of the move, and what the entered stages ask. */
  readonly guards: readonly Guard[];
}

/** What can happen to a customer in one innermost stage, each list in the order in which it is tried. */
export interface LeafPlan {
  readonly stage: PlannedStage;
  /** The steps on each kind of event. */
  readonly onEvent: ReadonlyMap<string, readonly Step[]>;
  /** The steps that fire by themselves. */
  readonly bySelf: readonly Step[];
  /** The stages around and itself that must be stayed in, outermost first. */
  readonly stays: readonly StayStep[];
}

/** A stage that must be stayed in, with the step out. */
export interface StayStep {
  readonly stage: PlannedStage;
  readonly stay: PlannedStay;
  readonly step: Step;
}

/** A machine, ready to run. */
export interface MachinePlan {
  readonly lifecycle: Lifecycle;
  readonly stages: ReadonlyMap<string, PlannedStage>;
  readonly start: PlannedStage;
  /** What can happen in an innermost stage. */
  leaf(stage: PlannedStage): LeafPlan;
  readonly events: EventPlan;
}
