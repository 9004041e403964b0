import { checkColumn, checkLength, type NumberColumn } from "../core/column.js";
import { parseIsoDate } from "../core/epoch-day.js";
import { invalid } from "../core/errors.js";
import { checkTable } from "./check-table.js";
import type { TierReviewOptions } from "./options.js";
import { type ReviewRules, readReviewRules } from "./review-rules.js";
import { tierOf } from "./thresholds.js";
import type { TierHistory, TierReason, TierReview } from "./types.js";

/**
 * Moves customers between tiers with hysteresis, so that a value that wavers around a threshold
 * does not move its customer back and forth.
 *
 * A customer rises into the best tier whose threshold, raised by `promotionMargin`, the value
 * reaches. A customer falls when the value is below the threshold of the tier lowered by
 * `demotionMargin` and the `minimumStay` is over, and then into the best tier whose lowered
 * threshold the value reaches. A second review of the same values changes nothing.
 *
 * @param values - one finite number per customer
 * @param previous - tiers and the days since when, aligned with `values`; an earlier review, or
 *   `undefined` for customers who have no tier yet and get the one that their value asks for
 * @param options - `thresholds` (best tier first, such as those of `thresholdsByShare`) and `asOf`;
 *   `promotionMargin` (default 0), `demotionMargin` (default 0.1), `minimumStay` (default `P0D`)
 * @returns for each customer the tier, the day since when, the tier asked for by the value, and why
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, UNKNOWN_OPTION; INVALID_DATA for a stay that begins after `asOf`
 * @example
 * const previous = { tiers: [0, 1], since: ["2025-01-01", "2025-01-01"] };
 * reviewTiers([950, 1000], previous, { thresholds: [1000], asOf: "2026-01-01" })
 *   .reasons //=> ["demotionMargin", "promoted"]
 */
export function reviewTiers(
  values: NumberColumn,
  previous: TierHistory,
  options: TierReviewOptions,
): TierReview {
  const rules = readReviewRules(options);
  checkColumn(values, "values");
  checkTable(previous, "previous", ["tiers", "since"]);
  checkLength(previous.tiers, "previous.tiers", values.length);
  checkLength(previous.since, "previous.since", values.length);
  const tiers = new Uint8Array(values.length);
  const targets = new Uint8Array(values.length);
  const since: string[] = [];
  const reasons: TierReason[] = [];
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    const stay = readStay(previous, index, rules);
    const { tier, reason } = decide(value, stay, rules);
    tiers[index] = tier;
    targets[index] = tierOf(value, rules.thresholds);
    since.push(stay === undefined || tier !== stay.tier ? rules.asOf : stay.since);
    reasons.push(reason);
  }
  return { tiers, since, targets, reasons };
}

interface Stay {
  readonly tier: number;
  readonly since: string;
  readonly mayEnd: boolean;
}

function decide(
  value: number,
  stay: Stay | undefined,
  { thresholds, raised, lowered }: ReviewRules,
): { readonly tier: number; readonly reason: TierReason } {
  const target = tierOf(value, thresholds);
  if (stay === undefined) return { tier: target, reason: "new" };
  const { tier } = stay;
  if (target === tier) return { tier, reason: "kept" };
  if (target < tier) {
    const reached = tierOf(value, raised);
    return reached < tier
      ? { tier: reached, reason: "promoted" }
      : { tier, reason: "promotionMargin" };
  }
  const fallen = tierOf(value, lowered);
  if (fallen <= tier) return { tier, reason: "demotionMargin" };
  return stay.mayEnd ? { tier: fallen, reason: "demoted" } : { tier, reason: "minimumStay" };
}

function readStay(previous: TierHistory, index: number, rules: ReviewRules): Stay | undefined {
  const tier = previous.tiers[index];
  if (tier === undefined) return undefined;
  const lastTier = rules.thresholds.length;
  if (!Number.isInteger(tier) || tier < 0 || tier > lastTier) {
    throw invalid(`previous.tiers[${index}]`, `a tier from 0 to ${lastTier}`, tier);
  }
  const since = previous.since[index];
  if (since === undefined || parseIsoDate(since) === undefined) {
    throw invalid(`previous.since[${index}]`, "a date such as 2026-03-31", since);
  }
  if (since > rules.asOf) {
    throw invalid(`previous.since[${index}]`, `no later than asOf, ${rules.asOf}`, since, {
      code: "INVALID_DATA",
    });
  }
  return { tier, since, mayEnd: rules.hasStayedLongEnough(since) };
}
