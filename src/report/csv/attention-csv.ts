import { formatIsoDate } from "../../core/epoch-day.js";
import type { Locale } from "../../core/locale.js";
import type { AttentionCustomer, OrderAnalysis } from "../types.js";
import { CSV_LINE_END, csvText } from "./csv-cell.js";
import { listedId } from "./listed-id.js";

/** The list of customers to look at first, as the CSV file that the page offers. */
export function attentionCsv(analysis: OrderAnalysis, locale: Locale): string {
  const { customers, rfm, attention, minorDigits } = analysis;
  const line = ({ row, silentDays, usualGapDays }: AttentionCustomer): string =>
    [
      listedId(customers.customerIds[row] as string),
      csvText(rfm.segments[customers.segment[row] as number]?.segment.label[locale] ?? ""),
      (customers.totalSpend[row] as number).toFixed(minorDigits),
      customers.orderCount[row],
      formatIsoDate(customers.lastOrderDay[row] as number),
      silentDays,
      Math.round(usualGapDays),
      (silentDays / usualGapDays).toFixed(1),
    ].join(",");
  return [HEADER, ...attention.listed.map(line), ""].join(CSV_LINE_END);
}

const HEADER =
  "customer_id,segment,spend,orders,last_order,silent_days,usual_gap_days,times_usual_gap";
