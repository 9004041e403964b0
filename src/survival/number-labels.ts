import { checkLength } from "../core/column.js";
import { invalid } from "../core/errors.js";

/** Labels as numbers. */
export interface NumberedLabels {
  /** The distinct labels, sorted by code unit, so that the order of rows does not matter. */
  readonly names: readonly string[];
  /** For each row, the place of its label in `names` from 1; 0 where it has none. */
  readonly numbers: Uint32Array;
}

/**
 * Numbers the labels of a column.
 *
 * @param mayMiss - whether a row may have no label, `undefined`
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH
 */
export function numberLabels(
  labels: ArrayLike<string | undefined>,
  where: string,
  { length, mayMiss }: { readonly length: number; readonly mayMiss: boolean },
): NumberedLabels {
  const expected = mayMiss ? "a name, or undefined where there was none" : "a name";
  if (typeof labels !== "object" || labels === null || typeof labels.length !== "number") {
    throw invalid(where, "an array of names", labels);
  }
  checkLength(labels, where, length);
  const found = new Map<string, number>();
  const numbers = new Uint32Array(length);
  for (let row = 0; row < length; row++) {
    const label = labels[row];
    if (label === undefined && mayMiss) continue;
    if (typeof label !== "string" || label === "")
      throw invalid(`${where}[${row}]`, expected, label);
    let number = found.get(label);
    if (number === undefined) {
      number = found.size + 1;
      found.set(label, number);
    }
    numbers[row] = number;
  }
  const names = [...found.keys()].sort();
  const places = new Uint32Array(found.size + 1);
  names.forEach((name, place) => {
    places[found.get(name)!] = place + 1;
  });
  return { names, numbers: numbers.map((number) => places[number] as number) };
}
