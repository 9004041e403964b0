import { compareModels } from "../../../clv/index.js";
import type { ForecastKind, ModelChoice, Rehearsal } from "../../value-types.js";
import { type FittedPurchaseModel, fitModels } from "./fit-models.js";
import type { WeeklyHistories } from "./weekly-histories.js";

/** The model that the forecast is made with, and the reasons for it. */
export interface ChosenModel {
  readonly model: FittedPurchaseModel;
  readonly choice: ModelChoice;
}

/**
 * Chooses the model of purchases: the one that forecast best in a rehearsal, as a forecast is what it
 * is for; without a rehearsal the one with the lowest AIC.
 *
 * @param histories - the customers to learn from
 * @param rehearse - lets models of some kinds forecast what is known already
 * @returns `undefined` where no model can be fitted
 */
export function chooseModel(
  histories: WeeklyHistories,
  rehearse: (kinds: readonly ForecastKind[]) => Rehearsal | undefined,
): ChosenModel | undefined {
  const models = fitModels(histories);
  const [closest] = models;
  if (closest === undefined) return undefined;
  const rehearsal = rehearse(models.map(({ kind }) => kind));
  const nearest = rehearsal?.forecasts[0]?.kind;
  const model = models.find(({ kind }) => kind === nearest) ?? closest;
  return {
    model,
    choice: {
      kind: model.kind,
      params: model.params,
      chosenBy: rehearsal === undefined ? "fit" : "forecast",
      candidates: models.map(({ kind, fit }) => ({ kind, aic: fit.aic })),
      verdict: models.length < 2 ? undefined : compareModels(models).verdict,
      fittedCustomers: histories.repeatCount.length,
      rehearsal,
    },
  };
}
