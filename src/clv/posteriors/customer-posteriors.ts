import { invalid } from "../../core/errors.js";
import { withDefaults } from "../../core/options.js";
import type { PurchaseHistories } from "../types.js";
import { judgeHistories } from "./judge-histories.js";
import { type Mixture, mixtureDeviation, mixtureMean, mixtureQuantile } from "./mixture.js";
import { POSTERIOR_DEFAULTS, type PosteriorOptions } from "./options.js";
import type {
  CustomerPosteriors,
  PosteriorModel,
  PosteriorParameter,
  PosteriorSummary,
} from "./types.js";

/**
 * What a model knows of each customer's own purchase rate and inclination to leave: the posterior of
 * Bayes' rule, with the fitted distribution over all customers as the prior (for Pareto/NBD, Fader and
 * Hardie, 2014, "Deriving the joint posterior"). Under BG/NBD and MBG/NBD it is a mixture of two
 * distributions, under Pareto/NBD one over the moments at which the customer may have left.
 *
 * @param model - NBD, Pareto/NBD, BG/NBD, MBG/NBD, BG/CNBD-k or MBG/CNBD-k; fitted, or written down
 * @param histories - in any unit of time; converted to that of the model
 * @param options - `quantiles`: their probabilities (default 0.025, 0.5 and 0.975); none for the means alone,
 * which are far cheaper
 * @returns mean, standard deviation and quantiles of each customer; empty columns for no customers
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION, LENGTH_MISMATCH, UNSUPPORTED_VERSION;
 * INVALID_DATA with the customer whose history cannot be
 * @example
 * customerPosteriors(model, histories).purchaseRate.mean[0]; //=> 0.08, purchases a week
 */
export function customerPosteriors(
  model: PosteriorModel,
  histories: PurchaseHistories,
  options: Partial<PosteriorOptions> = {},
): CustomerPosteriors {
  const { quantiles } = withDefaults(POSTERIOR_DEFAULTS, options);
  if (!Array.isArray(quantiles) || !quantiles.every((share) => share > 0 && share < 1)) {
    throw invalid("options.quantiles", "a list of probabilities above 0 and below 1", quantiles);
  }
  const { parameters, mixtures, groupOf } = judgeHistories(model, histories);
  const summarize = (parameter: PosteriorParameter): PosteriorSummary => {
    const column = (measure: (mixture: Mixture) => number): Float64Array => {
      const values = mixtures.map((each) => measure(each[parameter]!));
      return Float64Array.from(groupOf, (group) => values[group]!);
    };
    return {
      mean: column(mixtureMean),
      deviation: column(mixtureDeviation),
      quantiles: quantiles.map((share) => column((mixture) => mixtureQuantile(mixture, share))),
    };
  };
  const summaries = parameters.map((parameter) => [parameter, summarize(parameter)]);
  return {
    probabilities: [...quantiles],
    ...(Object.fromEntries(summaries) as Pick<CustomerPosteriors, PosteriorParameter>),
    timeUnit: model.timeUnit,
  };
}
