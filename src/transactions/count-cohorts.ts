import type { UnitScale } from "../core/calendar-unit.js";
import type { OrderPolicies } from "./options.js";
import type { PartitionedOrders } from "./partition-orders.js";
import { SpendCells } from "./spend-cells.js";
import { type CustomerBlock, type DayOrder, NONE, visitBlocks } from "./visit-blocks.js";

/** The frame of a cohort table: cohort `c` begins in period `first + c`; its cells are `c * ages + age`. */
export interface CohortFrame {
  readonly first: number;
  readonly periods: number;
  readonly ages: number;
  readonly scale: UnitScale;
  readonly zone: string;
  readonly policies: OrderPolicies;
}

/** What a cohort table counts. */
export interface CohortCounts {
  /** By cohort. */
  readonly customers: Float64Array;
  /** By cell. */
  readonly active: Float64Array;
  readonly orders: Float64Array;
  readonly spend: SpendCells;
}

/** Counts customers, purchases and spend by cohort and age. */
export function countCohorts(
  orders: PartitionedOrders,
  customers: number,
  frame: CohortFrame,
): CohortCounts {
  const { first, periods, ages, scale } = frame;
  const keepsDays = frame.policies.sameDay === "keep";
  const netsRefunds = frame.policies.refunds === "net";
  const counts = {
    customers: new Float64Array(periods),
    active: new Float64Array(periods * ages),
    orders: new Float64Array(periods * ages),
    spend: new SpendCells(periods * ages),
  };
  const cohortOf = new Int32Array(customers).fill(NONE);
  const lastPeriod = new Int32Array(customers).fill(NONE);
  const lastDay = new Int32Array(customers).fill(NONE);

  const countPurchases = ({ customerIndex, firstDay, ends }: DayOrder): void => {
    let row = 0;
    for (let index = 0; index < ends.length; index++) {
      const today = firstDay + index;
      const period = scale.indexOf(today) - first;
      for (; row < ends[index]!; row++) {
        const customer = customerIndex[row]!;
        if (cohortOf[customer] === NONE) {
          cohortOf[customer] = period;
          counts.customers[period]!++;
        }
        const age = period - cohortOf[customer]!;
        if (age >= ages) continue;
        const cell = cohortOf[customer]! * ages + age;
        if (lastPeriod[customer] !== period) counts.active[cell]!++;
        if (keepsDays || lastDay[customer] !== today) counts.orders[cell]!++;
        lastPeriod[customer] = period;
        lastDay[customer] = today;
      }
    }
  };
  const sumSpend = ({ customerIndex, day, amountMinor }: CustomerBlock): void => {
    for (let row = 0; row < day.length; row++) {
      const cohort = cohortOf[customerIndex[row]!]!;
      const amount = amountMinor[row]!;
      if (cohort === NONE || (amount < 0 && !netsRefunds)) continue;
      const age = Math.max(0, scale.indexOf(day[row]!) - first - cohort);
      if (age < ages) counts.spend.add(cohort * ages + age, amount);
    }
  };
  visitBlocks(orders, frame.zone, (block) => {
    countPurchases(block.purchases);
    sumSpend(block);
  });
  return counts;
}
