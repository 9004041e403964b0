import { formatIsoDate } from "../../core/epoch-day.js";
import type { Locale } from "../../core/locale.js";
import type { DueCustomer } from "../lifecycle-types.js";
import { VALUE_RULE } from "../options.js";
import type { OrderAnalysis } from "../types.js";
import { CSV_LINE_END, csvText } from "./csv-cell.js";
import { listedId } from "./listed-id.js";

/** The customers about to leave their stage, as the CSV file that the page offers. */
export function dueCsv(
  { customers, lifecycle, value, minorDigits }: OrderAnalysis,
  locale: Locale,
): string {
  const label = (stage: number): string => csvText(lifecycle.stages[stage]!.label[locale]);
  const expected = value.ok ? value.value.customers.expectedValue : undefined;
  const line = ({ row, stage, next, dueDay }: DueCustomer): string =>
    [
      listedId(customers.customerIds[row] as string),
      label(stage),
      label(next),
      formatIsoDate(dueDay),
      expected?.[row]?.toFixed(minorDigits) ?? "",
      (customers.totalSpend[row] as number).toFixed(minorDigits),
      customers.orderCount[row],
      formatIsoDate(customers.lastOrderDay[row] as number),
    ].join(",");
  const weeks = (value.ok ? value.value.rule : VALUE_RULE).horizonWeeks;
  const header = `customer_id,stage,next_stage,due_date,expected_value_${weeks}w,spend,orders,last_order`;
  return [header, ...lifecycle.due.listed.map(line), ""].join(CSV_LINE_END);
}
