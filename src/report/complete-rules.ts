import { checkNumber, checkOneOf } from "../core/column.js";
import { invalid } from "../core/errors.js";
import { withDefaults } from "../core/options.js";
import type { LifecycleRule } from "./lifecycle-types.js";
import { ATTENTION_RULE, LIFECYCLE_RULE, VALUE_RULE } from "./options.js";
import { TIERS } from "./tiers.js";
import type { AttentionRule } from "./types.js";
import type { ValueRule } from "./value-types.js";

/** @throws ClienteleError INVALID_ARGUMENT; UNKNOWN_OPTION */
export function completeAttentionRule(given: Partial<AttentionRule>): AttentionRule {
  const rule = withDefaults(ATTENTION_RULE, given);
  checkOneOf(rule.tier, "options.attention.tier", TIERS);
  checkNumber(rule.minimumPurchases, "options.attention.minimumPurchases", "count");
  checkNumber(rule.overdueFrom, "options.attention.overdueFrom", "nonNegative");
  checkNumber(rule.overdueTo, "options.attention.overdueTo", "positive");
  checkNumber(rule.limit, "options.attention.limit", "count");
  return rule;
}

/** @throws ClienteleError INVALID_ARGUMENT; UNKNOWN_OPTION */
export function completeValueRule(given: Partial<ValueRule>): ValueRule {
  const rule = withDefaults(VALUE_RULE, given);
  checkNumber(rule.horizonWeeks, "options.value.horizonWeeks", "positive");
  checkNumber(rule.annualDiscountRate, "options.value.annualDiscountRate", "nonNegative");
  checkNumber(rule.margin, "options.value.margin", "positive");
  if (rule.margin > 1) throw invalid("options.value.margin", "a share up to 1", rule.margin);
  checkNumber(rule.mostFitted, "options.value.mostFitted", "count");
  checkNumber(rule.seed, "options.value.seed", "count");
  checkNumber(rule.limit, "options.value.limit", "count");
  return rule;
}

/** A window longer than a year would be no news. */
const MOST_DAYS = 366;

/** @throws ClienteleError INVALID_ARGUMENT; UNKNOWN_OPTION */
export function completeLifecycleRule(given: Partial<LifecycleRule>): LifecycleRule {
  const rule = withDefaults(LIFECYCLE_RULE, given);
  checkNumber(rule.days, "options.lifecycle.days", "count");
  if (rule.days < 1 || rule.days > MOST_DAYS) {
    throw invalid("options.lifecycle.days", `a number of days from 1 to ${MOST_DAYS}`, rule.days);
  }
  checkNumber(rule.limit, "options.lifecycle.limit", "count");
  return rule;
}
