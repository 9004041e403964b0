import { ClienteleError } from "../../core/errors.js";
import { maskMessage } from "./mask-message.js";
import { isFieldName, maskValue, shapeOf } from "./mask-value.js";
import type { StandardIssue } from "./standard-schema.js";

/** One thing that is wrong with a customer; nothing in it repeats a value of the customer. */
export interface CustomerProblem {
  /** Keys and indices from the customer down; a key that looks like data is masked. */
  readonly path: readonly (string | number)[];
  /** The path as text: `customer.contactPoints[0].address`. */
  readonly where: string;
  /** Completes "must be …". */
  readonly expected: string;
  /** The shape of what is there. */
  readonly got: string;
}

/** What is read of an issue of the library's own schemas. */
export interface SchemaIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly input?: unknown;
  readonly keys?: readonly string[];
  readonly discriminator?: string | undefined;
}

const UNKNOWN_FIELD = "left out: there is no such field, and fields of your own belong in custom";

/** The problems behind an issue of the library's own schemas, whose messages are expectations. */
export function describeSchemaIssue(issue: SchemaIssue): CustomerProblem[] {
  const { path, message, input, keys, discriminator } = issue;
  if (keys !== undefined) {
    return keys.map((key) => problem([...path, key], UNKNOWN_FIELD, readKey(input, key)));
  }
  const got = discriminator === undefined ? input : readKey(input, discriminator);
  return [problem(path, message, got)];
}

/** The problem behind an issue that the validator of the custom fields found. */
export function describeCustomIssue(issue: StandardIssue, custom: unknown): CustomerProblem {
  const path = (issue.path ?? []).map((step) => (typeof step === "object" ? step.key : step));
  const message = maskMessage(String(issue.message), custom);
  return problem(
    ["custom", ...path],
    `as its schema asks (${message})`,
    path.reduce(readKey, custom),
  );
}

function problem(path: readonly PropertyKey[], expected: string, got: unknown): CustomerProblem {
  const shown = path.map((step) => {
    if (typeof step === "number") return step;
    const key = String(step);
    return isFieldName(key) ? key : shapeOf(key);
  });
  return { path: shown, where: writePath(shown), expected, got: maskValue(got) };
}

function writePath(path: readonly (string | number)[]): string {
  const steps = path.map((step) => {
    if (typeof step === "number") return `[${step}]`;
    return isFieldName(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
  });
  return `customer${steps.join("")}`;
}

function readKey(value: unknown, key: PropertyKey): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

const MOST_IN_MESSAGE = 5;
const MOST_IN_DETAILS = 100;

/** The error that names every problem: the first ones in the message, many more in the details. */
export function invalidCustomer(problems: readonly CustomerProblem[]): ClienteleError {
  const [first] = problems;
  const sentences = problems
    .slice(0, MOST_IN_MESSAGE)
    .map(({ where, expected, got }) => `${where} must be ${expected}, got ${got}`);
  const rest = problems.length - sentences.length;
  if (rest > 0) sentences.push(`and ${rest} more`);
  return new ClienteleError("INVALID_DATA", sentences.join("; "), {
    where: first?.where ?? "customer",
    expected: first?.expected ?? "valid",
    got: first?.got ?? "",
    problems: problems.slice(0, MOST_IN_DETAILS),
    problemCount: problems.length,
  });
}
