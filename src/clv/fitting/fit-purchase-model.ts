import type { TimeUnit } from "../../core/calendar.js";
import { checkFitData } from "../data/check-fit-data.js";
import { type DistinctHistories, distinctHistories } from "../data/distinct-histories.js";
import { readHistories } from "../data/read-histories.js";
import type { PurchaseHistories } from "../types.js";
import type { LikelihoodProblem, NestedModel, SearchParameter } from "./likelihood-problem.js";
import { type FittedParameters, maximizeLikelihood } from "./maximize-likelihood.js";
import type { ModelLimit } from "./model-limits.js";
import type { FitOptions } from "./options.js";
import { readPenalty } from "./prior.js";
import { firstsOfPairs, meanAxes } from "./search-axes.js";
import { type ScaledHistories, scaleTimes } from "./time-scale.js";
import { type TwoCaseGradients, twoCaseObjective } from "./two-case-objective.js";

/** What sets one model of purchases apart from the others while it is fitted. */
export interface PurchaseFitPlan<Name extends string> {
  readonly parameters: readonly PurchaseParameter<Name>[];
  /** The cases of the likelihood with their gradients at a point of the search. */
  readonly gradients: (point: readonly number[]) => TwoCaseGradients;
  /** Where to begin, as parameters for customers who are 1 old on average. */
  readonly starts: (histories: ScaledHistories) => readonly (readonly number[])[];
  /** Limits of the model with their log-likelihoods on these data; asked for only where it matters. */
  readonly nested: (histories: DistinctHistories) => readonly NestedModel[];
  /** Limits of the model at the ends of the {@link meanAxes} of its pairs of parameters. */
  readonly limits?: readonly ModelLimit[];
}

/** A positive parameter: a pure number, or a time that changes with its unit. */
export interface PurchaseParameter<Name extends string> {
  readonly name: Name;
  readonly isTime: boolean;
}

/** Reads histories and refuses what a model with so many parameters cannot be fitted to. */
export function readFitData(
  histories: PurchaseHistories,
  parameterCount: number,
): DistinctHistories {
  const distinct = distinctHistories(readHistories(histories));
  checkFitData(distinct, parameterCount);
  return distinct;
}

/** Fits a model of purchases: times scaled, cases differentiated, likelihood maximised. */
export function fitPurchaseModel<Name extends string>(
  distinct: DistinctHistories,
  plan: PurchaseFitPlan<Name>,
  options: FitOptions = {},
): FittedParameters<Name> & { readonly timeUnit: TimeUnit } {
  const problem = purchaseProblem(distinct, plan);
  const penalty = readPenalty(options, problem.parameters);
  // A copy would evaluate the nested models, which only few fits look at.
  const fitted = maximizeLikelihood(
    penalty === undefined ? problem : { ...problem, penalty, nested: [] },
  );
  return { timeUnit: distinct.unit, ...fitted };
}

/** The likelihood of histories, on the axes of means. */
export function purchaseProblem<Name extends string>(
  distinct: DistinctHistories,
  plan: PurchaseFitPlan<Name>,
): LikelihoodProblem<Name> {
  const histories = scaleTimes(distinct);
  const parameters = plan.parameters.map(
    ({ isTime, ...parameter }): SearchParameter<Name> => ({
      ...parameter,
      link: "log",
      scale: isTime ? histories.timeScale : 1,
    }),
  );
  return {
    parameters,
    objective: twoCaseObjective(histories, parameters.length, plan.gradients),
    starts: plan.starts(histories).map((start) => start.map(Math.log)),
    logLikelihoodShift: histories.logLikelihoodShift,
    customers: histories.customers,
    distinctRows: histories.weight.length,
    axes: meanAxes(firstsOfPairs(parameters.length)),
    limits: plan.limits ?? [],
    get nested() {
      return plan.nested(distinct);
    },
  };
}
