import { invalid } from "./errors.js";

/** Any array-like of numbers: an array, a typed array, an Arrow vector's array. */
export type NumberColumn = ArrayLike<number>;

/** Any array-like of strings. */
export type StringColumn = ArrayLike<string>;

/** What {@link checkColumn} asks of every value. */
export type NumberRule = "finite" | "nonNegative" | "positive" | "integer" | "count";

const RULES: Readonly<Record<NumberRule, readonly [(value: number) => boolean, string]>> = {
  finite: [Number.isFinite, "a finite number"],
  nonNegative: [(value) => value >= 0 && value < Infinity, "a non-negative number"],
  positive: [(value) => value > 0 && value < Infinity, "a positive number"],
  integer: [Number.isSafeInteger, "a safe integer"],
  count: [(value) => value >= 0 && Number.isSafeInteger(value), "a non-negative integer"],
};

/**
 * Refuses a column that is not array-like, has the wrong length, or holds a value against the rule.
 *
 * @param values - the column
 * @param where - its name in the error, such as `values`
 * @param rule - what each value must be
 * @param length - the length it must have, where another column sets it
 * @throws ClienteleError INVALID_ARGUMENT with the first offending index; LENGTH_MISMATCH
 */
export function checkColumn(
  values: NumberColumn,
  where: string,
  rule: NumberRule = "finite",
  length?: number,
): void {
  if (!isArrayLike(values)) throw invalid(where, "an array or a typed array of numbers", values);
  checkLength(values, where, length);
  const [holds, expected] = RULES[rule];
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    if (typeof value !== "number" || !holds(value)) {
      throw invalid(`${where}[${index}]`, expected, value);
    }
  }
}

/**
 * Refuses one number that breaks the rule.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function checkNumber(value: number, where: string, rule: NumberRule = "finite"): void {
  const [holds, expected] = RULES[rule];
  if (typeof value !== "number" || !holds(value)) throw invalid(where, expected, value);
}

/**
 * Refuses a value that is not one of the listed words.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function checkOneOf<Word extends string>(
  value: Word,
  where: string,
  words: readonly Word[],
): void {
  if (!words.includes(value)) throw invalid(where, `one of ${words.join(", ")}`, value);
}

/**
 * Refuses a column whose length is not the given one.
 *
 * @throws ClienteleError LENGTH_MISMATCH
 */
export function checkLength(
  values: ArrayLike<unknown>,
  where: string,
  length: number | undefined,
): void {
  if (length !== undefined && values.length !== length) {
    throw invalid(where, `of length ${length}`, values.length, { code: "LENGTH_MISMATCH" });
  }
}

function isArrayLike(values: unknown): values is ArrayLike<unknown> {
  if (typeof values !== "object" || values === null) return false;
  const length = (values as { length?: unknown }).length;
  return typeof length === "number" && Number.isSafeInteger(length) && length >= 0;
}
