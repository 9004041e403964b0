import type { TimeUnit } from "../../core/calendar.js";
import type { PurchaseModel } from "../types.js";

/** The models whose customers' own parameters have posteriors here. */
export type PosteriorModel = Exclude<PurchaseModel, { readonly kind: "ggomNbd" }>;

/** What is known of one parameter of each customer, one entry per customer. */
export interface PosteriorSummary {
  readonly mean: Float64Array;
  /** Standard deviation. */
  readonly deviation: Float64Array;
  /** One column for each of `probabilities`, in their order. */
  readonly quantiles: readonly Float64Array[];
}

/** What a model knows of each customer's own parameters, given what the customer did. */
export interface CustomerPosteriors {
  /** Those of the quantiles. */
  readonly probabilities: readonly number[];
  /** λ, purchases per `timeUnit` while the customer stays, or stayed. */
  readonly purchaseRate: PosteriorSummary;
  /** μ of Pareto/NBD: 1 over the expected lifetime, per `timeUnit`; left out for other models. */
  readonly dropoutRate?: PosteriorSummary;
  /** p of BG/NBD and its relatives: the chance to leave at each opportunity; left out for other models. */
  readonly dropoutChance?: PosteriorSummary;
  readonly timeUnit: TimeUnit;
}

/** The parameters that have a posterior. */
export type PosteriorParameter = "purchaseRate" | "dropoutRate" | "dropoutChance";
