import type { Objective } from "../../core/math/index.js";
import { distinctHistories } from "../data/distinct-histories.js";
import { readHistories } from "../data/read-histories.js";
import { scaleTimes } from "../fitting/time-scale.js";
import { type TwoCaseGradients, twoCaseObjective } from "../fitting/two-case-objective.js";
import { ggomGradients } from "../ggom-nbd/gompertz-gradients.js";
import { nbdGradients } from "../nbd/nbd-likelihood.js";
import { betaGeometricGradients } from "../process/beta-geometric-gradients.js";
import { paretoGradients } from "../process/pareto-gradients.js";
import { regularObjective } from "../regular-timing/regular-objective.js";
import { sumTimingConstants } from "../regular-timing/timing-constant.js";
import type { PurchaseHistories, PurchaseModel } from "../types.js";

/** The likelihood that a model was fitted by. */
export interface RebuiltLikelihood {
  /** Minus the log-likelihood by the logarithms of the parameters, times measured by `scales`. */
  readonly objective: Objective;
  /** What it lacks for the unit of the model. */
  readonly logLikelihoodShift: number;
  /** The unit of each parameter in it. */
  readonly scales: readonly number[];
}

/**
 * Builds the likelihood of a model again from the histories.
 *
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, INVALID_DATA
 */
export function rebuildLikelihood(
  model: PurchaseModel,
  histories: PurchaseHistories,
): RebuiltLikelihood {
  const columns = readHistories(histories, model.timeUnit);
  const scaled = scaleTimes(distinctHistories(columns));
  const { timeScale, logLikelihoodShift } = scaled;
  const ofCases = (
    scales: readonly number[],
    gradients: (point: readonly number[]) => TwoCaseGradients,
  ): RebuiltLikelihood => ({
    objective: twoCaseObjective(scaled, scales.length, gradients),
    logLikelihoodShift,
    scales,
  });
  switch (model.kind) {
    case "nbd":
      return ofCases([1, timeScale], nbdGradients);
    case "paretoNbd":
      return ofCases([1, timeScale, 1, timeScale], paretoGradients);
    case "bgNbd":
    case "mbgNbd": {
      const firstChance = model.kind === "bgNbd" ? 1 : 0;
      return ofCases([1, timeScale, 1, 1], (point) => betaGeometricGradients(point, firstChance));
    }
    case "ggomNbd":
      return ofCases([1, timeScale, 1 / timeScale, 1, 1], ggomGradients);
    case "bgCnbd":
    case "mbgCnbd": {
      const { regularity: k } = model;
      return {
        objective: regularObjective(scaled, model.kind === "bgCnbd" ? 1 : 0, k),
        logLikelihoodShift: k * logLikelihoodShift + sumTimingConstants(columns, k),
        scales: [1, timeScale, 1, 1],
      };
    }
  }
}
