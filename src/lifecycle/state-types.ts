import type { Instant } from "../core/calendar.js";
import type { Facts } from "../rules/index.js";
import type { MoveKind } from "./types.js";

/** Something that happened to a customer, or that somebody asks for. */
export interface LifecycleEvent {
  /** The same event has the same id however often it arrives. */
  readonly id: string;
  readonly customerId: string;
  /** The kind of event, as the machine names it. */
  readonly type: string;
  /** When it took effect: an instant, or an ISO 8601 text with its offset. */
  readonly at: Instant | string;
  /** When it became known; by default at once. The latest record of an id counts. */
  readonly recordedAt?: Instant | string;
  /** The fields of the event. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Facts about the customer that are new with this event; `null` clears one. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Who sent it, and what that person may do. */
  readonly by?: string;
  readonly permissions?: readonly string[];
  /** The reason code. */
  readonly reason?: string;
  /** It turned out not to have happened: the record takes the event back. */
  readonly retracted?: boolean;
}

/** Where a customer stands in one machine: plain JSON, the fold of the events so far. */
export interface LifecycleState {
  readonly kind: "lifecycle-state";
  /** Of this format. */
  readonly version: 1;
  readonly customerId: string;
  /** The machine that made it. */
  readonly machine: MachineStamp;
  /** The innermost stage. */
  readonly current: string;
  /** The highest stage of `progress` ever reached; absent before the first. */
  readonly peak?: string;
  /** Since when, for the current stage and each stage around it, in epoch milliseconds. */
  readonly since: Readonly<Record<string, number>>;
  /** Every stage the customer has ever been in. */
  readonly stages: Readonly<Record<string, StageHistory>>;
  /** The number of moves so far. */
  readonly sequence: number;
  /** How often each move was taken. */
  readonly taken: Readonly<Record<string, number>>;
  /** The move that led here; absent while the customer is where it began. */
  readonly last?: MoveRecord;
  /** The instant of the latest event, move or other change: what is earlier comes too late. */
  readonly atMs: number;
  /** The next instant at which time alone may move the customer; absent when there is none. */
  readonly dueMs?: number;
  /** Since when the condition of staying is false, by stage. */
  readonly brokenSince?: Readonly<Record<string, number>>;
  /** What the guards can still read: facts, and the lists of events. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** The latest instant of the kinds of events that `without` waits for. */
  readonly lastAt?: Readonly<Record<string, number>>;
  /** The latest event that was folded in. */
  readonly cursor?: EventCursor;
}

/** The exact configuration behind a decision. */
export interface MachineStamp {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of the canonical configuration. */
  readonly configHash: string;
}

/** The visits of one stage. */
export interface StageHistory {
  readonly entries: number;
  readonly firstEnteredAt: number;
  readonly lastEnteredAt: number;
  /** Milliseconds in the stage in earlier visits; the visit that is still open is not in it. */
  readonly totalMs: number;
}

/** The place of an event in the one order of all events: by `at`, then `recordedAt`, then `id`. */
export interface EventCursor {
  readonly atMs: number;
  readonly recordedAtMs: number;
  readonly id: string;
}

/** One move that was taken, with what decided it. */
export interface MoveRecord {
  readonly customerId: string;
  /** The number of the move in the customer's history, from 1. */
  readonly sequence: number;
  /** The id of the move; `<stage>:stay` when the condition of staying ran out. */
  readonly move: string;
  /** The how many-th time this move was taken. */
  readonly occurrence: number;
  readonly kind: MoveKind;
  readonly from: string;
  readonly to: string;
  readonly atMs: number;
  /** The event it was taken on; absent when it fired by itself. */
  readonly event?: MoveEvent;
  /** The facts that the guard read, as they were. */
  readonly facts: Facts;
  readonly configHash: string;
}

/** The event behind a move. */
export interface MoveEvent {
  readonly id: string;
  readonly type: string;
  readonly by?: string;
  readonly reason?: string;
}

/** Something for the host to do once. */
export interface Effect {
  /** The same effect of the same move always has the same key: act on a key only once. */
  readonly key: string;
  readonly kind: string;
  readonly payload?: unknown;
  readonly customerId: string;
  readonly move: string;
  readonly atMs: number;
}

/** What became of a customer in one step, with what there is to do. */
export interface Progress {
  readonly state: LifecycleState;
  /** The moves that were taken, in order. */
  readonly moves: readonly MoveRecord[];
  /** What there is to do, in order; each key is to be acted on once. */
  readonly effects: readonly Effect[];
}

/**
 * Why an event that asks for a move is refused.
 * - `LATE_EVENT`: something that took effect later is already in the state; replay the history;
 * - `NO_MOVE`: no move leaves this stage on such an event;
 * - `NOT_PERMITTED`, `NO_REASON`: who asks has not the permission, or gives no reason that counts;
 * - `CONDITION_FALSE`, `CONDITION_UNKNOWN`: a guard is false, or a fact that it needs is not known;
 * - `UNKNOWN_STAGE`, `RETIRED_STAGE`: the stage that a correction names does not exist, or takes nobody in.
 */
export type RefusalCode =
  | "LATE_EVENT"
  | "NO_MOVE"
  | "NOT_PERMITTED"
  | "NO_REASON"
  | "CONDITION_FALSE"
  | "CONDITION_UNKNOWN"
  | "UNKNOWN_STAGE"
  | "RETIRED_STAGE";

/** What became of a customer through a history. */
export interface Replay extends Progress {
  /** The requests that were refused when they came; they changed nothing. */
  readonly refused: readonly RefusedEvent[];
  /** Of a resumed replay, the events before its start: known already, or too late without a full replay. */
  readonly late: readonly LifecycleEvent[];
}

/** A request that was refused. */
export interface RefusedEvent {
  readonly event: LifecycleEvent;
  readonly code: RefusalCode;
  /** The move that was asked for, where there is one. */
  readonly move?: string;
}
