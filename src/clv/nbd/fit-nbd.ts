import { MODEL_VERSION } from "../check-model.js";
import { checkFitData } from "../data/check-fit-data.js";
import { type DistinctHistories, distinctHistories } from "../data/distinct-histories.js";
import { readHistories } from "../data/read-histories.js";
import type { SearchParameter } from "../fitting/likelihood-problem.js";
import { type FittedParameters, maximizeLikelihood } from "../fitting/maximize-likelihood.js";
import { type ScaledHistories, scaleTimes } from "../fitting/time-scale.js";
import { twoCaseObjective } from "../fitting/two-case-objective.js";
import type { NbdModel, PurchaseHistories } from "../types.js";
import { nbdCaseGradients } from "./nbd-likelihood.js";

/**
 * Fits the NBD model by maximum likelihood: purchases at a gamma distributed rate, and nobody ever
 * leaves (Ehrenberg, 1959). Mostly the yardstick for the models in which customers do leave.
 *
 * @param histories - one row per customer
 * @returns the model with the unit of the histories; standard errors are left out where the
 * parameters are not identified
 * @throws ClienteleError EMPTY_INPUT, INVALID_DATA, INVALID_ARGUMENT, LENGTH_MISMATCH, NO_CONVERGENCE
 */
export function fitNbd(histories: PurchaseHistories): NbdModel {
  const distinct = distinctHistories(readHistories(histories));
  checkFitData(distinct, 2);
  return { kind: "nbd", version: MODEL_VERSION, timeUnit: distinct.unit, ...maximizeNbd(distinct) };
}

/** The fit itself, which the models that contain the NBD start from. */
export function maximizeNbd(distinct: DistinctHistories): FittedParameters<"r" | "alpha"> {
  const histories = scaleTimes(distinct);
  const { customers, repeats, timeScale, logLikelihoodShift } = histories;
  const parameters: readonly SearchParameter<"r" | "alpha">[] = [
    { name: "r", link: "log" },
    { name: "alpha", link: "log", scale: timeScale },
  ];
  const rate = repeats / customers;
  const poisson = repeats * Math.log(rate) - repeats + logLikelihoodShift;
  return maximizeLikelihood({
    parameters,
    objective: twoCaseObjective(histories, 2, nbdCaseGradients),
    starts: startNbd(histories).map((start) => start.map(Math.log)),
    logLikelihoodShift,
    customers,
    distinctRows: histories.weight.length,
    nested: [{ kind: "poisson", name: "Poisson (one rate for all)", logLikelihood: poisson }],
  });
}

/** Starts (r, α) in scaled time, where the total age is the number of customers: by moments, and r = 1. */
function startNbd({ repeatCount, age, weight, customers, repeats }: ScaledHistories): number[][] {
  const rate = repeats / customers;
  let excess = -repeats;
  let ageSquares = 0;
  for (let row = 0; row < weight.length; row++) {
    const customersHere = weight[row] as number;
    const ageHere = age[row] as number;
    excess += customersHere * ((repeatCount[row] as number) - rate * ageHere) ** 2;
    ageSquares += customersHere * ageHere ** 2;
  }
  // Var x = rate T + (rate T)² / r.
  const r = excess > 0 ? Math.min(100, Math.max(0.01, (rate * rate * ageSquares) / excess)) : 100;
  return [
    [r, r / rate],
    [1, 1 / rate],
  ];
}
