import { invalid } from "../core/errors.js";
import type { CohortTable, RetentionTable } from "./types.js";

/**
 * The share of each cohort that purchased in each period since its first: active customers over
 * customers of the cohort; overall, summed over the cohorts that were observed at that age.
 *
 * @param table - from `cohortTable`
 * @returns shares from 0 to 1; `undefined` where nothing was observed or the cohort is empty
 * @throws ClienteleError INVALID_ARGUMENT when `table` is no cohort table
 * @example
 * retentionTable(cohortTable(log, { asOf: "1998-06-30" })).rate[0]?.[1] // of the first month's newcomers
 */
export function retentionTable(table: CohortTable): RetentionTable {
  if (typeof table !== "object" || table === null || !Array.isArray(table.active as unknown)) {
    throw invalid("table", "a cohort table", table);
  }
  const { grain, cohorts, customers, active } = table;
  const rate = active.map((row, cohort) => row.map((count) => share(count, customers[cohort]!)));
  const overall = (active[0] ?? []).map((_, age) => {
    let activeCustomers = 0;
    let observedCustomers = 0;
    active.forEach((row, cohort) => {
      if (row[age] === undefined) return;
      activeCustomers += row[age];
      observedCustomers += customers[cohort]!;
    });
    return share(activeCustomers, observedCustomers);
  });
  return { grain, cohorts, customers, rate, overall };
}

function share(count: number | undefined, of: number): number | undefined {
  return count === undefined || of === 0 ? undefined : count / of;
}
