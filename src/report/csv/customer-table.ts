import { formatIsoDate } from "../../core/epoch-day.js";
import { checkAnalysis } from "../check-input.js";
import { TIERS } from "../tiers.js";
import type { OrderAnalysis, Tier } from "../types.js";

/** One row of the customer table. */
export interface CustomerRow {
  readonly customerId: string;
  /** Local days, `YYYY-MM-DD`. */
  readonly firstOrder: string;
  readonly lastOrder: string;
  /** From the last order to the day of the report. */
  readonly daysSinceLastOrder: number;
  readonly orders: number;
  /** x: days with an order after the first. */
  readonly repeatPurchases: number;
  /** t_x and T: from the first to the last order, and to the day of the report, in the analysis' unit. */
  readonly recency: number;
  readonly age: number;
  /** m: mean spend of a repeat purchase; 0 where there is none. */
  readonly meanRepeatSpend: number;
  /** Major units of the analysis' currency. */
  readonly spend: number;
  /** Scores from 1 (worst) up. */
  readonly recencyScore: number;
  readonly frequencyScore: number;
  readonly monetaryScore: number;
  /** The id of the segment. */
  readonly segment: string;
  readonly tier: Tier;
  /** That the customer still is one; `undefined`, as the next two, where no model could be fitted. */
  readonly probabilityAlive: number | undefined;
  /** Within the horizon of the analysis. */
  readonly expectedOrders: number | undefined;
  /** Within the same horizon, discounted; major units. */
  readonly expectedValue: number | undefined;
}

/**
 * The scored customers, one row after the other, so that a large table takes no memory of its own.
 *
 * @param analysis - from `analyzeOrders`
 * @returns the rows in the order in which the customers first appear in the log
 * @throws ClienteleError INVALID_ARGUMENT for what is no analysis
 * @example
 * const champions = [...customerTable(analysis)].filter((row) => row.segment === "champions");
 */
export function* customerTable(analysis: OrderAnalysis): Generator<CustomerRow, void, undefined> {
  checkAnalysis(analysis);
  for (let row = 0; row < analysis.customers.customerIds.length; row++) {
    yield customerRow(analysis, row);
  }
}

function customerRow({ customers, rfm, value }: OrderAnalysis, row: number): CustomerRow {
  const valued = value.ok ? value.value.customers : undefined;
  const at = (column: ArrayLike<number>): number => column[row] as number;
  return {
    customerId: customers.customerIds[row] as string,
    firstOrder: formatIsoDate(at(customers.firstOrderDay)),
    lastOrder: formatIsoDate(at(customers.lastOrderDay)),
    daysSinceLastOrder: at(customers.silentDays),
    orders: at(customers.orderCount),
    repeatPurchases: at(customers.repeatCount),
    recency: at(customers.recency),
    age: at(customers.age),
    meanRepeatSpend: at(customers.meanSpend),
    spend: at(customers.totalSpend),
    recencyScore: at(customers.recencyScore),
    frequencyScore: at(customers.frequencyScore),
    monetaryScore: at(customers.monetaryScore),
    segment: rfm.segments[at(customers.segment)]?.segment.id ?? "",
    tier: TIERS[at(customers.tier)] as Tier,
    probabilityAlive: valued?.probabilityAlive[row],
    expectedOrders: valued?.expectedOrders[row],
    expectedValue: valued?.expectedValue[row],
  };
}
