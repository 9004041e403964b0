import { DAYS_PER_UNIT, type TimeUnit } from "../core/calendar.js";
import { formatIsoDate } from "../core/epoch-day.js";
import { localDays } from "../core/zone.js";
import { minorDigits } from "../money/minor-digits.js";
import type { MergedPurchases } from "./count-purchase-days.js";
import type { RefundPolicy } from "./options.js";
import type { CustomerFacts } from "./summary-columns.js";
import type { CustomerSummaries, SummaryAudit } from "./types.js";

/** What all customers of a summary share. */
export interface SummarySettings {
  /** The local day up to which orders were counted. */
  readonly asOfDay: number;
  readonly unit: TimeUnit;
  readonly zone: string;
  readonly currency: string;
  readonly refunds: RefundPolicy;
}

/** Entries by what became of them. */
export interface EntryCounts {
  readonly purchases: number;
  readonly refunds: number;
  readonly afterAsOf: number;
  readonly cancelledOrders: number;
}

/**
 * Turns what is known of each customer into the columns of the literature. Customers without a
 * purchase are left out, and counted.
 */
export function buildSummaries(
  customerIds: readonly string[],
  facts: CustomerFacts,
  merged: MergedPurchases,
  settings: SummarySettings,
  counts: EntryCounts,
): CustomerSummaries {
  const listed = facts.orderCount.reduce((count, orders) => (orders > 0 ? count + 1 : count), 0);
  const columns = {
    customerIds: new Array<string>(listed),
    repeatCount: new Int32Array(listed),
    meanSpend: new Float64Array(listed),
    totalSpend: new Float64Array(listed),
    firstAt: new Float64Array(listed),
    lastAt: new Float64Array(listed),
    orderCount: new Int32Array(listed),
  };
  const minorPerMajor = 10 ** minorDigits(settings.currency);
  let mergedSameDay = 0;
  let row = 0;
  for (let customer = 0; customer < customerIds.length; customer++) {
    const orderCount = facts.orderCount[customer]!;
    if (orderCount === 0) continue;
    const refundMinor = settings.refunds === "net" ? facts.refundMinor[customer]! : 0;
    const totalMinor = facts.grossMinor[customer]! + refundMinor;
    const repeatCount = merged.purchaseCount[customer]! - 1;
    const repeatMinor = Math.max(0, totalMinor - merged.firstMinor[customer]!);
    columns.customerIds[row] = customerIds[customer]!;
    columns.repeatCount[row] = repeatCount;
    columns.meanSpend[row] = repeatCount === 0 ? 0 : repeatMinor / (repeatCount * minorPerMajor);
    columns.totalSpend[row] = totalMinor / minorPerMajor;
    columns.firstAt[row] = facts.firstAt[customer]!;
    columns.lastAt[row] = facts.lastAt[customer]!;
    columns.orderCount[row] = orderCount;
    mergedSameDay += orderCount - merged.purchaseCount[customer]!;
    row++;
  }
  const { asOfDay, unit, zone, currency } = settings;
  return {
    ...columns,
    ...measureTimes(columns.firstAt, columns.lastAt, settings),
    unit,
    asOf: formatIsoDate(asOfDay),
    zone,
    currency,
    audit: {
      ...countRefunds(counts, settings.refunds),
      mergedSameDay,
      customersWithoutPurchase: customerIds.length - listed,
    },
  };
}

function countRefunds(
  { purchases, cancelledOrders, refunds, afterAsOf }: EntryCounts,
  policy: RefundPolicy,
): Omit<SummaryAudit, "mergedSameDay" | "customersWithoutPurchase"> {
  return {
    orders: purchases + cancelledOrders + refunds + afterAsOf,
    purchases,
    cancelledOrders,
    afterAsOf,
    refundsNetted: policy === "net" ? refunds : 0,
    refundsIgnored: policy === "net" ? 0 : refunds,
  };
}

function measureTimes(
  firstAt: Float64Array,
  lastAt: Float64Array,
  { asOfDay, unit, zone }: SummarySettings,
): Pick<CustomerSummaries, "recency" | "age"> {
  const daysPerUnit = DAYS_PER_UNIT[unit];
  const firstDay = localDays(firstAt, zone);
  const lastDay = localDays(lastAt, zone);
  const recency = new Float64Array(firstDay.length);
  const age = new Float64Array(firstDay.length);
  for (let row = 0; row < firstDay.length; row++) {
    // Where clocks go back over midnight, a later instant can lie in the day before.
    recency[row] = Math.max(0, lastDay[row]! - firstDay[row]!) / daysPerUnit;
    age[row] = Math.max(0, asOfDay - firstDay[row]!) / daysPerUnit;
  }
  return { recency, age };
}
