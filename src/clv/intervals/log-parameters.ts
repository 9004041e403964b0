import { checkNumber } from "../../core/column.js";
import { ClienteleError, invalid } from "../../core/errors.js";
import type { Matrix } from "../../core/math/index.js";
import type { FitReport } from "../types.js";

/** Relative; the two differ by rounding only. */
const SAME = 1e-6;

/** What intervals read of a model with positive parameters: every fitted model of this module has it. */
export interface FittedParameterModel<Name extends string = string> {
  readonly kind: string;
  readonly params: Readonly<Record<Name, number>>;
  readonly fit: FitReport<Name>;
}

/** The parameters on a scale without bounds, with their covariance: logarithms, and coefficients as they are. */
export interface LogParameters<Name extends string> {
  readonly names: readonly Name[];
  readonly logs: readonly number[];
  readonly covariance: Matrix;
}

/**
 * Reads where a fit ended and how sure of it it is.
 *
 * @throws ClienteleError NOT_IDENTIFIED where the fit has no covariance; INVALID_ARGUMENT
 */
export function readLogParameters<Name extends string>(
  model: FittedParameterModel<Name>,
): LogParameters<Name> {
  const { params, fit } = checkFittedModel(model);
  const { parameterNames, logCovariance } = fit;
  if (logCovariance === undefined) {
    throw new ClienteleError(
      "NOT_IDENTIFIED",
      `The fit of ${model.kind} ended as ${fit.status} and has no covariance, so there is no interval; see fit.warnings, and profileIntervals for one that needs none`,
      { where: "model.fit.logCovariance", remedy: "Use profileIntervals, or a simpler model" },
    );
  }
  checkScale(model);
  return {
    names: parameterNames,
    logs: parameterNames.map((name) =>
      isCoefficient(name) ? params[name] : Math.log(params[name]),
    ),
    covariance: logCovariance,
  };
}

/** Whether a parameter is the coefficient of a covariate, which may be negative. */
export function isCoefficient(name: string): boolean {
  return name.startsWith("transaction.") || name.startsWith("dropout.");
}

/**
 * Refuses what is no model with a fit, positive parameters and finite coefficients.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function checkFittedModel<Name extends string>(
  model: FittedParameterModel<Name>,
): FittedParameterModel<Name> {
  if (typeof model !== "object" || model === null) throw invalid("model", "a fitted model", model);
  const { fit, params } = model;
  if (typeof fit !== "object" || fit === null || !Array.isArray(fit.parameterNames)) {
    throw invalid("model.fit", "the report of a fit", fit, {
      remedy: "Parameters alone do not say how sure they are: fit the model",
    });
  }
  if (typeof params !== "object" || params === null)
    throw invalid("model.params", "an object", params);
  for (const name of fit.parameterNames as readonly Name[]) {
    checkNumber(params[name], `model.params.${name}`, isCoefficient(name) ? "finite" : "positive");
  }
  return model;
}

/**
 * The delta method gives se = parameter · se(log) for what was searched on the scale of its logarithm;
 * a coefficient has one standard error only.
 */
function checkScale<Name extends string>({ params, fit }: FittedParameterModel<Name>): void {
  for (const name of fit.parameterNames) {
    const scale = isCoefficient(name) ? 1 : params[name];
    const wanted = scale * (fit.logStandardErrors?.[name] ?? NaN);
    const got = fit.standardErrors?.[name] ?? NaN;
    if (!(Math.abs(got - wanted) <= SAME * wanted)) {
      throw invalid(
        `model.fit.standardErrors.${name}`,
        `${wanted}, the parameter times its logStandardError`,
        got,
      );
    }
  }
}
