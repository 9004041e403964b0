import { ClienteleError } from "../../core/errors.js";
import { minorDigits, NO_CURRENCY } from "../../money/index.js";
import { MODEL_VERSION } from "../check-model.js";
import { checkEnough } from "../data/check-enough.js";
import type { SearchParameter } from "../fitting/likelihood-problem.js";
import { maximizeLikelihood } from "../fitting/maximize-likelihood.js";
import type { FitWarning } from "../types.js";
import { judgeIndependence } from "./check-spend-independence.js";
import { describeInfiniteMean } from "./expected-spend.js";
import { gammaGammaObjective } from "./gamma-gamma-likelihood.js";
import { type DistinctSpend, distinctSpend, readSpend } from "./read-spend.js";
import type {
  GammaGammaModel,
  GammaGammaName,
  SpendHistories,
  SpendIndependence,
} from "./types.js";

const PARAMETERS = 3;
/** Amounts that vary much within a customer, and little. */
const STARTS = [
  [1, 2, 1],
  [5, 4, 1],
];

/**
 * Fits the Gamma-Gamma model of spend by maximum likelihood: how much a customer spends on a
 * purchase, apart from how often (Fader and Hardie, 2013). Customers without a repeat purchase or
 * with a mean spend of zero are left out and counted. Whether spend is independent of frequency,
 * which the model takes for granted, is checked by itself.
 *
 * @param spend - one row per customer: repeat purchases and their mean amount, major units
 * @returns the model; warnings say where the mean of all customers would be infinite (q at most 1)
 * and where spend depends on frequency
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH for broken columns; INVALID_DATA for an
 * impossible row, named, or data that cannot tell; EMPTY_INPUT for nobody with repeat spend;
 * UNKNOWN_CURRENCY; NO_CONVERGENCE
 * @example
 * fitGammaGamma(summaries).params; //=> { p: 6.25, q: 3.74, gamma: 15.44 }, of the CDNOW sample
 */
export function fitGammaGamma(spend: SpendHistories): GammaGammaModel {
  const distinct = distinctSpend(readSpend(spend));
  const { currency = NO_CURRENCY } = spend;
  minorDigits(currency, "spend.currency");
  checkFitSpend(distinct);
  const { scaled, scale } = scaleSpend(distinct);
  const parameters: readonly SearchParameter<GammaGammaName>[] = [
    { name: "p", link: "log" },
    { name: "q", link: "log" },
    { name: "gamma", link: "log", scale },
  ];
  const { params, fit } = maximizeLikelihood({
    parameters,
    objective: gammaGammaObjective(scaled),
    starts: STARTS.map((start) => start.map(Math.log)),
    // A density is per unit of money.
    logLikelihoodShift: -distinct.customers * Math.log(scale),
    customers: distinct.customers,
    distinctRows: distinct.weight.length,
  });
  const independence = judgeIndependence(distinct);
  return {
    kind: "gammaGamma",
    version: MODEL_VERSION,
    currency,
    params,
    fit: { ...fit, warnings: [...fit.warnings, ...warnOfUse(params.q, independence)] },
    dropped: distinct.dropped,
    independence,
  };
}

/** Money in units of its mean, so that a search meets the same numbers whatever the currency. */
function scaleSpend(spend: DistinctSpend): { scaled: DistinctSpend; scale: number } {
  const { meanSpend, weight, customers } = spend;
  const scale = meanSpend.reduce((sum, mean, row) => sum + mean * weight[row]!, 0) / customers;
  return { scaled: { ...spend, meanSpend: meanSpend.map((mean) => mean / scale) }, scale };
}

function checkFitSpend(spend: DistinctSpend): void {
  const { noRepeat, zeroSpend } = spend.dropped;
  if (spend.customers === 0 && noRepeat + zeroSpend > 0) {
    throw new ClienteleError(
      "EMPTY_INPUT",
      `No customer has a repeat purchase with spend (${noRepeat} without a repeat purchase, ${zeroSpend} with zero spend), so there is nothing to learn about amounts`,
      { where: "spend" },
    );
  }
  checkEnough(spend, PARAMETERS, "spend");
}

function warnOfUse(q: number, independence: SpendIndependence): FitWarning<GammaGammaName>[] {
  const warnings: FitWarning<GammaGammaName>[] = [];
  if (!(q > 1)) {
    warnings.push({ code: "INFINITE_MEAN", message: describeInfiniteMean(q), parameters: ["q"] });
  }
  if (independence.verdict === "dependent") {
    warnings.push({ code: "SPEND_DEPENDENT", message: independence.message, parameters: [] });
  }
  return warnings;
}
