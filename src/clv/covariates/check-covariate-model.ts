import { checkNumber } from "../../core/column.js";
import { invalid } from "../../core/errors.js";
import { checkParameterModel } from "../check-model.js";
import type { ParameterModel } from "../types.js";
import { COVARIATE_KINDS } from "./covariate-kinds.js";
import { SIDES } from "./read-covariates.js";
import type { CovariateModel } from "./types.js";

/** Whether a value says that it is a model with covariates. */
export function isCovariateModel(model: { readonly kind: string }): model is CovariateModel {
  const kind: unknown = model?.kind;
  return typeof kind === "string" && Object.hasOwn(COVARIATE_KINDS, kind);
}

/**
 * Refuses a value that is not a whole model with covariates.
 *
 * @throws ClienteleError INVALID_ARGUMENT, UNSUPPORTED_VERSION
 */
export function checkCovariateModel(model: CovariateModel): void {
  const { plan } = COVARIATE_KINDS[model.kind];
  const names = plan.parameters.map(({ name }) => name);
  checkParameterModel(model as ParameterModel<string, string>, model.kind, names);
  const params = model.params as Readonly<Record<string, number>>;
  const { covariates } = model;
  if (typeof covariates !== "object" || covariates === null) {
    throw invalid("model.covariates", "an object with transaction and dropout", covariates);
  }
  for (const side of SIDES) {
    const listed = covariates[side];
    if (!Array.isArray(listed)) throw invalid(`model.covariates.${side}`, "an array", listed);
    listed.forEach((each, index) => {
      const where = `model.covariates.${side}[${index}]`;
      if (typeof each?.name !== "string") throw invalid(`${where}.name`, "a string", each?.name);
      checkNumber(each.center, `${where}.center`);
      checkNumber(params[`${side}.${each.name}`]!, `model.params.${side}.${each.name}`);
    });
  }
}
