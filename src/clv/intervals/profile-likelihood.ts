import { ClienteleError, invalid } from "../../core/errors.js";
import { findRoot, type Matrix, type Objective } from "../../core/math/index.js";
import { behaviourOf } from "../scoring/behaviour-of.js";
import type { FittedModel, PurchaseHistories, PurchaseModel, PurchaseModelKind } from "../types.js";
import { AT_LIMIT, holdCoordinate } from "./held-search.js";
import { checkFittedModel } from "./log-parameters.js";
import { rebuildLikelihood } from "./rebuild-likelihood.js";

/** Relative difference of log-likelihoods of the same data. */
const SAME = 1e-8;
/** Beyond so many powers of e from the estimate a bound is no bound. */
const FARTHEST = 15;
/** How exactly a bound is found, on the log scale. */
const TOLERANCE = 1e-6;
/** How far from a limit a shape is where its data may first notice. */
const NEAR_LIMIT = 13;

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
  if (fit.prior !== undefined) {
    throw invalid("model.fit.prior", "left out: a profile is of the likelihood alone", fit.prior, {
      remedy: "Fit without the prior, or take parameterIntervals",
    });
  }
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
  { objective, maximum, value, covariance }: Profile<Name>,
  index: number,
  drop: number,
  direction: -1 | 1,
): number | undefined {
  const shape = maximum[index - (index % 2)]!;
  // At its limit a shape may go on for ever; on the other side the likelihood falls nearer by.
  const limit = Math.abs(shape) >= AT_LIMIT ? Math.sign(shape) : 0;
  if (limit === direction) return undefined;
  const highest = holdCoordinate(objective, maximum, index);
  const excess = rememberDistances(
    // The root of a drop grows evenly, and a zero of it is soon found.
    (distance) =>
      Math.sqrt(Math.max(0, highest(maximum[index]! + distance) - value)) - Math.sqrt(drop),
  );
  const variance = covariance?.[index]?.[index];
  let inner = direction * (limit === 0 ? 0 : NEAR_LIMIT);
  if (inner !== 0 && excess(inner) > 0) return findRoot(excess, 0, inner, TOLERANCE);
  if (variance === undefined && !(excess(inner + direction * FARTHEST) > 0)) return undefined;
  for (let step = Math.sqrt(2 * drop * (variance ?? 1)); ; step *= 1.5) {
    const reach = Math.min(FARTHEST, step);
    const outer = direction * ((limit === 0 ? 0 : NEAR_LIMIT) + reach);
    if (excess(outer) > 0) return findRoot(excess, inner, outer, TOLERANCE);
    if (reach === FARTHEST) return undefined;
    inner = outer;
  }
}

/** Remembers a costly function of a distance, which is at its lowest at 0. */
function rememberDistances(evaluate: (distance: number) => number): (distance: number) => number {
  const known = new Map<number, number>();
  return (distance) => {
    const value = known.get(distance) ?? evaluate(distance);
    known.set(distance, value);
    return value;
  };
}
