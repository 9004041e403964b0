import { checkNumber } from "../../core/column.js";
import { invalid } from "../../core/errors.js";
import type { Objective } from "../../core/math/index.js";
import { withDefaults } from "../../core/options.js";
import { coordinateAt, type SearchParameter } from "./likelihood-problem.js";
import { FIT_DEFAULTS, type FitOptions, type ParameterPrior } from "./options.js";

/** A penalty on the coordinates of a search: minus the logarithm of the prior, less its constants. */
export type Penalty = Objective;

/**
 * Reads the prior of a fit as a penalty: half of the square of each parameter's distance from its
 * center, in spreads.
 *
 * @returns `undefined` where there is none
 * @throws ClienteleError UNKNOWN_OPTION; INVALID_ARGUMENT for a parameter that the model does not have,
 * by name, and for a center or spread that cannot be
 */
export function readPenalty<Name extends string>(
  options: FitOptions,
  parameters: readonly SearchParameter<Name>[],
): Penalty | undefined {
  const { prior } = withDefaults(FIT_DEFAULTS, options);
  if (prior === undefined) return undefined;
  if (typeof prior !== "object" || prior === null || Array.isArray(prior)) {
    throw invalid("options.prior", "an object of priors by parameter", prior);
  }
  const names: readonly string[] = parameters.map(({ name }) => name);
  for (const name of Object.keys(prior)) {
    if (!names.includes(name)) {
      throw invalid(`options.prior.${name}`, `of a parameter: ${names.join(", ")}`, name);
    }
  }
  const pulls = parameters.map((parameter) =>
    Object.hasOwn(prior, parameter.name) ? readPull(parameter, prior[parameter.name]) : undefined,
  );
  if (pulls.every((pull) => pull === undefined)) return undefined;
  return (point) => {
    const distances = point.map((coordinate, index) => {
      const pull = pulls[index];
      return pull === undefined ? 0 : (coordinate - pull.center) / pull.spread;
    });
    return {
      value: distances.reduce((sum, distance) => sum + distance ** 2 / 2, 0),
      gradient: distances.map((distance, index) => distance / (pulls[index]?.spread ?? 1)),
    };
  };
}

/** A prior on the coordinate of the search. */
function readPull(
  parameter: SearchParameter<string>,
  prior: ParameterPrior | undefined,
): ParameterPrior | undefined {
  if (prior === undefined) return undefined;
  const where = `options.prior.${parameter.name}`;
  if (typeof prior !== "object" || prior === null) {
    throw invalid(where, "an object with center and spread", prior);
  }
  const isLog = parameter.link === "log";
  checkNumber(prior.center, `${where}.center`, isLog ? "positive" : "finite");
  checkNumber(prior.spread, `${where}.spread`, "positive");
  return {
    center: coordinateAt(parameter, prior.center),
    spread: isLog ? prior.spread : prior.spread / (parameter.scale ?? 1),
  };
}

/** The sum of a likelihood's objective and a penalty. */
export function addPenalty(objective: Objective, penalty: Penalty): Objective {
  return (point) => {
    const [left, right] = [objective(point), penalty(point)];
    return {
      value: left.value + right.value,
      gradient: Array.from(left.gradient, (slope, index) => slope + right.gradient[index]!),
    };
  };
}
