import type { TimeUnit } from "../../core/calendar.js";
import { invalid } from "../../core/errors.js";
import { withDefaults } from "../../core/options.js";
import { checkFitData } from "../data/check-fit-data.js";
import { type DistinctHistories, distinctHistories } from "../data/distinct-histories.js";
import { type HistoryColumns, readHistories } from "../data/read-histories.js";
import { betaGeometricPlan } from "../fitting/beta-geometric-plan.js";
import type { SearchParameter } from "../fitting/likelihood-problem.js";
import { type FittedParameters, maximizeLikelihood } from "../fitting/maximize-likelihood.js";
import type { ModelLimit } from "../fitting/model-limits.js";
import { firstsOfPairs, meanAxes } from "../fitting/search-axes.js";
import { scaleTimes } from "../fitting/time-scale.js";
import { nbdLimit, nbdStart } from "../nbd/nbd-plan.js";
import type { FirstChance } from "../process/beta-geometric-cases.js";
import type { BetaGeometricName, PurchaseHistories } from "../types.js";
import { HIGHEST_REGULARITY, REGULAR_FIT_DEFAULTS, type RegularFitOptions } from "./options.js";
import { regularObjective } from "./regular-objective.js";
import { sumTimingConstants, timingOf } from "./timing-constant.js";
import type { RegularityCandidate, TimingData } from "./types.js";

/** The search for k ends after so many in a row that are worse than the best. */
const WORSE_IN_A_ROW = 2;

/** What a fit finds, whichever the model. */
export interface FittedRegularity extends FittedParameters<BetaGeometricName> {
  readonly timeUnit: TimeUnit;
  readonly regularity: number;
  readonly timing: TimingData;
  readonly candidates: readonly RegularityCandidate[];
}

/** Fits the model at the given regularity, or at each from 1 on until the likelihood keeps falling. */
export function fitRegularModel(
  histories: PurchaseHistories,
  firstChance: FirstChance,
  options: RegularFitOptions,
): FittedRegularity {
  const { regularity, highestRegularity } = withDefaults(REGULAR_FIT_DEFAULTS, options);
  if (regularity !== undefined) checkRegularity(regularity, "options.regularity");
  checkRegularity(highestRegularity, "options.highestRegularity");
  const columns = readHistories(histories);
  const distinct = distinctHistories(columns);
  checkFitData(distinct, 4);

  const fits = [fitAt(regularity ?? 1, columns, distinct, firstChance)];
  if (regularity === undefined) {
    const isWorthwhile = (): boolean =>
      fits.length < highestRegularity && fits.length - 1 - indexOfBest(fits) < WORSE_IN_A_ROW;
    while (isWorthwhile()) {
      fits.push(fitAt(fits.length + 1, columns, distinct, firstChance, fits.at(-1)!.params));
    }
  }
  const best = fits[indexOfBest(fits)]!;
  const report = regularity === undefined ? countChoice(best) : best;
  return {
    timeUnit: columns.unit,
    timing: timingOf(columns),
    ...report,
    candidates: fits.map(({ regularity: k, fit }) => ({
      regularity: k,
      logLikelihood: fit.logLikelihood,
    })),
  };
}

/**
 * Refuses what is no k.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function checkRegularity(k: number, where: string): void {
  if (!(Number.isInteger(k) && k >= 1 && k <= HIGHEST_REGULARITY)) {
    throw invalid(where, `a whole number from 1 to ${HIGHEST_REGULARITY}`, k);
  }
}

interface RegularFit extends FittedParameters<BetaGeometricName> {
  readonly regularity: number;
}

function fitAt(
  k: number,
  columns: HistoryColumns,
  distinct: DistinctHistories,
  firstChance: FirstChance,
  before?: RegularFit["params"],
): RegularFit {
  const scaled = scaleTimes(distinct);
  const { timeScale } = scaled;
  const parameters: readonly SearchParameter<BetaGeometricName>[] = [
    { name: "r", link: "log" },
    { name: "alpha", link: "log", scale: timeScale },
    { name: "a", link: "log" },
    { name: "b", link: "log" },
  ];
  // k stages to a purchase have k times the rate, and alpha is of the rate.
  const [r, alpha] = nbdStart(scaled);
  const starts = [
    [r, alpha / k / 2, 1, 2],
    [r, alpha / k, 1, 10],
  ];
  if (before !== undefined) {
    const slower = (before.alpha / timeScale) * ((k - 1) / k);
    starts.unshift([before.r, slower, before.a, before.b]);
  }
  const { params, fit } = maximizeLikelihood({
    parameters,
    objective: regularObjective(scaled, firstChance, k),
    starts: starts.map((start) => start.map(Math.log)),
    // The stages are k times as many densities as the purchases.
    logLikelihoodShift: k * scaled.logLikelihoodShift + sumTimingConstants(columns, k),
    customers: scaled.customers,
    distinctRows: scaled.weight.length,
    axes: meanAxes(firstsOfPairs(parameters.length)),
    limits: limitsAt(k, firstChance),
    get nested() {
      return k === 1 ? [nbdLimit(distinct)] : [];
    },
  });
  return { params, fit, regularity: k };
}

/** The limits of the model are those of BG/NBD or MBG/NBD, with regular purchases. */
function limitsAt(k: number, firstChance: FirstChance): readonly ModelLimit[] {
  const { limits = [] } = betaGeometricPlan(firstChance);
  if (k === 1) return limits;
  return limits.map(({ kind, name, ends }) => ({
    kind: kind
      .replace("nbd", "cnbd")
      .replace("Nbd", "Cnbd")
      .replace("poisson", "erlang")
      .replace("Poisson", "Erlang"),
    name: name.replace("NBD", "CNBD-k").replace("Poisson", "Erlang-k"),
    ends,
  }));
}

/** The first of equals: the less regular. */
function indexOfBest(fits: readonly RegularFit[]): number {
  const likelihoods = fits.map(({ fit }) => fit.logLikelihood);
  return likelihoods.indexOf(Math.max(...likelihoods));
}

/** A regularity that was chosen is one parameter more. */
function countChoice({ fit, ...found }: RegularFit): RegularFit {
  return {
    ...found,
    fit: { ...fit, aic: fit.aic + 2, bic: fit.bic + Math.log(fit.customers) },
  };
}
