/** One order as an object; its keys are the columns. */
export type RowObject = Readonly<Record<string, unknown>>;

/** True for objects that are rows: no arrays. */
export function isRowObject(value: unknown): value is RowObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object a line of NDJSON holds; `undefined` for anything else. */
export function parseObject(text: string): RowObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRowObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
