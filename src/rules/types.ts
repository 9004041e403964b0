/** True, false, or unknown (`undefined`): unknown when a fact is missing or cannot be used. */
export type Truth = boolean | undefined;

/** What is known about one customer, order or agent: plain JSON, read by own properties only. */
export type Facts = object;

/** A rule: a condition with the names and the time zone it needs. Plain JSON, never code. */
export interface Rule {
  /** Where an editor finds the JSON Schema. */
  readonly $schema?: string;
  /** The name under which the rule is published. */
  readonly id?: string;
  /** IANA zone of calendar periods, calendar windows and dates, such as `Asia/Shanghai`. */
  readonly zone?: string;
  /** Named conditions that `ref` points to; no cycles. */
  readonly define?: Readonly<Record<string, Condition>>;
  /** What must hold. */
  readonly when: Condition;
}

/** One condition: a combination of conditions, a name, or a test of a subject. */
export type Condition = And | Or | Not | Ref | Leaf;

/** Holds when every part holds; without parts, always. */
export interface And {
  readonly and: readonly Condition[];
}

/** Holds when at least one part holds; without parts, never. */
export interface Or {
  readonly or: readonly Condition[];
}

/** Holds when the part is false; unknown stays unknown. */
export interface Not {
  readonly not: Condition;
}

/** Stands for the condition of that name in `define`. */
export interface Ref {
  readonly ref: string;
}

/** A subject and what is asked of it; several tests must all hold: `{ fact: "age", gte: 18, lt: 65 }`. */
export type Leaf = (Subject & Tests) | (ElapsedSubject & ElapsedTests);

/** A value to test: a fact, or a summary of a list of events. */
export type Subject = FactSubject | CountSubject | FieldSubject;

/** The value at a path, such as `address.city`; inside `where`, `$.` reads from the whole facts. */
export interface FactSubject {
  readonly fact: string;
  /** How to read both sides when neither says: only needed to compare two paths. */
  readonly as?: OrderedKind;
}

/** Which events of a list are meant. */
export interface EventFilter {
  /** The field with the time of an event; by default `at`. */
  readonly at?: string;
  /** Only events inside this window; without it, every item of the list, whatever its time. */
  readonly within?: Window;
  /** Only events for which this holds; its paths start at the event. */
  readonly where?: Condition;
}

/** How many events there are. */
export interface CountSubject extends EventFilter {
  readonly count: string;
}

/** Sum, smallest, largest or latest value of one field over the events of the list `of`. */
export type FieldSubject = EventFilter & {
  readonly of: string;
  readonly as?: OrderedKind;
} & (
    | { readonly sum: string }
    | { readonly min: string }
    | { readonly max: string }
    | { readonly last: string }
  );

/** The time that has passed since, or is left until, a date or instant. */
export type ElapsedSubject =
  | { readonly since: string | Subject }
  | { readonly until: string | Subject };

/**
 * A stretch of time that ends at `asOf`.
 * - an ISO 8601 period (`P30D`): an event counts from its instant until that long after it;
 * - `ever`: everything up to `asOf`;
 * - a calendar unit of the rule's zone, `back` units ago (0, the default, is the current one);
 * - fixed local dates, from the start of `from` to the start of `to`.
 */
export type Window = string | CalendarWindow | DateWindow;

/** A calendar unit of the rule's zone; weeks start on Monday (ISO 8601). */
export interface CalendarWindow {
  readonly calendar: CalendarUnit;
  readonly back?: number;
}

/** Local dates `[from, to)` of the rule's zone. */
export interface DateWindow {
  readonly from?: string;
  readonly to?: string;
}

/** The units of a calendar window. */
export type CalendarUnit = "day" | "week" | "month" | "quarter" | "year";

/** What can be asked of a subject; at least one test, and all of them must hold. */
export interface Tests {
  readonly eq?: Operand;
  readonly ne?: Operand;
  readonly lt?: Operand;
  readonly lte?: Operand;
  readonly gt?: Operand;
  readonly gte?: Operand;
  /** Equal to one of these. */
  readonly in?: readonly Literal[];
  /** From the first to the second, both included. */
  readonly between?: readonly [Operand, Operand];
  /** The whole text has this form; see {@link compilePattern}. */
  readonly matches?: string;
  /** The list holds this value. */
  readonly contains?: Operand;
  /** Whether there is a value at all: never unknown for a fact. */
  readonly exists?: boolean;
}

/** What can be asked of elapsed time. */
export interface ElapsedTests {
  readonly eq?: ElapsedOperand;
  readonly ne?: ElapsedOperand;
  readonly lt?: ElapsedOperand;
  readonly lte?: ElapsedOperand;
  readonly gt?: ElapsedOperand;
  readonly gte?: ElapsedOperand;
  readonly between?: readonly [ElapsedOperand, ElapsedOperand];
}

/** The name of a test. */
export type TestName = keyof Tests;

/** The other side of a test: a value written in the rule, or another subject. */
export type Operand = Literal | Subject;

/** An ISO 8601 period, or a fact that holds one. */
export type ElapsedOperand = string | FactSubject;

/** A value written in a rule. A bare string is text; dates, instants and periods say so. */
export type Literal =
  | boolean
  | number
  | string
  | MoneyLiteral
  | { readonly date: string }
  | { readonly instant: string }
  | { readonly period: string };

/** An amount in minor units (cents, fen) of an ISO 4217 currency. */
export interface MoneyLiteral {
  readonly minor: number;
  readonly currency: string;
}

/** The kinds of single values. Text and booleans are only equal or not; the others have an order. */
export type Kind = "boolean" | "text" | OrderedKind;

/** The kinds of values that have an order. */
export type OrderedKind = "number" | "money" | "date" | "instant" | "period";
