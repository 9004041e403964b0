import { ClienteleError, describeValue, invalid } from "../../core/errors.js";
import { withDefaults } from "../../core/options.js";
import { checkSpendIndependence } from "../gamma-gamma/check-spend-independence.js";
import { expectedSpend } from "../gamma-gamma/expected-spend.js";
import type { SpendIndependence } from "../gamma-gamma/types.js";
import type { ResidualOptions } from "../options.js";
import { expectedResidualTransactions } from "../scoring/expected-residual-transactions.js";
import { collectWarnings } from "./collect-warnings.js";
import { VALUE_DEFAULTS, type ValueOptions } from "./options.js";
import type { LifetimeValues, ValueHistories, ValueModels } from "./types.js";

/**
 * What each customer will bring in from the end of the observation on: the expected transactions, each
 * discounted in continuous time, times the expected spend times the margin (Fader, Hardie and Lee, 2005,
 * "RFM and CLV"). What the customer has spent so far is not in it.
 *
 * @param models - of the purchases and of the amounts, fitted or with published parameters
 * @param summaries - one row per customer, in any unit of time, in the currency of the spend model
 * @param options - `discountRate` with its unit; `horizon`, all time to come where left out; `margin`
 * @returns the values with what they mean; empty columns for no customers
 * @throws ClienteleError OUT_OF_RANGE where there is no finite value: the mean spend is infinite (q at
 * most 1), or all time to come counts without a discount; CURRENCY_MISMATCH, INVALID_ARGUMENT,
 * LENGTH_MISMATCH, INVALID_DATA, UNKNOWN_OPTION, UNSUPPORTED_VERSION
 * @example
 * const models = { transactions: fitParetoNbd(summaries), spend: fitGammaGamma(summaries) };
 * const options = { horizon: { years: 1 }, discountRate: { annual: 0.1 }, margin: 0.3 };
 * customerLifetimeValue(models, summaries, options).values;
 */
export function customerLifetimeValue(
  models: ValueModels,
  summaries: ValueHistories,
  options: ValueOptions,
): LifetimeValues {
  const { margin, discountRate, horizon } = readOptions(options);
  if (typeof models !== "object" || models === null) {
    throw invalid("models", "an object with transactions and spend", models);
  }
  const spend = expectedSpend(models.spend, summaries);
  const transactions = expectedResidualTransactions(models.transactions, summaries, {
    discountRate,
    horizon,
  });
  const values = transactions.map((count, row) => count * spend[row]! * margin);
  checkFinite(values, summaries.customerIds);
  const independence = independenceOf(models, summaries);
  return {
    kind: "residualLifetimeValue",
    values,
    transactions,
    spend,
    currency: models.spend.currency,
    purchaseModel: models.transactions.kind,
    ...(horizon && { horizon }),
    discountRate,
    margin,
    independence,
    warnings: collectWarnings(models, independence),
  };
}

function readOptions(options: ValueOptions): ResidualOptions & { readonly margin: number } {
  const { margin, horizon, discountRate } = withDefaults(VALUE_DEFAULTS, options);
  if (!(typeof margin === "number" && margin >= 0 && margin <= 1)) {
    throw invalid("options.margin", "a share from 0 to 1", margin);
  }
  if (discountRate === undefined) {
    throw invalid(
      "options.discountRate",
      "a rate with its unit such as { annual: 0.1 }",
      undefined,
    );
  }
  return { margin, horizon, discountRate };
}

/** The finding of the fit; where parameters alone were given, that of the customers at hand. */
function independenceOf({ spend }: ValueModels, summaries: ValueHistories): SpendIndependence {
  const fitted = "independence" in spend ? (spend.independence as SpendIndependence) : undefined;
  return fitted ?? checkSpendIndependence(summaries);
}

function checkFinite(values: Float64Array, ids: ArrayLike<string> | undefined): void {
  const row = values.findIndex((value) => !(value < Infinity));
  if (row < 0) return;
  const who = ids?.[row] === undefined ? "" : ` of customer ${describeValue(ids[row])}`;
  throw new ClienteleError(
    "OUT_OF_RANGE",
    `The value${who} in row ${row} is beyond all numbers: the parameters of the models are too extreme`,
    { where: `summaries row ${row}` },
  );
}
