import { chiSquareSurvival } from "../../core/math/index.js";
import type { FitReport } from "../types.js";
import { checkComparable } from "./check-comparable.js";
import { describeNesting, describeVerdict } from "./describe-comparison.js";
import { NESTINGS, type Nesting } from "./model-relations.js";
import type { ComparedModel, ModelComparison, NestedComparison } from "./types.js";

/** What a comparison reads of a model: every fitted model has it. */
export interface ComparableModel {
  readonly kind: string;
  readonly timeUnit?: string;
  /** What the likelihood of a model of regular buyers includes. */
  readonly timing?: string;
  readonly fit: FitReport;
}

/**
 * Compares models that were fitted to the same data: by AIC and BIC, and every pair of which one is a
 * special case of the other by the likelihood ratio. Where the special case lies at the boundary, as
 * the NBD does, the usual p-value is too high; both bounds are given.
 *
 * @param models - two or more, of the same customers in the same unit
 * @returns the models, the best by AIC first, with a verdict in words
 * @throws ClienteleError INVALID_ARGUMENT for fewer than two models, or what is no fitted model;
 * INVALID_DATA for models of different data
 * @example
 * compareModels([fitNbd(histories), fitParetoNbd(histories), fitBgNbd(histories)]).verdict.en;
 */
export function compareModels(models: readonly ComparableModel[]): ModelComparison {
  checkComparable(models);
  const lowest = Math.min(...models.map(({ fit }) => fit.aic));
  const evidence = models.map(({ fit }) => Math.exp((lowest - fit.aic) / 2));
  const whole = evidence.reduce((sum, each) => sum + each, 0);
  const compared = models.map(({ kind, fit }, index): ComparedModel => {
    const { parameterNames, logLikelihood, aic, bic } = fit;
    return {
      kind,
      parameters: parameterNames.length,
      logLikelihood,
      aic,
      bic,
      aicDifference: aic - lowest,
      weight: evidence[index]! / whole,
    };
  });
  // Of equals the one with fewer parameters.
  compared.sort((left, right) => left.aic - right.aic || left.parameters - right.parameters);
  const nested = NESTINGS.flatMap((nesting) => compareNested(models, nesting));
  return {
    models: compared,
    nested,
    best: compared[0]!.kind,
    verdict: describeVerdict(compared, nested),
  };
}

function compareNested(
  models: readonly ComparableModel[],
  { simple, general, isBoundary }: Nesting,
): NestedComparison[] {
  const special = models.filter(({ kind }) => kind === simple);
  const whole = models.filter(({ kind }) => kind === general);
  return special.flatMap((less) =>
    whole.map(({ fit }) => {
      const gain = fit.logLikelihood - less.fit.logLikelihood;
      const statistic = Math.max(0, 2 * gain);
      const degrees = fit.parameterNames.length - less.fit.parameterNames.length;
      const pValue = chiSquareSurvival(statistic, degrees);
      const half = statistic === 0 ? 1 : 0.5 * chiSquareSurvival(statistic, 1);
      return {
        simple,
        general,
        statistic,
        degrees,
        pValue,
        ...(isBoundary && { lowestPValue: half }),
        isBoundary,
        note: describeNesting(simple, general, pValue, isBoundary ? half : pValue),
      };
    }),
  );
}
