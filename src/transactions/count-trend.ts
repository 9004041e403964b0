import type { UnitScale } from "../core/calendar-unit.js";
import type { PartitionedOrders } from "./partition-orders.js";
import { SpendCells } from "./spend-cells.js";
import { type CustomerBlock, type DayOrder, NONE, visitBlocks } from "./visit-blocks.js";

/** The periods `first` to `first + periods - 1` of a trend. */
export interface TrendFrame {
  readonly first: number;
  readonly periods: number;
  readonly scale: UnitScale;
  readonly zone: string;
  readonly netsRefunds: boolean;
}

/** What a trend counts, by period. */
export interface TrendCounts {
  readonly orders: Float64Array;
  readonly spend: SpendCells;
  readonly newCustomers: Float64Array;
  readonly returningCustomers: Float64Array;
  readonly returningOrders: Float64Array;
  readonly returningSpend: SpendCells;
  /** The earliest local day with an entry. */
  readonly firstDay: number;
}

/** Counts orders, customers and spend by period. */
export function countTrend(
  orders: PartitionedOrders,
  customers: number,
  frame: TrendFrame,
): TrendCounts {
  const { first, periods, scale, netsRefunds } = frame;
  const counts = {
    orders: new Float64Array(periods),
    spend: new SpendCells(periods),
    newCustomers: new Float64Array(periods),
    returningCustomers: new Float64Array(periods),
    returningOrders: new Float64Array(periods),
    returningSpend: new SpendCells(periods),
  };
  const firstPeriod = new Int32Array(customers).fill(NONE);
  const lastPeriod = new Int32Array(customers).fill(NONE);
  let firstDay = Infinity;

  const countPurchases = ({ customerIndex, firstDay: day, ends }: DayOrder): void => {
    let row = 0;
    for (let index = 0; index < ends.length; index++) {
      const period = scale.indexOf(day + index) - first;
      for (; row < ends[index]!; row++) {
        const customer = customerIndex[row]!;
        counts.orders[period]!++;
        if (firstPeriod[customer] === NONE) {
          firstPeriod[customer] = period;
          lastPeriod[customer] = period;
          counts.newCustomers[period]!++;
        }
        if (lastPeriod[customer] !== period) counts.returningCustomers[period]!++;
        if (firstPeriod[customer] !== period) counts.returningOrders[period]!++;
        lastPeriod[customer] = period;
      }
    }
  };
  const sumSpend = ({ customerIndex, day, amountMinor }: CustomerBlock): void => {
    for (let row = 0; row < day.length; row++) {
      const amount = amountMinor[row]!;
      if (amount < 0 && !netsRefunds) continue;
      const since = firstPeriod[customerIndex[row]!]!;
      const period = scale.indexOf(day[row]!) - first;
      counts.spend.add(period, amount);
      if (since !== NONE && since < period) counts.returningSpend.add(period, amount);
    }
  };
  visitBlocks(orders, frame.zone, (block) => {
    firstDay = Math.min(firstDay, block.purchases.firstDay);
    countPurchases(block.purchases);
    sumSpend(block);
  });
  return { ...counts, firstDay };
}
