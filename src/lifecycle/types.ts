import type { CalendarUnit, Condition, FactTypes } from "../rules/index.js";

/**
 * A lifecycle as a team writes it: the stages a customer can be in, and the moves between them.
 * Plain JSON, never code.
 */
export interface LifecycleDefinition {
  /** Where an editor finds the JSON Schema. */
  readonly $schema?: string;
  /** The name of the machine; it stays the same through all versions. */
  readonly id: string;
  /** Semantic version, such as `1.4.0`. */
  readonly version: string;
  /** IANA zone of periods, dates and calendar windows, such as `Asia/Shanghai`. */
  readonly zone: string;
  readonly label?: Labels;
  readonly meaning?: Labels;
  /** What is known about a customer besides events, with its types. */
  readonly facts?: FactTypes;
  /** What can happen to a customer, or be asked for, by name. */
  readonly events?: Readonly<Record<string, EventDefinition>>;
  /** Other machines whose innermost stages the guards may read, as the fact `machines.<id>`. */
  readonly reads?: readonly string[];
  /** Named conditions that any guard may `ref`. */
  readonly define?: Readonly<Record<string, Condition>>;
  /** The stage in which a customer begins. */
  readonly start: string;
  /** The stages of progress, lowest first: what `peak` and the kind of a move are judged by. */
  readonly progress?: readonly string[];
  /** The stages by name; a name is unique in the whole machine. */
  readonly stages: Readonly<Record<string, StageDefinition>>;
  readonly moves: readonly MoveDefinition[];
  /** How customers come here from earlier versions. */
  readonly migrations?: readonly MigrationDefinition[];
}

/** A text in the languages of the library; the one that is missing is reported when it is checked. */
export interface Labels {
  readonly en?: string;
  readonly zh?: string;
}

/** One kind of event. */
export interface EventDefinition {
  readonly label?: Labels;
  /** The fact under which guards find all events of this kind so far, as a list: `orders`. */
  readonly list?: string;
  /** The fields of such an event, with their types. */
  readonly fields?: FactTypes;
  /** Somebody asks for a move: without one, the answer is a refusal instead of a mere record. */
  readonly request?: boolean;
}

/** One stage, perhaps with stages inside. */
export interface StageDefinition {
  readonly label?: Labels;
  readonly meaning?: Labels;
  /** The inner stages; a customer in this stage is in exactly one of them. */
  readonly stages?: Readonly<Record<string, StageDefinition>>;
  /** The inner stage in which a customer begins; needed when there are inner stages. */
  readonly start?: string;
  /** What must hold for every declared move into this stage; a correction is not asked. */
  readonly enter?: Condition;
  /** What must hold to remain. */
  readonly stay?: StayDefinition;
  /** Minimum dwell, an ISO 8601 period: no move fires by itself before, except with `early`. */
  readonly dwell?: string;
  readonly onEnter?: readonly EffectDefinition[];
  readonly onLeave?: readonly EffectDefinition[];
  /** Nothing leads out of it, on purpose. */
  readonly final?: boolean;
  /** Nothing leads into it any more; customers and histories that have it stay readable. */
  readonly retired?: boolean;
}

/** The condition of remaining in a stage: once it is false for the whole grace, the customer leaves. */
export interface StayDefinition {
  readonly when: Condition;
  /** How long the condition may be false without a break, an ISO 8601 period; by default not at all. */
  readonly grace?: string;
  /** The stage to leave to; what that stage asks of those who enter is not asked here. */
  readonly otherwise: string;
}

/**
 * What kind of move it is. By default it is read off `progress`: to the next stage or from outside
 * of it, `forward`; over stages, `skip`; to an earlier stage, `back`.
 */
export type MoveKind = "forward" | "back" | "skip" | "reopen" | "correct" | "migrate";

/**
 * One move. It is taken on an event (`on`), or fires by itself at the first instant at which its time
 * has come (`after`, `at`; without them, at once) and its guard is true.
 */
export interface MoveDefinition {
  /** Names the move in histories and effect keys; it stays the same through all versions. */
  readonly id: string;
  readonly label?: Labels;
  readonly meaning?: Labels;
  /** The stage or stages it leaves, with all stages inside; `*` is every stage but the final ones. */
  readonly from: string | readonly string[];
  /** The stage it leads to; `*`, for corrections only, is the stage that the event names in `stage`. */
  readonly to: string;
  /** `migrate` is not for configurations. */
  readonly kind?: Exclude<MoveKind, "migrate">;
  /** The events on which it is taken. */
  readonly on?: string | readonly string[];
  /** How long after the stage was entered it is due. */
  readonly after?: Duration;
  /** Events that start the time of `after` again: 90 days without an order. */
  readonly without?: string | readonly string[];
  /** The moment at which it is due. */
  readonly at?: FactMoment | CalendarMoment;
  /** The guard. */
  readonly when?: Condition;
  /** Of several moves that could be taken, the larger first; then of the inner stage; then as listed. */
  readonly priority?: number;
  /** It may fire before the dwell of the stage is over. */
  readonly early?: boolean;
  /** The permission that who sends the event must have. */
  readonly permission?: string;
  /** The reason codes of which the event must give one. */
  readonly reasons?: readonly string[];
  readonly effects?: readonly EffectDefinition[];
}

/** A length of time: an ISO 8601 period such as `P30D` or `P1M`, or each customer's own. */
export type Duration = string | FactDuration;

/** A length of time that a fact holds: an ISO 8601 period, or with `unit` a number of such units. */
export interface FactDuration {
  readonly fact: string;
  readonly unit?: "hour" | "day" | "week";
  /** How many times the number: dormant after twice the expected gap. */
  readonly times?: number;
  /** At least and at most this ISO 8601 period. */
  readonly atLeast?: string;
  readonly atMost?: string;
  /** The ISO 8601 period for customers of whom the fact is not known; without it, never due. */
  readonly otherwise?: string;
}

/** The instant of a fact, or the start of the local day of a date; perhaps some time before or after. */
export interface FactMoment {
  readonly fact: string;
  readonly before?: string;
  readonly after?: string;
}

/** The start of the first such calendar unit after the stage was entered. */
export interface CalendarMoment {
  readonly next: CalendarUnit;
}

/** Something for the host to do: it is returned once, never run. */
export interface EffectDefinition {
  readonly kind: string;
  readonly payload?: unknown;
}

/** How the stages of an earlier version become those of this one. */
export interface MigrationDefinition {
  /** The version it comes from. */
  readonly from: string;
  /** Old stage to new stage; stages that exist in both map to themselves. */
  readonly stages?: Readonly<Record<string, string>>;
  /** What becomes of customers in other stages: by default nothing is migrated at all. */
  readonly unmapped?: "refuse" | { readonly park: string };
  /** Whether the time in the stage goes on or starts again; by default it goes on. */
  readonly clock?: "keep" | "restart";
}
