import { DAYS_PER_UNIT, type TimeUnit } from "../core/calendar.js";
import { checkNumber, checkOneOf } from "../core/column.js";
import { formatIsoDate } from "../core/epoch-day.js";
import { ClienteleError } from "../core/errors.js";
import { withDefaults } from "../core/options.js";
import { checkSegmentMap } from "../rfm/check-segment-map.js";
import { describeSegments } from "../rfm/describe-segments.js";
import { RFM_SEGMENT_MAP } from "../rfm/maps/rfm-segment-map.js";
import { rfmGrid } from "../rfm/rfm-grid.js";
import { scoreRfm } from "../rfm/score-rfm.js";
import { segmentRfm } from "../rfm/segment-rfm.js";
import type { RfmBins, SegmentMap } from "../rfm/types.js";
import { cohortTable } from "../transactions/cohort-table.js";
import { interpurchaseTimes } from "../transactions/interpurchase-times.js";
import { orderTrend } from "../transactions/order-trend.js";
import { retentionTable } from "../transactions/retention-table.js";
import { summarizeTransactions } from "../transactions/summarize-transactions.js";
import type { CustomerSummaries, TransactionLog } from "../transactions/types.js";
import { attentionList } from "./analysis/attention-list.js";
import { chooseGrain } from "./analysis/choose-grain.js";
import { expectedValue } from "./analysis/expected-value/expected-value.js";
import { keyFigures } from "./analysis/key-figures.js";
import { lifecycleFigures } from "./analysis/lifecycle/lifecycle-figures.js";
import { scoreCustomers } from "./analysis/score-customers.js";
import { valueFigures } from "./analysis/value-figures.js";
import {
  completeAttentionRule,
  completeLifecycleRule,
  completeValueRule,
} from "./complete-rules.js";
import { ANALYSIS_DEFAULTS, type AnalysisOptionsInput } from "./options.js";
import type { OrderAnalysis } from "./types.js";

/**
 * Works out all that a report says about an order log: key figures, value tiers, RFM segments,
 * cohorts, trend, purchase rhythm, the customers to look at first, what they are expected to be
 * worth, and where they stand in their lifecycle.
 *
 * @param log - orders in any order
 * @param options - `asOf` is required; grain, refund policy, segment map and the rules of the list, of
 *   expected value and of the lifecycle have defaults
 * @returns plain data for `renderReport`, `customerTable` and `renderCustomerCsv`
 * @throws ClienteleError EMPTY_INPUT when no customer has a purchase up to `asOf`
 * @throws ClienteleError INVALID_ARGUMENT; UNKNOWN_OPTION; INVALID_DATA, as the parts throw them
 * @example
 * const analysis = analyzeOrders(log, { asOf: "1998-06-30" });
 * analysis.figures.customers; //=> 23570
 */
export function analyzeOrders(log: TransactionLog, options: AnalysisOptionsInput): OrderAnalysis {
  const settings = withDefaults(ANALYSIS_DEFAULTS, options);
  checkNumber(settings.activeDays, "options.activeDays", "positive");
  checkOneOf(settings.unit, "options.unit", Object.keys(DAYS_PER_UNIT) as TimeUnit[]);
  const rule = completeAttentionRule(settings.attention);
  const valueRule = completeValueRule(settings.value);
  const lifecycleRule = completeLifecycleRule(settings.lifecycle);
  const map = settings.segmentMap ?? RFM_SEGMENT_MAP;
  checkSegmentMap(map);
  const asOf = settings.asOf!;
  const { refunds } = settings;

  const summaries = summarizeTransactions(log, { asOf, unit: "day", refunds });
  if (summaries.customerIds.length === 0) throw nothingToReport(summaries);
  const scores = scoreRfm(summaries, { bins: binsOf(map) });
  const segmentation = segmentRfm(scores, map);
  const { tier, tiers, concentration } = valueFigures(summaries.totalSpend);
  const customers = scoreCustomers(summaries, scores, segmentation, tier, settings.unit);
  const firstDay = customers.firstOrderDay.reduce((least, day) => Math.min(least, day));
  const lastDay = customers.lastOrderDay.reduce((most, day) => Math.max(most, day));
  const grain = settings.grain ?? chooseGrain(lastDay - firstDay + 1);
  const interpurchase = interpurchaseTimes(log, { asOf, refunds });
  const retention = retentionTable(cohortTable(log, { asOf, grain, refunds }));
  const periods = orderTrend(log, { asOf, grain, refunds });
  const value = expectedValue(
    summaries,
    {
      log,
      asOf,
      refunds,
      customers,
      segments: map.segments.length,
      cohorts: retention.cohorts,
    },
    valueRule,
  );
  const worth = value.ok ? value.value.customers.expectedValue : customers.totalSpend;

  return {
    asOf: summaries.asOf,
    firstOrderDay: formatIsoDate(firstDay),
    lastOrderDay: formatIsoDate(lastDay),
    zone: summaries.zone,
    unit: settings.unit,
    currency: summaries.currency,
    minorDigits: log.minorDigits,
    figures: keyFigures(summaries, customers.silentDays, settings.activeDays, log.minorDigits),
    tiers,
    concentration,
    rfm: {
      bins: scores.bins,
      cuts: scores.cuts,
      grid: rfmGrid(scores, summaries),
      segments: describeSegments(segmentation, summaries),
    },
    retention,
    trend: { grain, periods },
    interpurchase,
    attention: attentionList(customers, interpurchase.medianDays, rule, log.minorDigits),
    value,
    lifecycle: lifecycleFigures(
      log,
      { asOf, refunds, periods, typicalGapDays: interpurchase.medianDays, worth },
      lifecycleRule,
    ),
    audit: summaries.audit,
    customers,
  };
}

/** A map that does not look at money has no say in how money is scored. */
function binsOf({ bins }: SegmentMap): RfmBins {
  return { ...bins, monetary: bins.monetary ?? bins.recency };
}

function nothingToReport({ asOf, audit }: CustomerSummaries): ClienteleError {
  return new ClienteleError(
    "EMPTY_INPUT",
    `the log has no purchase up to ${asOf}, so there is nothing to report; ${audit.afterAsOf} of its ${audit.orders} orders lie after that day`,
    {
      where: "log",
      expected: `at least one purchase up to ${asOf}`,
      remedy: "Give a later day, or check that amounts are positive",
    },
  );
}
