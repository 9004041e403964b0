import { ClienteleError } from "../../core/errors.js";
import { dot } from "../../core/math/matrix.js";
import type { Covariate } from "./read-covariates.js";

/** What is left of a covariate after the others, as a share of its variance, below which it tells nothing new. */
const NOTHING_NEW = 1e-9;

/** A covariate with what its coefficient is measured by. */
export interface StandardCovariate extends Covariate {
  /** Mean of the customers. */
  readonly center: number;
  /** Standard deviation of the customers. */
  readonly spread: number;
}

/**
 * Measures covariates and refuses those whose coefficient no data can tell.
 *
 * @param weight - customers per row
 * @throws ClienteleError INVALID_DATA for a covariate that is constant, or a linear combination of
 * others of its side, by name
 */
export function standardizeCovariates(
  covariates: readonly Covariate[],
  weight: Float64Array,
): StandardCovariate[] {
  const customers = weight.reduce((sum, each) => sum + each, 0);
  const standard = covariates.map((covariate): StandardCovariate => {
    const { values, where } = covariate;
    const center = dot(values, weight) / customers;
    const squares = values.map((value) => (value - center) ** 2);
    const spread = Math.sqrt(dot(squares, weight) / customers);
    const size = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (!(spread > 1e-12 * size)) {
      throw unusable(where, "is the same for all customers, so that it explains nothing");
    }
    if (!(spread < Infinity)) throw unusable(where, "is too large to be measured");
    return { ...covariate, center, spread };
  });
  checkIndependent(standard, weight, customers);
  return standard;
}

/** Gram and Schmidt's method, twice over for the last digits, side by side. */
function checkIndependent(
  covariates: readonly StandardCovariate[],
  weight: Float64Array,
  customers: number,
): void {
  const bases: { side: string; vector: Float64Array; where: string }[] = [];
  for (const { side, values, center, spread, where } of covariates) {
    let rest = values.map(
      (value, row) => (Math.sqrt(weight[row]! / customers) * (value - center)) / spread,
    );
    const others = bases.filter((base) => base.side === side);
    for (const { vector } of [...others, ...others]) {
      const share = dot(rest, vector);
      rest = rest.map((value, row) => value - share * vector[row]!);
    }
    const square = dot(rest, rest);
    if (!(square > NOTHING_NEW)) {
      const names = others.map((other) => other.where).join(", ");
      throw unusable(
        where,
        `is a linear combination of ${names}, so that their effects cannot be told apart`,
      );
    }
    const length = Math.sqrt(square);
    bases.push({ side, where, vector: rest.map((value) => value / length) });
  }
}

function unusable(where: string, reason: string): ClienteleError {
  return new ClienteleError("INVALID_DATA", `${where} ${reason}`, {
    where,
    got: reason,
    remedy: "Leave it out",
  });
}
