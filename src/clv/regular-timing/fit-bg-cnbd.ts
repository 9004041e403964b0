import { MODEL_VERSION } from "../check-model.js";
import type { PurchaseHistories } from "../types.js";
import { fitRegularModel } from "./fit-regular-model.js";
import type { RegularFitOptions } from "./options.js";
import type { BgCnbdModel } from "./types.js";

/**
 * Fits the BG/CNBD-k model of regular buyers by maximum likelihood: the time between two purchases is
 * Erlang-k distributed, its rate gamma distributed over the customers; after each repeat purchase
 * a customer leaves with a beta distributed chance (Platzer and Reutterer, 2016; Reutterer, Platzer and
 * Schröder, 2021). With k = 1 it is BG/NBD.
 *
 * @param histories - one row per customer, or weighted rows; with `logGapSum`, as `regularHistories`
 * makes it, k is told by all gaps, without it only by the time of the last purchase
 * @param options - `regularity`, k; where left out it is chosen by likelihood from 1 to
 * `highestRegularity` (default 12)
 * @returns the model with its k, what its likelihood includes, and the likelihood of each k tried
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH for broken columns; EMPTY_INPUT for no
 * customers; INVALID_DATA for an impossible history or a gap of 0, named, or data that cannot tell;
 * UNKNOWN_OPTION; NO_CONVERGENCE
 */
export function fitBgCnbd(
  histories: PurchaseHistories,
  options: RegularFitOptions = {},
): BgCnbdModel {
  return {
    kind: "bgCnbd",
    version: MODEL_VERSION,
    ...fitRegularModel(histories, 1, options),
  };
}
