import { withDefaults } from "../core/options.js";
import { buildSummaries } from "./build-summaries.js";
import { checkPolicies, checkUnit } from "./check-options.js";
import { countPurchaseDays, keepPurchases } from "./count-purchase-days.js";
import { openOrders } from "./open-orders.js";
import { SUMMARY_DEFAULTS, type SummaryOptionsInput } from "./options.js";
import { SummaryColumns } from "./summary-columns.js";
import type { CustomerSummaries, TransactionLog } from "./types.js";

/**
 * Sums an order log up to one row per customer: repeat purchases x, the time t_x from the first to
 * the last, the time T from the first to `asOf`, and the mean spend m of a repeat purchase
 * (P. Fader and B. Hardie). Times are differences of local days. Unless `sameDay` is `keep`, all
 * purchases of a customer on one local day are one. A refund that is tied to no order is taken off
 * what was spent on its day where that is the first purchase day, otherwise off repeat spend.
 *
 * @param log - orders in any order; the result does not depend on it
 * @param options - `asOf` (required), `unit` of times (default `day`), `zone` in which days are
 *   counted (default that of the log), `sameDay` (default `merge`), `refunds` (default `net`)
 * @returns one row per customer with a purchase up to `asOf`, in the log's order of customers, and
 *   an audit that accounts for every order; no rows for an empty log
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION, UNKNOWN_TIME_ZONE, UNKNOWN_CURRENCY,
 *   LENGTH_MISMATCH for a broken call; INVALID_DATA for a bad entry, or a refund where they are
 *   refused; UNSAFE_INTEGER when a customer's orders sum to more than 2^53 - 1 minor units
 * @example
 * summarizeTransactions(log, { asOf: "1997-09-30", unit: "week" })
 */
export function summarizeTransactions(
  log: TransactionLog,
  options: SummaryOptionsInput,
): CustomerSummaries {
  const { asOf, unit, zone: ownZone, ...policies } = withDefaults(SUMMARY_DEFAULTS, options);
  checkUnit(unit);
  checkPolicies(policies);
  const opened = openOrders(log, asOf, ownZone, policies.refunds);
  const { orders, asOfDay, afterAsOf, cancelledOrders } = opened;
  const zone = ownZone ?? log.zone;
  const customers = log.customerIds.length;

  const columns = new SummaryColumns();
  columns.reserve(customers);
  const { customerIndex, atMs, amountMinor, count } = orders;
  columns.addBatch(customerIndex, atMs, amountMinor, 0, count);
  const facts = columns.facts();
  const merged =
    policies.sameDay === "merge"
      ? countPurchaseDays(orders, customers, zone, policies.refunds === "net")
      : keepPurchases(facts);

  return buildSummaries(
    log.customerIds,
    facts,
    merged,
    { asOfDay, unit, zone, currency: log.currency, refunds: policies.refunds },
    {
      purchases: columns.purchases,
      refunds: columns.refunds + opened.settledRefunds,
      afterAsOf,
      cancelledOrders,
    },
  );
}
