import type { ElapsedSubject, Facts, Rule, Subject, TestName, Truth } from "./types.js";

/** A rule decided: the value and how it came about. */
export interface Evaluation {
  /** True, false, or `undefined` when it is unknown. */
  readonly value: Truth;
  /** What would have to be known, where the value is unknown; else empty. */
  readonly missing: readonly MissingFact[];
  readonly trace: Trace;
}

/** Everything that led to a value; it can be stored, and explained or evaluated again later. */
export interface Trace {
  readonly rule: Rule;
  /** The facts, by reference. */
  readonly facts: Facts;
  /** Epoch milliseconds. */
  readonly asOfMs: number;
  readonly root: TraceNode;
}

/** One condition with its value. */
export type TraceNode = TraceBranch | TraceLeaf;

/** A combination; a leaf with several tests is traced as an `and` of one leaf per test. */
export interface TraceBranch {
  readonly op: "and" | "or" | "not" | "ref";
  /** Where the condition stands in the rule: `$.when.and[0]`. */
  readonly path: string;
  readonly value: Truth;
  /** The name, for a `ref`. */
  readonly name?: string;
  readonly parts: readonly TraceNode[];
}

/** One test of one subject. */
export interface TraceLeaf {
  readonly op: "leaf";
  /** Where the test stands in the rule: `$.when.and[0].gte`. */
  readonly path: string;
  readonly value: Truth;
  readonly subject: Subject | ElapsedSubject;
  readonly test: TestName;
  /** The value of the subject (of a `since` or `until`: the moment itself). */
  readonly actual: unknown;
  /** What the test compares with; a fact on that side is already read. */
  readonly expected: unknown;
  /** What would have to be known, where the value is unknown; else empty. */
  readonly missing: readonly MissingFact[];
}

/** A fact that keeps an answer unknown. */
export interface MissingFact {
  /** Its path in the facts: `orders[3].total`. */
  readonly path: string;
  /**
   * `missing`: absent or null; `unusable`: there, but not of the kind that the test compares;
   * `empty`: no event has it.
   */
  readonly why: "missing" | "unusable" | "empty";
}
