import { checkNumber } from "../../core/column.js";
import { ClienteleError, invalid } from "../../core/errors.js";
import type { ComparableModel } from "./compare-models.js";
import { familyOfKind, nameOfKind } from "./model-relations.js";

/**
 * Refuses models whose likelihoods are not of the same data, as far as their reports tell.
 *
 * @throws ClienteleError INVALID_ARGUMENT, INVALID_DATA
 */
export function checkComparable(models: readonly ComparableModel[]): void {
  if (!Array.isArray(models) || models.length < 2) {
    throw invalid("models", "an array of two or more fitted models", models);
  }
  models.forEach(checkFitted);
  const [first, ...others] = models as [ComparableModel, ...ComparableModel[]];
  const timed = models.filter(({ timing }) => timing !== undefined);
  for (const other of timed) {
    if (other.timing === timed[0]!.timing) continue;
    const reason =
      "one likelihood includes all gaps between purchases, the other the last one only";
    throw different(timed[0]!, other, reason);
  }
  for (const other of others) {
    if (familyOfKind(other.kind) !== familyOfKind(first.kind)) {
      throw different(first, other, "they are models of different things");
    }
    if (other.timeUnit !== first.timeUnit) {
      throw different(first, other, `their times are in ${first.timeUnit} and ${other.timeUnit}`);
    }
    for (const fact of ["customers", "distinctRows"] as const) {
      if (other.fit[fact] !== first.fit[fact]) {
        throw different(first, other, `${fact} is ${first.fit[fact]} and ${other.fit[fact]}`);
      }
    }
  }
}

function checkFitted(model: ComparableModel, index: number): void {
  const where = `models[${index}]`;
  if (typeof model !== "object" || model === null || typeof model.kind !== "string") {
    throw invalid(where, "a fitted model", model);
  }
  const { fit } = model;
  if (typeof fit !== "object" || fit === null || !Array.isArray(fit.parameterNames)) {
    throw invalid(`${where}.fit`, "the report of a fit", fit, {
      remedy: "Parameters alone have no likelihood to compare: fit the model",
    });
  }
  if (fit.prior !== undefined) {
    throw new ClienteleError(
      "INVALID_DATA",
      `${where} was fitted with a prior: its likelihood is not the highest that the model reaches, and cannot be compared as if it were`,
      { where: `${where}.fit.prior`, remedy: "Fit it without the prior to compare it" },
    );
  }
  for (const name of ["logLikelihood", "aic", "bic", "customers"] as const) {
    checkNumber(fit[name], `${where}.fit.${name}`);
  }
}

function different(first: ComparableModel, other: ComparableModel, reason: string): ClienteleError {
  const names = `${nameOfKind(first.kind)} and ${nameOfKind(other.kind)}`;
  return new ClienteleError(
    "INVALID_DATA",
    `${names} were not fitted to the same data: ${reason}; fit both to the same histories`,
    { where: "models", got: reason, remedy: "Fit both to the same histories" },
  );
}
