import type { MissingFact } from "./trace.js";
import type { Condition, ElapsedSubject, ElapsedTests, Subject, Tests } from "./types.js";

/** Rules in rows: each row asks every input something, and says what follows. Plain JSON. */
export interface DecisionTable<Output = unknown> {
  /** Where an editor finds the JSON Schema. */
  readonly $schema?: string;
  readonly id?: string;
  /** IANA zone of calendar periods, calendar windows and dates. */
  readonly zone?: string;
  /** Named conditions for the `where` of an input. */
  readonly define?: Readonly<Record<string, Condition>>;
  /** What the columns ask about. */
  readonly inputs: readonly (Subject | ElapsedSubject)[];
  readonly hit: HitPolicy;
  readonly rows: readonly TableRow<Output>[];
  /** The answer when no row matches; not with `collect`. */
  readonly otherwise?: Output;
}

/**
 * Which of the matching rows answer: the `first`; the only one, while two would be a conflict
 * (`unique`); or all of them (`collect`).
 */
export type HitPolicy = "first" | "unique" | "collect";

/** One row: a cell for each input, and the answer. */
export interface TableRow<Output = unknown> {
  readonly when: readonly TableCell[];
  readonly answer: Output;
}

/** What a row asks of an input. */
export type TableCell = "any" | Tests | ElapsedTests;

/** What a table says. */
export interface Decision<Output = unknown> {
  /**
   * `decided`; `none`: no row matches and there is no `otherwise`; `conflict`: several rows of a
   * `unique` table match; `unknown`: facts are missing that could change the answer.
   */
  readonly status: "decided" | "none" | "conflict" | "unknown";
  /** The answers: one of `first` and `unique`, any number of `collect`; empty unless decided. */
  readonly values: readonly Output[];
  /** The rows that match, from 0. */
  readonly rows: readonly number[];
  /** What would have to be known, where the answer is unknown; else empty. */
  readonly missing: readonly MissingFact[];
}
