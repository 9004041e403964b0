import { ClienteleError } from "../../core/errors.js";

/** The error for a row over `maxRowBytes`: most likely the file has no lines of orders at all. */
export function rowTooLong(line: number, maxRowBytes: number): ClienteleError {
  const limit = maxRowBytes.toLocaleString("en");
  const remedy = "check the file, or raise mapping.maxRowBytes";
  return new ClienteleError(
    "LIMIT_EXCEEDED",
    `line ${line} is longer than ${limit} bytes, so this is hardly a list of orders with one row per line; ${remedy}`,
    { where: `line ${line}`, expected: `at most ${maxRowBytes} bytes`, remedy },
  );
}
