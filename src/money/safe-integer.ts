import { type ClienteleError, invalid } from "../core/errors.js";

/**
 * Refuses a number that is no integer, or an integer beyond which sums are no longer exact.
 *
 * @throws ClienteleError INVALID_ARGUMENT, UNSAFE_INTEGER
 */
export function checkSafeInteger(value: number, where: string): void {
  if (Number.isSafeInteger(value)) return;
  if (!Number.isInteger(value)) throw invalid(where, "a whole number", value);
  throw unsafeInteger(where, value);
}

/** The error for a whole number that is too large to be exact. */
export function unsafeInteger(where: string, value: number | bigint): ClienteleError {
  return invalid(where, "at most 2^53 - 1, to stay exact", value, { code: "UNSAFE_INTEGER" });
}
