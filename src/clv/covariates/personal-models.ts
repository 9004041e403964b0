import { ClienteleError } from "../../core/errors.js";
import type { PurchaseModel } from "../types.js";
import { checkCovariateModel } from "./check-covariate-model.js";
import { COVARIATE_KINDS } from "./covariate-kinds.js";
import { groupProfiles } from "./group-profiles.js";
import { readNamedCovariates, SIDES, type Side } from "./read-covariates.js";
import type { CovariateColumns, CovariateModel } from "./types.js";

/** The model of customers with the same covariates, and where they stand. */
export interface PersonalModel {
  readonly model: PurchaseModel;
  readonly rows: Int32Array;
}

/**
 * The models of customers, without covariates: theirs are in the parameters.
 *
 * @throws ClienteleError INVALID_ARGUMENT where a covariate of the model is missing, by name, or is no
 * number; LENGTH_MISMATCH, UNSUPPORTED_VERSION; OUT_OF_RANGE for covariates so extreme that no
 * parameters belong to them
 */
export function personalModels(
  model: CovariateModel,
  covariates: CovariateColumns | undefined,
  rows: number,
): PersonalModel[] {
  checkCovariateModel(model);
  const { plainKind, link, plan } = COVARIATE_KINDS[model.kind];
  const names = plan.parameters.map(({ name }) => name);
  const params = model.params as Readonly<Record<string, number>>;
  const point = names.map((name) => Math.log(params[name]!));
  const columns = readNamedCovariates(covariates, model.covariates, rows);
  const effects = SIDES.flatMap((side) =>
    model.covariates[side].map(({ name, center }) => ({
      side,
      center,
      coefficient: params[`${side}.${name}`]!,
    })),
  );
  return groupProfiles(columns, rows).map(({ values, rows: own }) => {
    const move = (wanted: Side): number =>
      effects.reduce(
        (sum, { side, center, coefficient }, index) =>
          side === wanted ? sum + coefficient * (values[index]! - center) : sum,
        0,
      );
    const moved = link.pointAt(point, move("transaction"), move("dropout")).map(Math.exp);
    if (!moved.every((value) => value > 0 && value < Infinity)) throw tooExtreme(own[0]!);
    const personal = Object.fromEntries(names.map((name, index) => [name, moved[index]]));
    const { version, timeUnit } = model;
    return {
      model: { kind: plainKind, version, timeUnit, params: personal } as unknown as PurchaseModel,
      rows: own,
    };
  });
}

function tooExtreme(row: number): ClienteleError {
  return new ClienteleError(
    "OUT_OF_RANGE",
    `The covariates of row ${row} are so far from those of the fit that no parameters belong to them`,
    { where: `covariates row ${row}`, remedy: "Check the unit of the covariates" },
  );
}
