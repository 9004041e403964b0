import type { TimeUnit } from "../../core/calendar.js";
import { invalid } from "../../core/errors.js";
import { checkFitData } from "../data/check-fit-data.js";
import { type DistinctHistories, distinctHistories } from "../data/distinct-histories.js";
import { takeValues } from "../data/group-rows.js";
import { type HistoryColumns, readHistories } from "../data/read-histories.js";
import { fitPurchaseModel, purchaseProblem } from "../fitting/fit-purchase-model.js";
import { coordinateAt, type LikelihoodProblem } from "../fitting/likelihood-problem.js";
import { type FittedParameters, maximizeLikelihood } from "../fitting/maximize-likelihood.js";
import type { ModelLimit } from "../fitting/model-limits.js";
import type { FitOptions } from "../fitting/options.js";
import { readPenalty } from "../fitting/prior.js";
import { meanAxes } from "../fitting/search-axes.js";
import { measureTimes, scaleTimes } from "../fitting/time-scale.js";
import { twoCaseObjective } from "../fitting/two-case-objective.js";
import type { PurchaseHistories } from "../types.js";
import { type StandardCovariate, standardizeCovariates } from "./check-covariates.js";
import type { CovariateKind } from "./covariate-kinds.js";
import { covariateObjective } from "./covariate-objective.js";
import { groupProfiles, type Profile } from "./group-profiles.js";
import { readCovariates, type Side } from "./read-covariates.js";
import type { CovariateHistories, ModelCovariates } from "./types.js";

/** What a fit with covariates has beside its kind. */
export interface FittedCovariates extends FittedParameters<string> {
  readonly timeUnit: TimeUnit;
  readonly covariates: ModelCovariates;
}

/** Whether histories come with covariates. */
export function hasCovariates(
  histories: PurchaseHistories | CovariateHistories,
): histories is CovariateHistories {
  return (histories as Partial<CovariateHistories> | null | undefined)?.covariates !== undefined;
}

/** Fits a model whose means depend on covariates, from the maximum of the model without them on. */
export function fitCovariateModel(
  histories: CovariateHistories,
  kind: CovariateKind,
  options: FitOptions = {},
): FittedCovariates {
  const columns = readHistories(histories);
  const read = readCovariates(histories.covariates, columns.age.length);
  if (read.length === 0) {
    throw invalid("histories.covariates", "one covariate or more", histories.covariates, {
      remedy: "Leave covariates out for the model without",
    });
  }
  const distinct = distinctHistories(columns);
  checkFitData(distinct, kind.plan.parameters.length + read.length);
  const profiles = groupProfiles(read, columns.age.length);
  const weight = Float64Array.from(profiles, ({ rows }) =>
    rows.reduce((sum, row) => sum + (columns.customers?.[row] ?? 1), 0),
  );
  const covariates = standardizeCovariates(
    read.map((each, index) => ({
      ...each,
      values: Float64Array.from(profiles, ({ values }) => values[index]!),
    })),
    weight,
  );
  const problem = covariateProblem(columns, distinct, profiles, covariates, kind);
  return {
    timeUnit: columns.unit,
    covariates: {
      transaction: listSide(covariates, "transaction"),
      dropout: listSide(covariates, "dropout"),
    },
    ...maximizeLikelihood({ ...problem, penalty: readPenalty(options, problem.parameters) }),
  };
}

function listSide(covariates: readonly StandardCovariate[], wanted: Side): ModelCovariates[Side] {
  return covariates
    .filter(({ side }) => side === wanted)
    .map(({ name, center }) => ({ name, center }));
}

function covariateProblem(
  columns: HistoryColumns,
  distinct: DistinctHistories,
  profiles: readonly Profile[],
  covariates: readonly StandardCovariate[],
  { plan, link }: CovariateKind,
): LikelihoodProblem<string> {
  const plain = purchaseProblem(distinct, plan);
  const { timeScale } = scaleTimes(distinct);
  const noEffect = covariates.map(() => 0);
  const { params } = fitPurchaseModel(distinct, plan);
  const maximum = plain.parameters.map((each) => coordinateAt(each, params[each.name]!));
  return {
    parameters: [
      ...plain.parameters,
      ...covariates.map(({ side, name, spread }) => ({
        name: `${side}.${name}`,
        link: "linear" as const,
        scale: 1 / spread,
      })),
    ],
    objective: covariateObjective(
      profiles.map(({ values, rows }) => ({
        scores: covariates.map(({ center, spread }, index) => (values[index]! - center) / spread),
        objective: twoCaseObjective(
          measureTimes(distinctHistories(takeRows(columns, rows)), timeScale),
          plan.parameters.length,
          plan.gradients,
        ),
      })),
      link,
      covariates.map(({ side }) => side),
    ),
    starts: [maximum, ...plain.starts].map((start) => [...start, ...noEffect]),
    logLikelihoodShift: plain.logLikelihoodShift ?? 0,
    customers: plain.customers,
    // Those of the histories alone, which are the same as of the model without covariates.
    distinctRows: plain.distinctRows,
    axes: meanAxes([0, 2]),
    limits: (plain.limits ?? []).map(withCovariates),
  };
}

/** The columns of some rows. */
export function takeRows(columns: HistoryColumns, rows: Int32Array): HistoryColumns {
  return {
    repeatCount: takeValues(columns.repeatCount, rows),
    recency: takeValues(columns.recency, rows),
    age: takeValues(columns.age, rows),
    customers: columns.customers && takeValues(columns.customers, rows),
    unit: columns.unit,
  };
}

function withCovariates({ kind, name, ends }: ModelLimit): ModelLimit {
  return { kind: `${kind}Covariates`, name: `${name} with the same covariates`, ends };
}
