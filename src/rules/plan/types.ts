import type { Span } from "../time/elapsed.js";
import type { Clock } from "../time/moment.js";
import type { MissingFact } from "../trace.js";
import type { Condition, ElapsedSubject, Kind, Subject, TestName, Truth } from "../types.js";
import type { Read } from "../values/read-path.js";
import type { PlannedEvents } from "./plan-events.js";

/** Decides a condition about a scope (the facts, or one event of a list). */
export type Holds = (scope: object, root: object, asOfMs: number) => Truth;

/** An instant after `asOfMs` until which an answer stays the same, if the facts do. */
export type NextChange = (scope: object, root: object, asOfMs: number) => number;

/** Lists what keeps a value unknown, if it is; `at` is the path of the scope, such as `orders[3].`. */
export type FindMissing = (
  scope: object,
  root: object,
  asOfMs: number,
  at: string,
) => readonly MissingFact[];

/** Decides a test of the value of a subject. */
export type Test = (raw: unknown, scope: object, root: object, asOfMs: number) => Truth;

/** What the conditions of one rule share. */
export interface PlanContext {
  readonly define: Readonly<Record<string, Condition>>;
  /** The clock of the rule's zone, if it names one. */
  readonly clock: Clock | undefined;
  /** Prepares a condition that stands inside a subject. */
  readonly plan: (condition: Condition, path: string) => PlannedNode;
}

/** A condition, ready to be decided, traced and explained. */
export type PlannedNode = PlannedBranch | PlannedLeaf;

/** A combination of conditions; a leaf with several tests is an `and` of one leaf per test. */
export interface PlannedBranch {
  readonly op: "and" | "or" | "not" | "ref";
  readonly path: string;
  /** The name, for a `ref`. */
  readonly name?: string;
  readonly parts: readonly PlannedNode[];
  readonly holds: Holds;
}

/** One test of one subject. */
export interface PlannedLeaf {
  readonly op: "leaf";
  readonly path: string;
  readonly subject: Subject | ElapsedSubject;
  readonly test: TestName;
  /** How both sides are read, where that is known. */
  readonly kind: Kind | undefined;
  /** The subject; of a `since` or `until`, the moment. */
  readonly source: PlannedSubject;
  /** Whether the test would pass for another value of the subject. */
  readonly accepts: Test;
  readonly holds: Holds;
  readonly actual: Read;
  readonly expected: Read;
  /** Whether the rule itself has all that the test compares with, as values on a scale. */
  readonly isConstant: boolean;
  /** The periods that a `since` or `until` compares with, as far as the rule has them. */
  readonly spans: readonly Span[];
  /** Values of the subject at which the answer may turn; the tests cut its scale there. */
  readonly turns: (scope: object, root: object, asOfMs: number) => readonly unknown[];
  readonly missing: FindMissing;
  readonly nextChange: NextChange;
}

/** A subject, ready to be read. */
export interface PlannedSubject {
  /** The value; `undefined` when there is none or it is unknown. */
  readonly read: Read;
  /** Whether there is a value; never unknown for a fact. */
  readonly exists: Holds;
  readonly missing: FindMissing;
  readonly nextChange: NextChange;
  /** For a summary: the events it reads. */
  readonly events?: PlannedEvents;
  /** For a count: the numbers that are possible while some events may or may not belong. */
  readonly range?: CountRange;
}

/** Finds the smallest and largest possible count; false when the list itself is unknown. */
export interface CountRange {
  readonly find: (scope: object, root: object, asOfMs: number) => boolean;
  readonly lowest: () => number;
  readonly highest: () => number;
}
