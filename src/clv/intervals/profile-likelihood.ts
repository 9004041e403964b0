import { ClienteleError } from "../../core/errors.js";
import { findRoot, type Matrix, minimizeBfgs, type Objective } from "../../core/math/index.js";
import { behaviourOf } from "../scoring/behaviour-of.js";
import type { FittedModel, PurchaseHistories, PurchaseModel, PurchaseModelKind } from "../types.js";
import { checkFittedModel } from "./log-parameters.js";
import { rebuildLikelihood } from "./rebuild-likelihood.js";

/** Relative difference of log-likelihoods of the same data. */
const SAME = 1e-8;
/** Beyond so many powers of e from the estimate a bound is no bound. */
const FARTHEST = 15;
/** How exactly a bound is found, on the log scale. */
const TOLERANCE = 1e-6;

/** Along a ridge the last digits cost hundreds of steps and move no bound. */
const SEARCH = { tolerance: 1e-7, mostIterations: 60 };

/** A likelihood around its maximum, on the scale of the logarithms. */
export interface Profile<Name extends string> {
  readonly names: readonly Name[];
  /** Minus the log-likelihood. */
  readonly objective: Objective;
  readonly maximum: readonly number[];
  readonly value: number;
  readonly covariance: Matrix | undefined;
}

/**
 * Builds the likelihood of a fitted model again from the histories.
 *
 * @throws ClienteleError INVALID_DATA for other histories than those of the fit
 */
export function openProfile<Name extends string>(
  model: FittedModel<PurchaseModelKind, Name>,
  histories: PurchaseHistories,
): Profile<Name> {
  behaviourOf(model as unknown as PurchaseModel);
  const { fit, params } = checkFittedModel(model) as typeof model;
  const names = fit.parameterNames;
  const { objective, logLikelihoodShift, scales } = rebuildLikelihood(
    model as unknown as PurchaseModel,
    histories,
  );
  const maximum = names.map((name, index) => Math.log(params[name] / scales[index]!));
  const { value } = objective(maximum);
  const distance = Math.abs(logLikelihoodShift - value - fit.logLikelihood);
  if (!(distance <= SAME * Math.abs(fit.logLikelihood))) {
    throw new ClienteleError(
      "INVALID_DATA",
      "The histories are not those that the model was fitted to: their log-likelihood differs from that of the fit",
      { where: "histories", remedy: "Give the histories of the fit" },
    );
  }
  return { names, objective, maximum, value, covariance: fit.logCovariance };
}

/**
 * How far from its estimate the logarithm of a parameter may go until the profile log-likelihood has
 * dropped.
 *
 * @returns `undefined` where it does not drop so far
 */
export function findProfileBound<Name extends string>(
  profile: Profile<Name>,
  index: number,
  drop: number,
  direction: -1 | 1,
): number | undefined {
  const variance = profile.covariance?.[index]?.[index] ?? 1;
  let others: readonly number[] | undefined;
  const excess = (distance: number): number => {
    const found = maximizeOthers(profile, index, distance, others);
    others = found.others;
    return found.value - profile.value - drop;
  };
  let inner = 0;
  let outer = direction * Math.sqrt(2 * drop * variance);
  while (!(excess(outer) > 0)) {
    if (Math.abs(outer) >= FARTHEST) return undefined;
    inner = outer;
    outer = direction * Math.min(FARTHEST, 1.5 * Math.abs(outer));
  }
  return findRoot(excess, inner, outer, TOLERANCE);
}

/** The highest likelihood with one parameter held. */
function maximizeOthers<Name extends string>(
  { objective, maximum, covariance }: Profile<Name>,
  held: number,
  distance: number,
  start: readonly number[] | undefined,
): { readonly value: number; readonly others: readonly number[] } {
  const coordinate = maximum[held]! + distance;
  const complete = (others: readonly number[]): number[] => others.toSpliced(held, 0, coordinate);
  const restricted: Objective = (others) => {
    const { value, gradient } = objective(complete(others));
    return { value, gradient: Array.from(gradient).toSpliced(held, 1) };
  };
  // Where the others would go if the likelihood were a parabola.
  const slopes = covariance?.[held]?.map((entry) => entry / covariance[held]![held]!);
  const predicted = maximum
    .map((value, index) => value + distance * (slopes?.[index] ?? 0))
    .toSpliced(held, 1);
  const starts = [predicted, ...(start === undefined ? [] : [start])];
  const best = starts.reduce((left, right) =>
    restricted(left).value <= restricted(right).value ? left : right,
  );
  const found = minimizeBfgs(restricted, best, SEARCH);
  return { value: found.value, others: found.point };
}
