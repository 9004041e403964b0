import type { ErrorDetails } from "./errors.js";

/** An answer, or an expected refusal with a stable code and the facts behind it. */
export type Outcome<T, Code extends string = string> = Accepted<T> | Refused<Code>;

/** The answer of an accepted request. */
export interface Accepted<T> {
  readonly ok: true;
  readonly value: T;
}

/** A refusal that the caller is expected to handle: not an exception. */
export interface Refused<Code extends string = string> {
  readonly ok: false;
  readonly code: Code;
  readonly message: string;
  readonly details: ErrorDetails;
}

/** Wraps an answer. */
export function accept<T>(value: T): Accepted<T> {
  return { ok: true, value };
}

/** Builds a refusal. */
export function refuse<Code extends string>(
  code: Code,
  message: string,
  details: ErrorDetails = {},
): Refused<Code> {
  return { ok: false, code, message, details };
}
