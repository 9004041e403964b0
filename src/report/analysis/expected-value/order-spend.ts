import { expectedSpend, fitGammaGamma, type SpendHistories } from "../../../clv/index.js";
import type { SpendBasis } from "../../value-types.js";
import { attempt } from "./choose-model.js";

/**
 * What an order of each customer is expected to amount to: by the Gamma-Gamma model, or, where that
 * cannot be fitted or has no mean, what repeat purchases amount to on average.
 *
 * @param fitted - the customers to learn from
 * @param spend - the customers to tell about
 */
export function orderSpend(
  fitted: SpendHistories,
  spend: SpendHistories,
): { readonly basis: SpendBasis; readonly perOrder: Float64Array } {
  const model = attempt(() => fitGammaGamma(fitted));
  if (model === undefined || !(model.params.q > 1) || model.fit.status !== "converged") {
    const meanSpend = meanRepeatSpend(spend);
    const perOrder = new Float64Array(spend.repeatCount.length).fill(meanSpend);
    return { basis: { method: "mean", meanSpend, independence: undefined }, perOrder };
  }
  const { p, q, gamma } = model.params;
  return {
    basis: {
      method: "gammaGamma",
      meanSpend: (p * gamma) / (q - 1),
      independence: model.independence.verdict,
    },
    perOrder: expectedSpend(model, spend),
  };
}

function meanRepeatSpend({ repeatCount, meanSpend }: SpendHistories): number {
  let total = 0;
  let purchases = 0;
  for (let row = 0; row < repeatCount.length; row++) {
    total += (repeatCount[row] as number) * (meanSpend[row] as number);
    purchases += repeatCount[row] as number;
  }
  return purchases === 0 ? 0 : total / purchases;
}
