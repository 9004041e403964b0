import { checkColumn } from "../../core/column.js";
import { invalid } from "../../core/errors.js";
import type { CovariateColumns } from "./types.js";

export const SIDES = ["transaction", "dropout"] as const;
export type Side = (typeof SIDES)[number];

/** One covariate of one side in plain numbers. */
export interface Covariate {
  readonly side: Side;
  readonly name: string;
  /** Its path in errors, and the name of its coefficient behind `covariates.`. */
  readonly where: string;
  readonly values: Float64Array;
}

/**
 * Reads all covariates, transaction before dropout, in the order of their keys.
 *
 * @throws ClienteleError INVALID_ARGUMENT for what is no object of columns, and for a value that is not
 * a finite number, with its name and row; LENGTH_MISMATCH
 */
export function readCovariates(covariates: CovariateColumns, rows: number): Covariate[] {
  checkSides(covariates);
  return SIDES.flatMap((side) =>
    Object.entries(covariates[side] ?? {}).map(([name, column]): Covariate => {
      const where = `covariates.${side}.${name}`;
      checkColumn(column, where, "finite", rows);
      return { side, name, where, values: Float64Array.from(column) };
    }),
  );
}

/**
 * Reads the covariates that a model asks for; others are left alone.
 *
 * @throws ClienteleError INVALID_ARGUMENT where one is missing, by its name, and as above
 */
export function readNamedCovariates(
  covariates: CovariateColumns | undefined,
  wanted: Readonly<Record<Side, readonly { readonly name: string }[]>>,
  rows: number,
): Covariate[] {
  const asked = SIDES.flatMap((side) => wanted[side].map(({ name }) => `${side}.${name}`));
  if (covariates === undefined) {
    throw invalid("histories.covariates", `columns for ${asked.join(", ")}`, undefined, {
      remedy: "This model was fitted with covariates; give those of these customers",
    });
  }
  checkSides(covariates);
  return SIDES.flatMap((side) =>
    wanted[side].map(({ name }): Covariate => {
      const columns = covariates[side] ?? {};
      const where = `covariates.${side}.${name}`;
      const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
      if (column === undefined) throw invalid(where, "a column of numbers", undefined);
      checkColumn(column, where, "finite", rows);
      return { side, name, where, values: Float64Array.from(column) };
    }),
  );
}

function checkSides(covariates: CovariateColumns): void {
  const expected = "an object with named columns under transaction, dropout or both";
  if (typeof covariates !== "object" || covariates === null) {
    throw invalid("histories.covariates", expected, covariates);
  }
  for (const key of Object.keys(covariates)) {
    const side = covariates[key as Side];
    const isColumns = typeof side === "object" && side !== null && !Array.isArray(side);
    if (!SIDES.includes(key as Side)) throw invalid(`covariates.${key}`, expected, side);
    if (side !== undefined && !isColumns) {
      throw invalid(`covariates.${key}`, "an object of named columns", side);
    }
  }
}
