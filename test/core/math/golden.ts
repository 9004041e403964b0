import { readFileSync } from "node:fs";

/** One row of a golden table: the arguments, then the values. */
export type GoldenRow = readonly number[];

/** Reads the tables of one family from test/golden/math. */
export function readGolden(family: string): Readonly<Record<string, readonly GoldenRow[]>> {
  const path = new URL(`../../golden/math/${family}.json`, import.meta.url);
  const { origin, ...tables } = JSON.parse(readFileSync(path, "utf8"));
  if (!/^mpmath/.test(origin)) throw new Error(`${family}.json does not state its origin`);
  return tables;
}

/** |got - expected| / |expected|; 0 when both are the same, infinite when got is NaN. */
export function relativeError(got: number, expected: number): number {
  return scaledError(got, expected, Math.abs(expected));
}

/** |got - expected| / max(1, |expected|): relative for large values, absolute for small ones. */
export function mixedError(got: number, expected: number): number {
  return scaledError(got, expected, Math.max(1, Math.abs(expected)));
}

function scaledError(got: number, expected: number, scale: number): number {
  if (got === expected) return 0;
  const error = Math.abs(got - expected) / scale;
  return Number.isNaN(error) ? Infinity : error;
}

/** The rows whose error is over the bound, each with what was got: empty when all is well. */
export function rowsBeyond(
  rows: readonly GoldenRow[],
  bound: number,
  compute: (...args: number[]) => number,
  error: (got: number, expected: number) => number = relativeError,
): readonly unknown[] {
  if (rows.length === 0) throw new Error("an empty table proves nothing");
  return rows
    .map((row) => {
      const expected = row[row.length - 1] as number;
      const got = compute(...row.slice(0, -1));
      return { row, got, error: error(got, expected) };
    })
    .filter((outcome) => outcome.error > bound);
}
