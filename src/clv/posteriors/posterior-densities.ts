import { checkColumn, checkOneOf } from "../../core/column.js";
import { invalid } from "../../core/errors.js";
import { withDefaults } from "../../core/options.js";
import type { PurchaseHistories } from "../types.js";
import { judgeHistories } from "./judge-histories.js";
import { mixtureDensity } from "./mixture.js";
import { DENSITY_DEFAULTS, type DensityOptions } from "./options.js";
import type { PosteriorModel } from "./types.js";

/**
 * The density of the posterior of one of each customer's own parameters, at given values; see
 * `customerPosteriors`.
 *
 * @param model - NBD, Pareto/NBD, BG/NBD, MBG/NBD, BG/CNBD-k or MBG/CNBD-k; fitted, or written down
 * @param histories - in any unit of time; converted to that of the model
 * @param options - `at`: the values, rates per unit of the model; `of`: the parameter (default `purchaseRate`)
 * @returns for each customer the densities, in the order of the values
 * @throws ClienteleError INVALID_ARGUMENT for a parameter that the model has not, or values that it cannot
 * have; UNKNOWN_OPTION, LENGTH_MISMATCH, UNSUPPORTED_VERSION; INVALID_DATA with the customer
 * @example
 * posteriorDensities(model, histories, { of: "dropoutChance", at: [0.1, 0.2, 0.3] })[0];
 */
export function posteriorDensities(
  model: PosteriorModel,
  histories: PurchaseHistories,
  options: DensityOptions,
): Float64Array[] {
  const { of, at } = withDefaults(DENSITY_DEFAULTS, options);
  if (at === undefined) throw invalid("options.at", "a list of values", at);
  checkColumn(at, "options.at", "positive");
  const { parameters, mixtures, groupOf } = judgeHistories(model, histories);
  checkOneOf(of, "options.of", parameters);
  const values = Float64Array.from(at);
  if (of === "dropoutChance") checkChances(values);
  const densities = mixtures.map((each) => values.map((value) => mixtureDensity(each[of]!, value)));
  return Array.from(groupOf, (group) => densities[group]!.slice());
}

function checkChances(values: Float64Array): void {
  const index = values.findIndex((value) => !(value < 1));
  if (index >= 0) throw invalid(`options.at[${index}]`, "a chance below 1", values[index]);
}
