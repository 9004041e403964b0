import { checkLevel } from "../../core/check-level.js";
import { checkColumn, checkOneOf } from "../../core/column.js";
import { invalid } from "../../core/errors.js";
import { withDefaults } from "../../core/options.js";
import { seededRandom } from "../../core/random.js";
import { deltaIntervals } from "./delta-intervals.js";
import { drawnIntervals } from "./drawn-intervals.js";
import { type FittedParameterModel, isCoefficient, readLogParameters } from "./log-parameters.js";
import { EXPECTATION_DEFAULTS, type ExpectationOptions } from "./options.js";
import type { PredictionIntervals } from "./types.js";

const MOST_DRAWS = 100_000;

/**
 * Intervals around any prediction for what is not known of the parameters: where the expectation
 * itself lies. A customer's outcome scatters around it far more; see `outcomeIntervals`.
 *
 * @param model - fitted, with covariates or without
 * @param predict - the prediction as a function of a model; it is called with others near by
 * @param options - `level` (default 0.95), `method` (`delta` or `draws`), `scale` (`logit` for
 * probabilities), `draws`, `random`
 * @returns for each prediction the estimate and its bounds; `delta` leaves 0, and 1 on the logit
 * scale, without width
 * @throws ClienteleError NOT_IDENTIFIED where the fit has no covariance; INVALID_ARGUMENT,
 * LENGTH_MISMATCH, UNKNOWN_OPTION, and whatever `predict` throws
 * @example
 * expectationIntervals(model, (each) => expectedTransactions(each, histories, { horizon: { weeks: 39 } }));
 */
export function expectationIntervals<Model extends FittedParameterModel>(
  model: Model,
  predict: (model: Model) => ArrayLike<number>,
  options: Partial<ExpectationOptions> = {},
): PredictionIntervals {
  const { level, method, scale, draws, random } = withDefaults(EXPECTATION_DEFAULTS, options);
  checkLevel(level);
  checkOneOf(method, "options.method", ["delta", "draws"]);
  checkOneOf(scale, "options.scale", ["log", "logit"]);
  if (!(Number.isInteger(draws) && draws >= 1 && draws <= MOST_DRAWS)) {
    throw invalid("options.draws", `a whole number from 1 to ${MOST_DRAWS}`, draws);
  }
  if (typeof predict !== "function") throw invalid("predict", "a function of a model", predict);
  if (random !== undefined && typeof random !== "function") {
    throw invalid("options.random", "a function", random);
  }
  const parameters = readLogParameters(model);
  const estimate = readPrediction(predict(model));
  const predictAt = (logs: readonly number[]): Float64Array => {
    const params = Object.fromEntries(
      parameters.names.map((name, index) => {
        const value = logs[index] as number;
        return [name, isCoefficient(name) ? value : Math.exp(value)];
      }),
    );
    return readPrediction(predict({ ...model, params }), estimate.length);
  };
  return method === "delta"
    ? deltaIntervals(parameters, estimate, predictAt, level, scale)
    : drawnIntervals(parameters, estimate, predictAt, level, draws, random ?? seededRandom(1));
}

function readPrediction(values: ArrayLike<number>, length?: number): Float64Array {
  checkColumn(values, "the result of predict", "nonNegative", length);
  return Float64Array.from(values);
}
