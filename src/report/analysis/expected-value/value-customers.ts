import {
  customerLifetimeValue,
  expectedResidualTransactions,
  expectedTransactions,
  fitGammaGamma,
  type GammaGammaModel,
  probabilityAlive,
  type ResidualOptions,
  type SpendHistories,
} from "../../../clv/index.js";
import type { SpendBasis, ValuedCustomers, ValueRule } from "../../value-types.js";
import { attempt, type FittedPurchaseModel } from "./fit-models.js";
import type { WeeklyHistories } from "./weekly-histories.js";

/**
 * Scores every customer: amounts by the Gamma-Gamma model, or, where that cannot be fitted or has no
 * mean, every purchase at what repeat purchases amount to on average.
 *
 * @param model - of the purchases
 * @param sample - the customers to learn amounts from
 * @param histories - the customers to tell about
 */
export function valueCustomers(
  model: FittedPurchaseModel,
  sample: WeeklyHistories,
  histories: WeeklyHistories,
  { horizonWeeks, annualDiscountRate, margin }: ValueRule,
): { readonly spend: SpendBasis; readonly customers: ValuedCustomers } {
  const horizon = { weeks: horizonWeeks };
  const options: ResidualOptions = { horizon, discountRate: { annual: annualDiscountRate } };
  const chances = {
    probabilityAlive: probabilityAlive(model, histories),
    expectedOrders: expectedTransactions(model, histories, { horizon }),
  };
  const amounts = fitAmounts(sample);
  if (amounts === undefined) {
    const meanSpend = meanRepeatSpend(histories);
    const discounted = expectedResidualTransactions(model, histories, options);
    const expectedValue = discounted.map((orders) => orders * meanSpend * margin);
    const spend = { method: "mean", meanSpend, independence: undefined } as const;
    return { spend, customers: { ...chances, expectedValue } };
  }
  const models = { transactions: model, spend: amounts };
  const { values, independence } = customerLifetimeValue(models, histories, { ...options, margin });
  const { p, q, gamma } = amounts.params;
  const meanSpend = (p * gamma) / (q - 1);
  return {
    spend: { method: "gammaGamma", meanSpend, independence: independence.verdict },
    customers: { ...chances, expectedValue: values },
  };
}

function fitAmounts(sample: SpendHistories): GammaGammaModel | undefined {
  const model = attempt(() => fitGammaGamma(sample));
  return model !== undefined && model.params.q > 1 && model.fit.status === "converged"
    ? model
    : undefined;
}

function meanRepeatSpend({ repeatCount, meanSpend }: WeeklyHistories): number {
  let total = 0;
  let purchases = 0;
  for (let row = 0; row < repeatCount.length; row++) {
    total += (repeatCount[row] as number) * (meanSpend[row] as number);
    purchases += repeatCount[row] as number;
  }
  return purchases === 0 ? 0 : total / purchases;
}
