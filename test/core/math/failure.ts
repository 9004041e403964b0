import { ClienteleError } from "../../../src/core/errors.js";

/** The ClienteleError that the call throws; anything else fails the test. */
export function failure(call: () => unknown): ClienteleError {
  try {
    call();
  } catch (error) {
    if (error instanceof ClienteleError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
