import { checkNumber, checkOneOf } from "../core/column.js";
import { ClienteleError, invalid } from "../core/errors.js";
import { withDefaults } from "../core/options.js";
import type { CustomerSummaries } from "../transactions/types.js";
import { applyRfmCuts } from "./apply-rfm-cuts.js";
import { resolveBins } from "./bins.js";
import { completeCuts, headOfCuts } from "./complete-cuts.js";
import { cutIndependently, cutNested } from "./cut-measures.js";
import { countCustomers, measureRfm } from "./measure-rfm.js";
import { RFM_DEFAULTS, type RfmOptions, type RfmOptionsInput } from "./options.js";
import { scoreMeasures } from "./score-measures.js";
import type { RfmScores } from "./types.js";

/**
 * Scores customers by recency (time since the last order: shorter is better), frequency and money,
 * after Hughes, "Strategic Database Marketing" (1994).
 *
 * Cuts lie at R's default quantiles (type 7), interval ends are half-open, and equal values always
 * get equal scores. Scaling all amounts or all times by a constant changes no score.
 *
 * @param summaries - one row per customer, at least one; net spend may be negative
 * @param options - quintiles of each measure by default; a value equal to a quantile belongs below it
 * @returns scores from 1 to `bins`, aligned with the summaries; `cuts`, which score other customers
 *   by the same rule; and the scores that nobody has, as happens where values are tied
 * @throws ClienteleError EMPTY_INPUT without customers
 * @throws ClienteleError INVALID_ARGUMENT; UNKNOWN_OPTION; LENGTH_MISMATCH; CURRENCY_MISMATCH
 * @example
 * const scores = scoreRfm(summaries, { bins: 5, method: "nested" });
 * rfmCode(scores, 0); //=> "545"
 */
export function scoreRfm(summaries: CustomerSummaries, options: RfmOptionsInput = {}): RfmScores {
  const settings = withDefaults(RFM_DEFAULTS, options);
  checkSettings(settings);
  if (countCustomers(summaries) === 0) {
    throw new ClienteleError("EMPTY_INPUT", "summaries has no customers to cut into scores", {
      where: "summaries.customerIds",
      expected: "at least one customer",
    });
  }
  if (settings.method === "fixed") return applyRfmCuts(summaries, completeCuts(summaries, options));

  const rules = { ...settings, bins: resolveBins(settings.bins) };
  const measures = measureRfm(summaries, settings);
  const cut = settings.method === "nested" ? cutNested : cutIndependently;
  return scoreMeasures(measures, { ...headOfCuts(summaries, settings), ...cut(measures, rules) });
}

function checkSettings(settings: RfmOptions): void {
  checkOneOf(settings.method, "options.method", ["independent", "nested", "fixed"]);
  checkOneOf(settings.ties, "options.ties", ["lower", "upper", "mid"]);
  checkOneOf(settings.frequency, "options.frequency", ["orderCount", "purchaseDays"]);
  checkOneOf(settings.monetary, "options.monetary", ["totalSpend", "meanSpend"]);
  checkNumber(settings.cutStep, "options.cutStep", "nonNegative");
  if (settings.cuts !== undefined && settings.method !== "fixed") {
    throw invalid("options.method", '"fixed" where cuts are given', settings.method);
  }
}
