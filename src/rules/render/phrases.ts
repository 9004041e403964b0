import type { Period } from "../../core/period.js";
import type { CalendarUnit, TestName } from "../types.js";

/** How one language says what a rule says; every part is already a text. */
export interface Phrases {
  readonly and: (parts: readonly string[]) => string;
  readonly or: (parts: readonly string[]) => string;
  readonly not: (part: string) => string;
  /** What no condition at all asks: nothing to meet, or nothing to choose from. */
  readonly always: string;
  readonly never: string;
  readonly grouped: (part: string) => string;

  /** A list with the window and the condition of its events. */
  readonly events: (events: EventsPhrase) => string;
  readonly countOf: (events: string) => string;
  readonly summaryOf: (
    operation: "sum" | "min" | "max" | "last",
    field: string,
    events: string,
  ) => string;
  readonly elapsed: (direction: "since" | "until", moment: string) => string;

  readonly rolling: (period: string) => string;
  readonly ever: string;
  readonly calendar: (unit: CalendarUnit, back: number) => string;
  readonly dates: (from: string | undefined, to: string | undefined) => string;
  readonly period: (period: Period) => string;

  /** A subject with everything that is asked of it. */
  readonly asked: (subject: string, questions: readonly string[]) => string;
  /** What a test asks; `wanted` is false for the contrary. */
  readonly question: (test: AskedTest, values: readonly string[], wanted: boolean) => string;
  readonly exists: (wanted: boolean) => string;
  readonly truth: (value: boolean) => string;
  readonly unknown: string;
  readonly days: (days: number) => string;
  /** A test with the value that there is. */
  readonly now: (test: string, actual: string) => string;

  readonly moreEvents: (count: number, events: EventsPhrase) => string;
  readonly fewerEvents: (count: number, events: EventsPhrase) => string;
  /** One more event by which a summary comes to meet its test. */
  readonly newEvent: (events: EventsPhrase, test: string) => string;
  readonly moreOf: (amount: string, field: string, events: string) => string;
  readonly wait: (time: string) => string;

  readonly sentences: (sentences: readonly string[]) => string;
  readonly holds: (reasons: readonly string[]) => string;
  readonly fails: (reasons: readonly string[]) => string;
  readonly isUnknown: (reasons: readonly string[]) => string;
  readonly wouldHold: (changes: readonly string[]) => string;
  readonly missing: (path: string, why: "missing" | "unusable" | "empty") => string;
}

/** A test that compares with values. */
export type AskedTest = Exclude<TestName, "exists">;

/** The parts of a phrase about events, for languages that put a number into it. */
export interface EventsPhrase {
  readonly list: string;
  readonly window: string | undefined;
  readonly where: string | undefined;
}
