import { addPeriod } from "../core/calendar.js";
import { checkNumber, type NumberColumn } from "../core/column.js";
import { parseIsoDate } from "../core/epoch-day.js";
import { invalid } from "../core/errors.js";
import { withDefaults } from "../core/options.js";
import { parsePeriod } from "../core/period.js";
import { TIER_REVIEW_DEFAULTS, type TierReviewOptions } from "./options.js";
import { checkThresholds } from "./thresholds.js";

/** The options of a review in the form in which they decide. */
export interface ReviewRules {
  readonly thresholds: NumberColumn;
  /** The thresholds that a rising value must reach. */
  readonly raised: readonly number[];
  /** The thresholds that a falling value must miss. */
  readonly lowered: readonly number[];
  readonly asOf: string;
  /** Whether a stay that began on a day has lasted for the minimum by `asOf`. */
  readonly hasStayedLongEnough: (since: string) => boolean;
}

// What has no default is refused by its check where it is missing.
const DEFAULTS: Required<TierReviewOptions> = {
  ...TIER_REVIEW_DEFAULTS,
  thresholds: undefined as never,
  asOf: undefined as never,
};

/**
 * Checks the options of a review and prepares its thresholds.
 *
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION
 */
export function readReviewRules(options: TierReviewOptions): ReviewRules {
  const read = withDefaults(DEFAULTS, options);
  const { thresholds, asOf, promotionMargin, demotionMargin, minimumStay } = read;
  checkThresholds(thresholds, "options.thresholds");
  checkMargin(promotionMargin, "options.promotionMargin");
  checkMargin(demotionMargin, "options.demotionMargin");
  const asOfMs = dayToMs(asOf);
  if (asOfMs === undefined) throw invalid("options.asOf", "a date such as 2026-03-31", asOf);
  return {
    thresholds,
    raised: Array.from(thresholds, (threshold) => move(threshold, promotionMargin)),
    lowered: Array.from(thresholds, (threshold) => move(threshold, -demotionMargin)),
    asOf,
    hasStayedLongEnough: stayRule(minimumStay, asOfMs),
  };
}

/** Moves a threshold by a share of its size; so a negative one, too, rises and falls. */
function move(threshold: number, share: number): number {
  return threshold + share * Math.abs(threshold);
}

function checkMargin(margin: number, where: string): void {
  checkNumber(margin, where, "nonNegative");
  if (margin >= 1) throw invalid(where, "a share from 0 to under 1", margin);
}

/** Days are few and customers many: each day is decided once. */
function stayRule(minimumStay: string, asOfMs: number): (since: string) => boolean {
  const period = parsePeriod(minimumStay, "options.minimumStay");
  const decided = new Map<string, boolean>();
  return (since) => {
    let isOver = decided.get(since);
    if (isOver === undefined) {
      isOver = addPeriod(dayToMs(since)!, period, "UTC") <= asOfMs;
      decided.set(since, isOver);
    }
    return isOver;
  };
}

const MS_PER_DAY = 86_400_000;

/** A calendar day as an instant of UTC, where all days are equally long. */
function dayToMs(day: string): number | undefined {
  const epochDay = parseIsoDate(day);
  return epochDay === undefined ? undefined : epochDay * MS_PER_DAY;
}
