import { MODEL_VERSION } from "../check-model.js";
import { fitPurchaseModel, readFitData } from "../fitting/fit-purchase-model.js";
import type { SearchParameter } from "../fitting/likelihood-problem.js";
import { maximizeLikelihood } from "../fitting/maximize-likelihood.js";
import { highEnd, lowEnd, type ModelLimit } from "../fitting/model-limits.js";
import { scaleTimes } from "../fitting/time-scale.js";
import { twoCaseObjective } from "../fitting/two-case-objective.js";
import { nbdLimit, nbdStart } from "../nbd/nbd-plan.js";
import { PARETO_PLAN } from "../pareto-nbd/pareto-nbd-plan.js";
import type {
  GgomNbdModel,
  GgomNbdName,
  ParetoNbdParameters,
  PurchaseHistories,
} from "../types.js";
import { GGOM_AXES } from "./ggom-axes.js";
import { ggomGradients } from "./gompertz-gradients.js";

const PARAMETERS = 5;

const LIMITS: readonly ModelLimit[] = [
  { kind: "paretoNbd", name: "Pareto/NBD", ends: [lowEnd(2)] },
  { kind: "nbd", name: "NBD", ends: [lowEnd(4)] },
  {
    kind: "gompertzNbd",
    name: "NBD with Gompertz lifetimes (one distribution of lifetimes for all)",
    ends: [highEnd(3)],
  },
  {
    kind: "ggomPoisson",
    name: "GGom/Poisson (one purchase rate for all)",
    ends: [highEnd(0)],
  },
];

/**
 * Fits the GGom/NBD model by maximum likelihood: purchases at a gamma distributed rate until a lifetime
 * ends that is Gompertz distributed, its scale gamma distributed over the customers (Bemmaor and Glady,
 * 2012). Unlike under Pareto/NBD, a customer's chance to leave may grow with time.
 *
 * @param histories - one row per customer, or weighted rows
 * @returns the model, with the unit of the histories: `b` per unit, `alpha` in units, `beta` without; `fit`
 * says how the search ended, and whether Pareto/NBD, the limit for b towards 0, does as well
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH for broken columns; EMPTY_INPUT for no
 * customers; INVALID_DATA for an impossible history, named, or data that cannot tell; NO_CONVERGENCE
 */
export function fitGgomNbd(histories: PurchaseHistories): GgomNbdModel {
  const distinct = readFitData(histories, PARAMETERS);
  const scaled = scaleTimes(distinct);
  const [r, alpha] = nbdStart(scaled);
  const pareto = fitPurchaseModel(distinct, PARETO_PLAN);
  const parameters: readonly SearchParameter<GgomNbdName>[] = [
    { name: "r", link: "log" },
    { name: "alpha", link: "log", scale: scaled.timeScale },
    { name: "b", link: "log", scale: 1 / scaled.timeScale },
    { name: "s", link: "log" },
    { name: "beta", link: "log" },
  ];
  const fitted = maximizeLikelihood({
    parameters,
    objective: twoCaseObjective(scaled, PARAMETERS, ggomGradients),
    // Chances to leave that hardly grow, as Pareto/NBD has them, that grow within the customers' age, and
    // that soar.
    starts: [
      startAtPareto(pareto.params, scaled.timeScale),
      [r, alpha, 1, 1, 1],
      [r, alpha, 5, 0.5, 20],
    ].map((start) => start.map(Math.log)),
    logLikelihoodShift: scaled.logLikelihoodShift,
    customers: scaled.customers,
    distinctRows: scaled.weight.length,
    axes: GGOM_AXES,
    limits: LIMITS,
    get nested() {
      const { logLikelihood } = pareto.fit;
      return [{ kind: "paretoNbd", name: "Pareto/NBD", logLikelihood }, nbdLimit(distinct)];
    },
  });
  return { kind: "ggomNbd", version: MODEL_VERSION, timeUnit: distinct.unit, ...fitted };
}

/** Near the limit for b towards 0, in which β / b is the β of Pareto/NBD. */
function startAtPareto(
  { r, alpha, s, beta }: ParetoNbdParameters["params"],
  timeScale: number,
): number[] {
  const b = 0.05;
  return [r, alpha / timeScale, b, s, (b * beta) / timeScale];
}
