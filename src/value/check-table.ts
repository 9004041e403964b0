import { invalid } from "../core/errors.js";

/**
 * Refuses what is no object of columns with the given names.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function checkTable(table: object, where: string, columns: readonly string[]): void {
  if (typeof table !== "object" || table === null) {
    throw invalid(where, `an object with ${columns.join(" and ")}`, table);
  }
  for (const name of columns) {
    const column: unknown = Reflect.get(table, name);
    const length: unknown =
      typeof column === "object" && column !== null ? Reflect.get(column, "length") : undefined;
    if (!Number.isSafeInteger(length)) throw invalid(`${where}.${name}`, "an array", column);
  }
}
