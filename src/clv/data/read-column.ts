import type { NumberColumn, StringColumn } from "../../core/column.js";
import { ClienteleError, describeValue, invalid } from "../../core/errors.js";

/**
 * A column as plain numbers, whatever they are.
 *
 * @param where - its name in errors
 * @param rows - the length it must have, where another column sets it
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH
 */
export function readColumn(column: NumberColumn, where: string, rows?: number): Float64Array {
  const length = typeof column === "object" && column !== null ? column.length : undefined;
  if (!(typeof length === "number" && Number.isSafeInteger(length) && length >= 0)) {
    throw invalid(where, "an array or a typed array of numbers", column);
  }
  if (rows !== undefined && length !== rows) {
    throw invalid(where, `of length ${rows}`, length, { code: "LENGTH_MISMATCH" });
  }
  if (column instanceof Float64Array) return column;
  const numbers = new Float64Array(length);
  for (let row = 0; row < length; row++) {
    const value = column[row];
    if (typeof value !== "number") throw invalid(`${where}[${row}]`, "a number", value);
    numbers[row] = value;
  }
  return numbers;
}

/** A number of customers, purchases or opportunities. */
export function isCount(value: number): boolean {
  return value >= 0 && Number.isSafeInteger(value);
}

/** The error about a row that cannot be, by the customer's name where there is one. */
export function impossibleRow(
  row: number,
  fault: string,
  ids: StringColumn | undefined,
): ClienteleError {
  const id = ids?.[row];
  const who =
    id === undefined ? `The customer in row ${row}` : `Customer ${describeValue(id)} in row ${row}`;
  return new ClienteleError("INVALID_DATA", `${who} cannot be: ${fault}`, {
    where: who,
    got: fault,
  });
}
