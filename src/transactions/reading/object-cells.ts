/** The text of a value. What is no text and no number counts as empty: it cannot be an amount or a code. */
export function textCell(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "bigint" ? String(value) : "";
}

/** A value as an id: a number stays one, because it may have lost digits. */
export function idCell(value: unknown): string | number {
  return typeof value === "number" ? value : textCell(value);
}

/** A value as a date: an instant as epoch milliseconds, anything else as text. */
export function dateCell(value: unknown): string | number {
  if (typeof value !== "object" || value === null) return textCell(value);
  if (value instanceof Date) return Date.prototype.getTime.call(value);
  const { epochMilliseconds } = value as { readonly epochMilliseconds?: unknown };
  return typeof epochMilliseconds === "number" ? epochMilliseconds : "";
}
