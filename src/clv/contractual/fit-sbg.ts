import { MODEL_VERSION } from "../check-model.js";
import type { NestedModel } from "../fitting/likelihood-problem.js";
import { type FittedParameters, maximizeLikelihood } from "../fitting/maximize-likelihood.js";
import { type DistinctRenewals, readRenewals } from "./read-renewals.js";
import { stayObjective } from "./stay-objective.js";
import type { RenewalCounts, SbgModel, SbgName } from "./types.js";

/**
 * Fits the shifted beta-geometric model of contracts by maximum likelihood: retention rises with time
 * because those who leave easily leave first (Fader and Hardie, 2007, "How to project customer
 * retention").
 *
 * @param counts - of customers who left, and of those still there, by renewals made
 * @returns the model; `fit` says how the search ended
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH for broken columns; EMPTY_INPUT for no
 * customers; INVALID_DATA for data that cannot tell; NO_CONVERGENCE
 * @example
 * fitSbg(renewalsOfCohorts([[1000, 631, 468, 382, 326]])).params; //=> { alpha: 0.764, beta: 1.296 }
 */
export function fitSbg(counts: RenewalCounts): SbgModel {
  return { kind: "sbg", version: MODEL_VERSION, ...fitSbgTo(readRenewals(counts, 2)) };
}

/** The fit to renewals already compressed. */
export function fitSbgTo(renewals: DistinctRenewals): FittedParameters<SbgName> {
  const odds = renewalOdds(renewals);
  return maximizeLikelihood({
    parameters: [
      { name: "alpha", link: "log" },
      { name: "beta", link: "log" },
    ],
    objective: stayObjective(renewals, ([alpha, beta]) => ({
      alpha: Math.exp(alpha!),
      beta: Math.exp(beta!),
      c: 1,
    })),
    starts: [
      [1, odds],
      [10, 10 * odds],
    ].map((start) => start.map(Math.log)),
    customers: renewals.customers,
    distinctRows: renewals.weight.length,
    nested: [geometricLimit(renewals)],
  });
}

/** How many renewals there are for each customer who leaves, kept off 0. */
export function renewalOdds({ leavers, due }: DistinctRenewals): number {
  return (due - leavers + 0.5) / leavers;
}

/** The limit in which all customers leave with one and the same chance. */
export function geometricLimit({ leavers, due }: DistinctRenewals): NestedModel {
  const renewed = due - leavers;
  const logLikelihood =
    leavers * Math.log(leavers / due) + (renewed > 0 ? renewed * Math.log(renewed / due) : 0);
  return {
    kind: "geometric",
    name: "geometric, in which all leave with one chance,",
    logLikelihood,
  };
}
