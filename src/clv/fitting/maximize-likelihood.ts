import { invertPositiveDefinite, type Matrix } from "../../core/math/index.js";
import type { FitReport, FitStatus, FitWarning } from "../types.js";
import { type FoundMaximum, isProper } from "./found-maximum.js";
import { describeIdentification, describeLimit, findWeakParameters } from "./identification.js";
import {
  type LikelihoodProblem,
  type NestedModel,
  parameterAt,
  parameterSlope,
  type SearchParameter,
} from "./likelihood-problem.js";
import { limitAt } from "./model-limits.js";
import { addPenalty } from "./prior.js";
import { searchAtEnds, searchMaximum } from "./search-maximum.js";

/** The parameters at the maximum of a likelihood, and the report. */
export interface FittedParameters<Name extends string> {
  readonly params: Readonly<Record<Name, number>>;
  readonly fit: FitReport<Name>;
}

/**
 * Fits a model by maximum likelihood and says what happened.
 *
 * Standard errors come from the inverse of the observed information on the scale of the search and,
 * for the parameters themselves, the delta method. Where the information cannot be inverted there
 * are none: nothing is patched up with a pseudo-inverse.
 *
 * @throws ClienteleError NO_CONVERGENCE when the likelihood is finite at no start
 */
export function maximizeLikelihood<Name extends string>(
  problem: LikelihoodProblem<Name>,
): FittedParameters<Name> {
  const { parameters, customers, distinctRows, logLikelihoodShift = 0 } = problem;
  const names = parameters.map(({ name }) => name);
  const searched = withPenalty(problem);
  const found = searchMaximum(searched);
  const penalty = problem.penalty?.(found.point).value;
  const logLikelihood = logLikelihoodShift - found.value + (penalty ?? 0);
  const identification = judgeIdentification(searched, found);
  const status = statusOf(found, identification);
  const warnings: FitWarning<Name>[] = identification === undefined ? [] : [identification];
  if (status === "stalled") warnings.push(stalledWarning(names, found));
  const covariance = status === "converged" ? describeCovariance(parameters, found) : {};
  const fit: FitReport<Name> = {
    status,
    parameterNames: names,
    logLikelihood,
    customers,
    distinctRows,
    aic: 2 * names.length - 2 * logLikelihood,
    bic: names.length * Math.log(customers) - 2 * logLikelihood,
    ...covariance,
    gradientNorm: Math.max(...found.gradient.map(Math.abs)),
    informationEigenvalues: found.eigenvalues,
    warnings,
    ...(penalty !== undefined && {
      prior: { penalty, penalizedLogLikelihood: logLikelihood - penalty },
    }),
  };
  return {
    params: byName(names, (index) => parameterAt(parameters[index]!, found.point[index]!)),
    fit,
  };
}

/** The problem that is searched: with a penalty, no likelihood of another model can be compared. */
function withPenalty<Name extends string>(
  problem: LikelihoodProblem<Name>,
): LikelihoodProblem<Name> {
  const { penalty, objective } = problem;
  if (penalty === undefined) return problem;
  return { ...problem, objective: addPenalty(objective, penalty), nested: [] };
}

/** What the data cannot tell; `undefined` where they tell everything. */
function judgeIdentification<Name extends string>(
  problem: LikelihoodProblem<Name>,
  found: FoundMaximum,
): FitWarning<Name> | undefined {
  const { parameters, logLikelihoodShift = 0, limits = [] } = problem;
  const weak = findWeakParameters(
    parameters.map(({ name }) => name),
    found,
  );
  if (weak.length === 0) return undefined;
  const limit = limitAt(limits, found.ends);
  if (limit !== undefined) return describeLimit(weak, limit);
  const nested = findNested(problem, found);
  return describeIdentification(weak, found, logLikelihoodShift - found.value, nested);
}

/** The simpler models that are known, and those at single ends of the axes. */
function findNested(problem: LikelihoodProblem<string>, found: FoundMaximum): NestedModel[] {
  const { logLikelihoodShift = 0, limits = [], nested = [] } = problem;
  const atEnds = limits
    .filter(({ kind, ends }) => ends.length === 1 && nested.every((each) => each.kind !== kind))
    .map(({ kind, name, ends }) => ({
      kind,
      name,
      logLikelihood: logLikelihoodShift - searchAtEnds(problem, found, ends),
    }));
  return [...nested, ...atEnds];
}

function statusOf(found: FoundMaximum, warning: FitWarning | undefined): FitStatus {
  if (warning?.code === "NOT_IDENTIFIED") return "notIdentified";
  return isProper(found) ? "converged" : "stalled";
}

function stalledWarning<Name extends string>(
  names: readonly Name[],
  { decrement }: FoundMaximum,
): FitWarning<Name> {
  const distance =
    decrement === undefined
      ? ""
      : `, about ${decrement.toPrecision(2)} standard errors from the maximum`;
  return {
    code: "NO_CONVERGENCE",
    message: `The search stopped where no step raises the likelihood further${distance}`,
    parameters: names,
  };
}

type CovarianceReport<Name extends string> = Pick<
  FitReport<Name>,
  "covariance" | "logCovariance" | "standardErrors" | "logStandardErrors"
>;

function describeCovariance<Name extends string>(
  parameters: readonly SearchParameter<Name>[],
  { point, information }: FoundMaximum,
): CovarianceReport<Name> {
  const searched = invertPositiveDefinite(information);
  if (searched === undefined) return {};
  const slopes = parameters.map((parameter, index) => parameterSlope(parameter, point[index]!));
  const covariance = rescale(searched, slopes);
  // A coefficient is reported as itself, however the search measured it.
  const logCovariance = rescale(
    searched,
    slopes.map((slope, index) => (parameters[index]!.link === "linear" ? slope : 1)),
  );
  const names = parameters.map(({ name }) => name);
  return {
    standardErrors: byName(names, (index) => deviation(covariance, index)),
    logStandardErrors: byName(names, (index) => deviation(logCovariance, index)),
    covariance,
    logCovariance,
  };
}

function rescale(covariance: Matrix, units: readonly number[]): Matrix {
  return covariance.map((row, i) => row.map((entry, j) => units[i]! * entry * units[j]!));
}

function deviation(covariance: Matrix, index: number): number {
  return Math.sqrt(covariance[index]?.[index] as number);
}

function byName<Name extends string>(
  names: readonly Name[],
  valueAt: (index: number) => number,
): Record<Name, number> {
  return Object.fromEntries(names.map((name, index) => [name, valueAt(index)])) as Record<
    Name,
    number
  >;
}
