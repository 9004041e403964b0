import { invalid } from "../core/errors.js";

/**
 * Refuses what is no object, and so has none of the named parts.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function checkParts(whole: object, where: string, parts: readonly string[]): void {
  if (typeof whole !== "object" || whole === null) {
    throw invalid(where, `an object with ${parts.join(" and ")}`, whole);
  }
}

/**
 * Refuses what is no object of columns with the given names.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function checkTable(table: object, where: string, columns: readonly string[]): void {
  checkParts(table, where, columns);
  for (const name of columns) {
    const column: unknown = Reflect.get(table, name);
    const length: unknown =
      typeof column === "object" && column !== null ? Reflect.get(column, "length") : undefined;
    if (!Number.isSafeInteger(length)) throw invalid(`${where}.${name}`, "an array", column);
  }
}
