import { type ClienteleError, invalid } from "../../core/index.js";
import type { Entry } from "./entry-types.js";

/** The error for an entry that does not follow from its account; it names the entry and the part. */
export function brokenEntry(
  entry: Entry,
  part: string,
  expected: string,
  got: unknown,
): ClienteleError {
  return invalid(`entry ${entry?.sequence}.${part}`, expected, got, { code: "INVALID_DATA" });
}
