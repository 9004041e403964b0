import { readFileSync } from "node:fs";
import type { CustomerSummaries } from "../../../src/transactions/types.js";
import { summariesOf } from "./summaries.js";

const MS_PER_DAY = 86_400_000;
const ORDERS = new URL("../../golden/clv/rfm-data-orders.csv", import.meta.url);

interface Totals {
  first: number;
  last: number;
  orders: number;
  spend: number;
  readonly days: Set<number>;
}

/** The 4,906 orders of the `rfm_data_orders` data set, summarized at 2006-12-31 in days. */
export function summarizeGoldenOrders(): CustomerSummaries {
  const asOf = Date.UTC(2006, 11, 31) / MS_PER_DAY;
  const customers = new Map<string, Totals>();
  for (const line of readFileSync(ORDERS, "utf8").trim().split("\n").slice(1)) {
    const [, id, date, revenue] = /^"(.*)",([\d-]+),(\d+)$/.exec(line) as unknown as string[];
    const day = Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
    const totals = customers.get(id!) ?? {
      first: day,
      last: day,
      orders: 0,
      spend: 0,
      days: new Set(),
    };
    totals.first = Math.min(totals.first, day);
    totals.last = Math.max(totals.last, day);
    totals.orders++;
    totals.spend += Number(revenue);
    totals.days.add(day);
    customers.set(id!, totals);
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
