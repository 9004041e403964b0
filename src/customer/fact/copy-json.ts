import type { JsonValue } from "../types.js";

/** A value that JSON can write, or the first place that it cannot. */
export type JsonCopy =
  | { readonly value: JsonValue; readonly problem?: undefined }
  | { readonly problem: JsonProblem };

/** A place that JSON cannot write. */
interface JsonProblem {
  readonly path: Path;
  /** What it must be instead. */
  readonly expected: string;
  readonly got: unknown;
}

type Path = readonly (string | number)[];

// Beyond these it is a mistake, a cycle, or an attack on the stack or the memory.
const DEEPEST = 50;
const MOST_VALUES = 100_000;

/** Copies what JSON can write into plain objects and arrays, reading each property once. */
export function copyJson(value: unknown): JsonCopy {
  let problem: JsonProblem | undefined;
  let valuesLeft = MOST_VALUES;

  const refuse = (path: Path, expected: string, got: unknown): null => {
    problem ??= { path, expected, got };
    return null;
  };

  const copy = (value: unknown, path: Path): JsonValue => {
    valuesLeft--;
    if (value === null || typeof value === "string" || typeof value === "boolean") return value;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    if (path.length > DEEPEST) return refuse(path, `at most ${DEEPEST} levels deep`, value);
    if (valuesLeft < 0) return refuse(path, `within the first ${MOST_VALUES} values`, value);
    if (Array.isArray(value)) return copyArray(value, path);
    if (isPlainObject(value)) return copyObject(value, path);
    return refuse(path, "a value that JSON can write", value);
  };

  const copyArray = (values: readonly unknown[], path: Path): JsonValue => {
    if (values.length > valuesLeft) return refuse(path, `at most ${MOST_VALUES} values`, values);
    return Array.from(values, (entry, index) => copy(entry, [...path, index]));
  };

  const copyObject = (fields: Readonly<Record<string, unknown>>, path: Path): JsonValue => {
    const kept: Record<string, JsonValue> = {};
    for (const key of Object.keys(fields)) {
      const field = fields[key];
      if (key === "__proto__") return refuse([...path, key], "under another name", field);
      if (field !== undefined) kept[key] = copy(field, [...path, key]);
    }
    return kept;
  };

  const copied = copy(value, []);
  return problem === undefined ? { value: copied } : { problem };
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  // The Object.prototype of any realm is the one object that has no prototype itself.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
