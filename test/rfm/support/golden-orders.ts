import { readFileSync } from "node:fs";
import type { CustomerSummaries } from "../../../src/transactions/types.js";
import { summariesOf } from "./summaries.js";

const MS_PER_DAY = 86_400_000;
const ORDERS = new URL("../../golden/clv/rfm-data-orders.csv", import.meta.url);

/** One row of the `rfm_data_orders` data set. */
export interface GoldenOrder {
  readonly customerId: string;
  readonly at: string;
  readonly amount: number;
}

/** The 4,906 orders of the `rfm_data_orders` data set. */
export function readGoldenOrders(): GoldenOrder[] {
  const [, ...lines] = readFileSync(ORDERS, "utf8").trim().split("\n");
  return lines.map((line) => {
    const [, customerId, at, amount] = /^"(.*)",([\d-]+),(\d+)$/.exec(line) ?? [];
    return { customerId: String(customerId), at: String(at), amount: Number(amount) };
  });
}

interface Totals {
  first: number;
  last: number;
  orders: number;
  spend: number;
  readonly days: Set<number>;
}

/** The same orders summed up by hand at 2006-12-31, in days. */
export function summarizeGoldenOrders(): CustomerSummaries {
  const asOf = Date.UTC(2006, 11, 31) / MS_PER_DAY;
  const customers = new Map<string, Totals>();
  for (const { customerId, at, amount } of readGoldenOrders()) {
    const day = Date.parse(`${at}T00:00:00Z`) / MS_PER_DAY;
    const totals = customers.get(customerId) ?? newTotals(day);
    totals.first = Math.min(totals.first, day);
    totals.last = Math.max(totals.last, day);
    totals.orders++;
    totals.spend += amount;
    totals.days.add(day);
    customers.set(customerId, totals);
  }
  const rows = [...customers.values()];
  return {
    ...summariesOf({
      since: rows.map(({ last }) => asOf - last),
      age: rows.map(({ first }) => asOf - first),
      orders: rows.map(({ orders }) => orders),
      spend: rows.map(({ spend }) => spend),
      repeats: rows.map(({ days }) => days.size - 1),
    }),
    customerIds: [...customers.keys()],
  };
}

function newTotals(day: number): Totals {
  return { first: day, last: day, orders: 0, spend: 0, days: new Set() };
}
