import { formatIsoDate } from "../../core/epoch-day.js";
import type { Locale } from "../../core/locale.js";
import type { OrderAnalysis } from "../types.js";
import type { ExpectedValue, RiskCustomer } from "../value-types.js";
import { CSV_LINE_END, csvText } from "./csv-cell.js";
import { listedId } from "./listed-id.js";

/** The customers with most value at risk, as the CSV file that the page offers. */
export function riskCsv(
  { customers, rfm, minorDigits }: OrderAnalysis,
  { rule, risk, customers: valued }: ExpectedValue,
  locale: Locale,
): string {
  const line = ({ row, valueIfAlive, valueAtRisk }: RiskCustomer): string =>
    [
      listedId(customers.customerIds[row] as string),
      csvText(rfm.segments[customers.segment[row] as number]?.segment.label[locale] ?? ""),
      valueAtRisk.toFixed(minorDigits),
      valueIfAlive.toFixed(minorDigits),
      (valued.probabilityAlive[row] as number).toFixed(4),
      (valued.expectedOrders[row] as number).toFixed(4),
      (customers.totalSpend[row] as number).toFixed(minorDigits),
      customers.orderCount[row],
      formatIsoDate(customers.lastOrderDay[row] as number),
    ].join(",");
  const weeks = `${rule.horizonWeeks}w`;
  const header = `customer_id,segment,value_at_risk_${weeks},value_if_alive_${weeks},probability_alive,expected_orders_${weeks},spend,orders,last_order`;
  return [header, ...risk.listed.map(line), ""].join(CSV_LINE_END);
}
