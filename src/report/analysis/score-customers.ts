import { DAYS_PER_UNIT, type TimeUnit } from "../../core/calendar.js";
import { parseIsoDate } from "../../core/epoch-day.js";
import { localDays } from "../../core/zone.js";
import type { RfmScores, Segmentation } from "../../rfm/types.js";
import type { CustomerSummaries } from "../../transactions/types.js";
import type { ScoredCustomers } from "../types.js";

/**
 * Puts what is known of each customer side by side, as columns.
 *
 * @param summaries - in days
 * @param unit - of recency and age in the result
 */
export function scoreCustomers(
  summaries: CustomerSummaries,
  scores: RfmScores,
  { segment }: Segmentation,
  tier: Uint8Array,
  unit: TimeUnit,
): ScoredCustomers {
  const { zone } = summaries;
  const asOfDay = parseIsoDate(summaries.asOf) as number;
  const lastOrderDay = localDays(summaries.lastAt, zone);
  return {
    customerIds: summaries.customerIds,
    firstOrderDay: localDays(summaries.firstAt, zone),
    lastOrderDay,
    silentDays: lastOrderDay.map((day) => asOfDay - day),
    orderCount: summaries.orderCount,
    repeatCount: summaries.repeatCount,
    recency: summaries.recency.map((days) => days / DAYS_PER_UNIT[unit]),
    age: summaries.age.map((days) => days / DAYS_PER_UNIT[unit]),
    meanSpend: summaries.meanSpend,
    totalSpend: summaries.totalSpend,
    recencyScore: scores.recency,
    frequencyScore: scores.frequency,
    monetaryScore: scores.monetary,
    segment,
    tier,
  };
}
