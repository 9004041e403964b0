import { findKnownColumn, type NamedRole, normalizeName } from "./known-column-names.js";
import type { ColumnReference, TransactionMapping } from "./mapping.js";
import { ambiguousColumn, missingColumn } from "./missing-column.js";

/** The parts of an order that a column can hold. */
export type ColumnRole = "customer" | "date" | "amount" | "currency" | "order" | "refundOf";

/** For each role, the index of its column; optional roles may be absent. */
export type ColumnIndexes = Readonly<Record<"customer" | "date" | "amount", number>> &
  Readonly<Partial<Record<"currency" | "order" | "refundOf", number>>>;

/** What the column of each role is called. */
export type ColumnNames = Partial<Record<ColumnRole, string>>;

/** The part of a mapping that says which column holds what. */
export type ColumnChoice = Pick<TransactionMapping, ColumnRole | "header">;

/**
 * Finds each role's column: by the mapping where it says so, otherwise by name.
 *
 * @param names - the header; for a source without one, `["1", "2", …]`
 * @throws ClienteleError MISSING_COLUMN, naming the columns that are there
 */
export function findColumns(names: readonly string[], choice: ColumnChoice): ColumnIndexes {
  const normalized = names.map(normalizeName);
  const given = (role: ColumnRole): number | undefined => {
    const reference = choice[role];
    if (reference === undefined) return undefined;
    const index = locateColumn(reference, names, normalized);
    if (index === undefined) throw missingColumn(role, names, choice);
    if (typeof reference === "string") refuseTwins(role, index, names);
    return index;
  };
  const byName = (role: NamedRole): number | undefined => {
    const index = findKnownColumn(role, normalized);
    if (index !== undefined) refuseTwins(role, index, names);
    return index;
  };
  const required = (role: "customer" | "date" | "amount"): number => {
    const index = given(role) ?? byName(role);
    if (index === undefined) throw missingColumn(role, names, choice);
    return index;
  };
  const currency = given("currency") ?? byName("currency");
  const order = given("order");
  const refundOf = given("refundOf");
  return {
    customer: required("customer"),
    date: required("date"),
    amount: required("amount"),
    ...(currency !== undefined && { currency }),
    ...(order !== undefined && { order }),
    ...(refundOf !== undefined && { refundOf }),
  };
}

/** The names of the columns that were found. */
export function namesByRole(names: readonly string[], columns: ColumnIndexes): ColumnNames {
  return Object.fromEntries(Object.entries(columns).map(([role, index]) => [role, names[index]!]));
}

/** The index of a column by its number, its exact name, a loosely equal name, or its number as text. */
export function locateColumn(
  reference: ColumnReference,
  names: readonly string[],
  normalized: readonly string[] = names.map(normalizeName),
): number | undefined {
  if (typeof reference === "number") return byNumber(reference, names);
  const exact = names.indexOf(reference);
  if (exact >= 0) return exact;
  const loose = normalizeName(reference);
  const index = loose === "" ? -1 : normalized.indexOf(loose);
  if (index >= 0) return index;
  return /^\d{1,7}$/.test(reference) ? byNumber(Number(reference), names) : undefined;
}

function byNumber(number: number, names: readonly string[]): number | undefined {
  return Number.isInteger(number) && number >= 1 && number <= names.length ? number - 1 : undefined;
}

/** A name that two columns bear says nothing. */
function refuseTwins(role: ColumnRole, index: number, names: readonly string[]): void {
  const twin = names.indexOf(names[index]!, index + 1);
  if (twin >= 0) throw ambiguousColumn(role, names[index]!, index + 1, twin + 1);
}
