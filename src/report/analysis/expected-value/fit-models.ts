import {
  type FittedModel,
  fitBgNbd,
  fitMbgNbd,
  fitNbd,
  fitParetoNbd,
  type PurchaseHistories,
  type PurchaseModel,
} from "../../../clv/index.js";
import { ClienteleError } from "../../../core/errors.js";
import type { ForecastKind } from "../../value-types.js";

/** A model of purchases with the report of its fit. */
export type FittedPurchaseModel = Extract<PurchaseModel, { kind: ForecastKind }> &
  Pick<FittedModel, "fit">;

/** From the most general story to the plainest, that of customers who never leave. */
const FITS: readonly (readonly [
  kind: ForecastKind,
  fit: (histories: PurchaseHistories) => FittedPurchaseModel,
])[] = [
  ["paretoNbd", fitParetoNbd],
  ["mbgNbd", fitMbgNbd],
  ["bgNbd", fitBgNbd],
  ["nbd", fitNbd],
];

/** The kinds of models that a forecast is chosen from. */
export const MODEL_KINDS: readonly ForecastKind[] = FITS.map(([kind]) => kind);

/**
 * Fits models of purchases to the same customers. A model may be more than the data need, so that they
 * cannot tell its parameters apart; it forecasts all the same, as long as they can tell those of another.
 *
 * @returns the models that can be fitted, lowest AIC first, ties in the order of {@link MODEL_KINDS}
 */
export function fitModels(
  histories: PurchaseHistories,
  kinds: readonly ForecastKind[] = MODEL_KINDS,
): readonly FittedPurchaseModel[] {
  const models = FITS.filter(([kind]) => kinds.includes(kind)).flatMap(
    ([, fitModel]) => attempt(() => fitModel(histories)) ?? [],
  );
  if (!models.some(({ fit }) => fit.status === "converged")) return [];
  return models.sort((a, b) => a.fit.aic - b.fit.aic);
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
