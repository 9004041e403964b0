/** What may stand behind a key of the language. */
export type ValueKind =
  | "condition"
  | "conditions"
  | "name"
  | "path"
  | "field"
  | "source"
  | "orderedKind"
  | "window"
  | "operand"
  | "operands"
  | "literals"
  | "pattern"
  | "flag"
  | "elapsed"
  | "elapsedPair";

/** The keys of an object and what stands behind each. */
export type Keys = Readonly<Record<string, ValueKind>>;

/** One form of a condition; the key that names the form is required. */
export interface Form {
  /** What the form means, in one sentence, for editors. */
  readonly meaning: string;
  readonly required: Keys;
  readonly optional: Keys;
  /** For a leaf: the tests, of which at least one is given. */
  readonly tests?: Keys;
}

const TESTS = {
  eq: "operand",
  ne: "operand",
  lt: "operand",
  lte: "operand",
  gt: "operand",
  gte: "operand",
  in: "literals",
  between: "operands",
  matches: "pattern",
  contains: "operand",
  exists: "flag",
} as const satisfies Keys;

const ELAPSED_TESTS = {
  eq: "elapsed",
  ne: "elapsed",
  lt: "elapsed",
  lte: "elapsed",
  gt: "elapsed",
  gte: "elapsed",
  between: "elapsedPair",
} as const satisfies Keys;

const FILTER = { at: "field", within: "window", where: "condition" } as const satisfies Keys;
const FIELD_FILTER = { as: "orderedKind", ...FILTER } as const satisfies Keys;

/** The forms that combine conditions. */
const COMBINATIONS: Readonly<Record<string, Form>> = {
  and: { meaning: "Holds when every part holds", required: { and: "conditions" }, optional: {} },
  or: {
    meaning: "Holds when at least one part holds",
    required: { or: "conditions" },
    optional: {},
  },
  not: { meaning: "Holds when the part is false", required: { not: "condition" }, optional: {} },
  ref: {
    meaning: "Stands for a named condition of `define`",
    required: { ref: "name" },
    optional: {},
  },
};

/** The forms that name a value; also used, without tests, on the other side of a test. */
export const SUBJECTS: Readonly<Record<string, Form>> = {
  fact: {
    meaning: "The fact at a path",
    required: { fact: "path" },
    optional: { as: "orderedKind" },
    tests: TESTS,
  },
  count: {
    meaning: "The number of events of a list",
    required: { count: "path" },
    optional: FILTER,
    tests: TESTS,
  },
  sum: {
    meaning: "The sum of a field over the events of a list",
    required: { sum: "field", of: "path" },
    optional: FIELD_FILTER,
    tests: TESTS,
  },
  min: {
    meaning: "The smallest value of a field over the events of a list",
    required: { min: "field", of: "path" },
    optional: FIELD_FILTER,
    tests: TESTS,
  },
  max: {
    meaning: "The largest value of a field over the events of a list",
    required: { max: "field", of: "path" },
    optional: FIELD_FILTER,
    tests: TESTS,
  },
  last: {
    meaning: "The value of a field in the latest event of a list",
    required: { last: "field", of: "path" },
    optional: FIELD_FILTER,
    tests: TESTS,
  },
};

/** The forms that measure time against `asOf`. */
export const ELAPSED: Readonly<Record<string, Form>> = {
  since: {
    meaning: "The time that has passed since a date or instant",
    required: { since: "source" },
    optional: {},
    tests: ELAPSED_TESTS,
  },
  until: {
    meaning: "The time that is left until a date or instant",
    required: { until: "source" },
    optional: {},
    tests: ELAPSED_TESTS,
  },
};

/** Every form of a condition. */
export const CONDITIONS: Readonly<Record<string, Form>> = {
  ...COMBINATIONS,
  ...SUBJECTS,
  ...ELAPSED,
};
