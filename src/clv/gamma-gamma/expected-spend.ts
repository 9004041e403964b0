import { ClienteleError, invalid } from "../../core/errors.js";
import { checkParams } from "../check-model.js";
import { readSpend } from "./read-spend.js";
import type { GammaGammaParameters, SpendHistories } from "./types.js";

/**
 * The expected spend on a purchase of each customer, p (γ + m x) / (p x + q - 1): between the
 * customer's own mean and the mean of all, the nearer to the former the more purchases there were
 * (Fader and Hardie, 2013, equation 5). Without repeat purchases it is the mean of all, p γ / (q - 1).
 *
 * @param model - from `fitGammaGamma`, or written down with published parameters
 * @param spend - one row per customer, in the model's currency
 * @returns one expected amount per customer, major units
 * @throws ClienteleError OUT_OF_RANGE where q is at most 1 and the mean of all therefore infinite;
 * CURRENCY_MISMATCH, INVALID_ARGUMENT, LENGTH_MISMATCH, INVALID_DATA, UNSUPPORTED_VERSION
 * @example
 * const model = { kind: "gammaGamma", version: 1, currency: "USD", params: { p: 6, q: 4, gamma: 15 } };
 * expectedSpend(model, { repeatCount: [0, 1], meanSpend: [0, 60] }); //=> [30, 50]
 */
export function expectedSpend(model: GammaGammaParameters, spend: SpendHistories): Float64Array {
  checkParams(model, "gammaGamma", ["p", "q", "gamma"]);
  const { p, q, gamma } = model.params;
  if (!(q > 1)) throw infiniteMean(q);
  const { repeatCount, meanSpend } = readSpend(spend);
  checkCurrency(model.currency, spend.currency);
  return repeatCount.map((x, row) => (p * (gamma + meanSpend[row]! * x)) / (p * x + (q - 1)));
}

function checkCurrency(wanted: string, got: string | undefined): void {
  if (got === undefined || got === wanted) return;
  throw invalid("spend.currency", `${wanted}, the currency of the model`, got, {
    code: "CURRENCY_MISMATCH",
  });
}

/** Why there is no mean, and what to do; for errors and warnings alike. */
export function describeInfiniteMean(q: number): string {
  return `q is ${q.toPrecision(3)}: at 1 or below the mean spend over all customers is infinite, so there is no expected spend. Look for a few amounts that are far too large, or model groups of customers apart`;
}

function infiniteMean(q: number): ClienteleError {
  return new ClienteleError("OUT_OF_RANGE", describeInfiniteMean(q), {
    where: "model.params.q",
    expected: "above 1",
    got: String(q),
  });
}
