import { MODEL_VERSION } from "../check-model.js";
import { maximizeLikelihood } from "../fitting/maximize-likelihood.js";
import { fitSbgTo, geometricLimit, renewalOdds } from "./fit-sbg.js";
import { readRenewals } from "./read-renewals.js";
import { stayObjective } from "./stay-objective.js";
import type { BdwModel, BdwName, RenewalCounts } from "./types.js";

/**
 * Fits the beta-discrete-Weibull model of contracts by maximum likelihood: as the sBG, but each
 * customer's own chance to leave may rise or fall with time (Fader, Hardie, Liu, Davin and Steenburgh,
 * 2018, "How to project customer retention revisited").
 *
 * @param counts - of customers who left, and of those still there, by renewals made
 * @returns the model; `fit` says how the search ended
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH for broken columns; EMPTY_INPUT for no
 * customers; INVALID_DATA for data that cannot tell; NO_CONVERGENCE
 * @example
 * fitBdw(renewalsOfCohorts([[1000, 631, 468, 382, 326, 289, 262, 241]])).params.c; //=> 1.283
 */
export function fitBdw(counts: RenewalCounts): BdwModel {
  const renewals = readRenewals(counts, 3);
  const odds = renewalOdds(renewals);
  const { fit } = fitSbgTo(renewals);
  const fitted = maximizeLikelihood<BdwName>({
    parameters: [
      { name: "alpha", link: "log" },
      { name: "beta", link: "log" },
      { name: "c", link: "log" },
    ],
    objective: stayObjective(renewals, ([alpha, beta, c]) => ({
      alpha: Math.exp(alpha!),
      beta: Math.exp(beta!),
      c: Math.exp(c!),
    })),
    starts: [
      [1, odds, 1],
      [0.5, 0.5 * odds, 1.5],
      [2, 2 * odds, 0.7],
    ].map((start) => start.map(Math.log)),
    customers: renewals.customers,
    distinctRows: renewals.weight.length,
    nested: [
      geometricLimit(renewals),
      {
        kind: "sbg",
        name: "sBG, in which no customer's chance changes,",
        logLikelihood: fit.logLikelihood,
      },
    ],
  });
  return { kind: "bdw", version: MODEL_VERSION, ...fitted };
}
