import { UNIT_SCALES } from "../core/calendar-unit.js";
import { checkNumber } from "../core/column.js";
import { formatIsoDate } from "../core/epoch-day.js";
import { ClienteleError } from "../core/errors.js";
import { withDefaults } from "../core/options.js";
import { checkGrain, checkPolicies } from "./check-options.js";
import { countCohorts } from "./count-cohorts.js";
import { openOrders } from "./open-orders.js";
import { COHORT_DEFAULTS, type CohortOptionsInput } from "./options.js";
import { earliestPeriod, lastCompletePeriod } from "./period-scale.js";
import type { CohortTable, TransactionLog } from "./types.js";

/**
 * Groups customers by the calendar period of their first purchase and follows each group through
 * the periods since. A refund that is tied to no order lowers the spend of the period in which it
 * happened, or of the first one where it came before that. Cells of periods that have not ended
 * at `asOf` are `undefined`.
 *
 * @param log - orders in any order
 * @param options - `asOf` (required), `grain` (default `month`), `maxAge` (the highest age shown;
 *   default all), `sameDay` (default `merge`), `refunds` (default `net`)
 * @returns cohorts from the first to the last period with newcomers, all with the same ages; no
 *   cohorts where there is no purchase up to `asOf`
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION, LENGTH_MISMATCH, INVALID_DATA,
 *   UNKNOWN_TIME_ZONE, UNKNOWN_CURRENCY, UNSAFE_INTEGER; LIMIT_EXCEEDED for over four million cells
 * @example
 * cohortTable(log, { asOf: "1998-06-30", grain: "quarter" })
 */
export function cohortTable(log: TransactionLog, options: CohortOptionsInput): CohortTable {
  const { asOf, grain, maxAge, ...policies } = withDefaults(COHORT_DEFAULTS, options);
  checkGrain(grain);
  checkPolicies(policies);
  if (maxAge !== undefined) checkNumber(maxAge, "options.maxAge", "count");
  const { orders, asOfDay, endMs } = openOrders(log, asOf, undefined, policies.refunds);
  const { currency, zone } = log;
  const table = { grain, cohorts: [], customers: [], active: [], orders: [], spend: [], currency };
  if (orders.count === 0) return table;

  const scale = UNIT_SCALES[grain];
  const first = earliestPeriod(scale, orders.atMs, zone);
  const periods = scale.indexOf(asOfDay) - first + 1;
  const ages = Math.min(periods, maxAge === undefined ? periods : maxAge + 1);
  checkSize(periods, ages);
  const counts = countCohorts(orders, log.customerIds.length, {
    first,
    periods,
    ages,
    scale,
    zone,
    policies,
  });
  const from = counts.customers.findIndex((count) => count > 0);
  if (from === -1) return table;
  const to = counts.customers.findLastIndex((count) => count > 0) + 1;

  const complete = lastCompletePeriod(scale, asOfDay, endMs, zone) - first;
  const shown = Math.max(1, Math.min(ages, complete - from + 1));
  const cohorts = Array.from({ length: to - from }, (_, index) => from + index);
  const fill = (valueAt: (cell: number) => number): (number | undefined)[][] =>
    cohorts.map((cohort) =>
      Array.from({ length: shown }, (_, age) =>
        cohort + age <= complete ? valueAt(cohort * ages + age) : undefined,
      ),
    );
  return {
    grain,
    cohorts: cohorts.map((cohort) => formatIsoDate(scale.startOf(first + cohort))),
    customers: cohorts.map((cohort) => counts.customers[cohort]!),
    active: fill((cell) => counts.active[cell]!),
    orders: fill((cell) => counts.orders[cell]!),
    spend: fill((cell) => counts.spend.toMajor(cell, log.minorDigits)),
    currency,
  };
}

const MOST_CELLS = 4_000_000;

function checkSize(periods: number, ages: number): void {
  if (periods * ages <= MOST_CELLS) return;
  throw new ClienteleError(
    "LIMIT_EXCEEDED",
    `the table would have ${periods} by ${ages} cells, more than ${MOST_CELLS}; choose a coarser grain or a maxAge`,
    { where: "options.grain", expected: `at most ${MOST_CELLS} cells`, remedy: "options.maxAge" },
  );
}
