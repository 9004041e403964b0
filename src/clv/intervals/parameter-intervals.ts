import { checkLevel } from "../../core/check-level.js";
import { normalQuantile } from "../../core/math/index.js";
import { withDefaults } from "../../core/options.js";
import { type FittedParameterModel, isCoefficient, readLogParameters } from "./log-parameters.js";
import { LEVEL_DEFAULTS, type LevelOptions } from "./options.js";
import type { ParameterInterval } from "./types.js";

/**
 * Wald intervals of the parameters on the scale of their logarithms, estimate · e^(±z se): never
 * below 0, and as wide above as the data leave it open; of coefficients estimate ± z se. Where they are so wide that the likelihood
 * is far from a parabola, `profileIntervals` is better.
 *
 * @param model - fitted, with covariates or without
 * @param options - `level` (default 0.95)
 * @returns an interval for each parameter
 * @throws ClienteleError NOT_IDENTIFIED where the fit has no covariance; INVALID_ARGUMENT,
 * UNKNOWN_OPTION
 * @example
 * parameterIntervals(fitParetoNbd(histories)).beta; //=> { estimate: 11.67, low: 4.11, high: 33.1 }
 */
export function parameterIntervals<Name extends string>(
  model: FittedParameterModel<Name>,
  options: Partial<LevelOptions> = {},
): Record<Name, ParameterInterval> {
  const { level } = withDefaults(LEVEL_DEFAULTS, options);
  checkLevel(level);
  const { names, covariance } = readLogParameters(model);
  const z = -normalQuantile((1 - level) / 2);
  const intervals = names.map((name, index): [Name, ParameterInterval] => {
    const estimate = model.params[name];
    const error = z * Math.sqrt(covariance[index]?.[index] as number);
    if (isCoefficient(name))
      return [name, { estimate, low: estimate - error, high: estimate + error }];
    const factor = Math.exp(error);
    return [name, { estimate, low: estimate / factor, high: estimate * factor }];
  });
  return Object.fromEntries(intervals) as Record<Name, ParameterInterval>;
}
