import {
  type FittedModel,
  fitBgNbd,
  fitMbgNbd,
  fitParetoNbd,
  type PurchaseHistories,
  type PurchaseModel,
} from "../../../clv/index.js";
import { ClienteleError } from "../../../core/errors.js";

/** A model of purchases with the report of its fit. */
export type FittedPurchaseModel = PurchaseModel & Pick<FittedModel, "fit">;

const FITS: readonly ((histories: PurchaseHistories) => FittedPurchaseModel)[] = [
  fitParetoNbd,
  fitMbgNbd,
  fitBgNbd,
];

/**
 * Fits the models of purchases that may be compared by their AIC, as they have as many parameters
 * and the same data. One whose parameters the data cannot tell apart is no basis for a forecast.
 *
 * @returns the models that can be fitted, best first: lowest AIC, ties in the order of the fits
 */
export function rankModels(histories: PurchaseHistories): readonly FittedPurchaseModel[] {
  return FITS.flatMap((fitModel) => attempt(() => fitModel(histories)) ?? [])
    .filter(({ fit }) => fit.status === "converged")
    .sort((a, b) => a.fit.aic - b.fit.aic);
}

/** What data may refuse to tell; anything else is a defect, and must be seen. */
const UNTELLING: ReadonlySet<string> = new Set(["NO_CONVERGENCE", "INVALID_DATA", "EMPTY_INPUT"]);

/** The result of a fit, or `undefined` where the data do not allow it. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof ClienteleError && UNTELLING.has(error.code)) return undefined;
    throw error;
  }
}
