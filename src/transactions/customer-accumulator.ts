import type { Accumulator } from "../core/accumulator.js";
import { type AsOf, resolveAsOf, type TimeUnit } from "../core/calendar.js";
import { withDefaults } from "../core/options.js";
import { localDays } from "../core/zone.js";
import { minorDigits } from "../money/minor-digits.js";
import { buildSummaries, type EntryCounts } from "./build-summaries.js";
import { checkPolicies, checkUnit } from "./check-options.js";
import { checkState } from "./check-state.js";
import { keepPurchases } from "./count-purchase-days.js";
import { CustomerDays } from "./customer-days.js";
import { type AccumulatorFrame, type CustomerState, writeFacts } from "./customer-state.js";
import { openBatch } from "./open-batch.js";
import { ACCUMULATOR_DEFAULTS, type AccumulatorOptionsInput } from "./options.js";
import { partitionOrders } from "./partition-orders.js";
import { settleRefunds } from "./settle-refunds.js";
import { SummaryColumns } from "./summary-columns.js";
import type { CustomerSummaries, OrderBatch } from "./types.js";

/**
 * Sums orders up to one row per customer, batch by batch: what `summarizeTransactions` would make
 * of all of them together, whatever their order and however they are shared out, by customer or by
 * time. A refund that is tied to an order must be in the same batch as its order.
 *
 * With `sameDay: "keep"` the state grows with customers alone. With `"merge"` it keeps the distinct
 * days of each customer, because the orders of one day may come in different parts.
 *
 * @param options - those of `summarizeTransactions`, `zone` (default `UTC`) and `currency` (default
 *   `XXX`); `asOf` has to be known now, because later orders are not kept
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION, UNKNOWN_TIME_ZONE, UNKNOWN_CURRENCY;
 *   from `add` as `summarizeTransactions`, and CURRENCY_MISMATCH; from `merge` INVALID_ARGUMENT,
 *   LENGTH_MISMATCH, UNSUPPORTED_VERSION; from `state` and `value` UNSAFE_INTEGER
 * @example
 * const accumulator = customerAccumulator({ asOf: "2026-06-30", currency: "EUR" });
 * for (const batch of batches) accumulator.add(batch);
 * const summaries = accumulator.value();
 */
export function customerAccumulator(
  options: AccumulatorOptionsInput,
): Accumulator<OrderBatch, CustomerState, CustomerSummaries> {
  const { asOf, unit, ...shared } = withDefaults(ACCUMULATOR_DEFAULTS, options);
  checkUnit(unit);
  checkPolicies(shared);
  minorDigits(shared.currency, "options.currency");
  const { epochDay: asOfDay, endMs } = resolveAsOf(asOf as AsOf, shared.zone, "options.asOf");
  return new CustomerAccumulator({ ...shared, asOfDay, endMs }, unit);
}

class CustomerAccumulator implements Accumulator<OrderBatch, CustomerState, CustomerSummaries> {
  readonly #frame: AccumulatorFrame;
  readonly #unit: TimeUnit;
  readonly #numbers = new Map<string, number>();
  readonly #columns: SummaryColumns;
  readonly #days = new CustomerDays();
  #cancelledOrders = 0;

  constructor(frame: AccumulatorFrame, unit: TimeUnit) {
    this.#frame = frame;
    this.#unit = unit;
    this.#columns = new SummaryColumns(frame.endMs);
  }

  add(batch: OrderBatch): void {
    const log = openBatch(batch, this.#frame);
    const { endMs, refunds, sameDay } = this.#frame;
    const settled = settleRefunds(log, endMs, refunds);
    const numbers = this.#numberCustomers(log.customerIds);
    const renumbered = renumber(settled.orders.customerIndex, numbers);
    const numbered = { ...settled.orders, customerIndex: renumbered };
    const orders = partitionOrders(numbered, this.#numbers.size, endMs);
    const { customerIndex, atMs, amountMinor, count } = orders;
    this.#columns.addBatch(customerIndex, atMs, amountMinor, 0, count);
    this.#columns.refunds += settled.settledRefunds;
    this.#columns.afterEnd += renumbered.length - count;
    this.#cancelledOrders += settled.cancelledOrders;
    if (sameDay === "merge") {
      const day = localDays(atMs, this.#frame.zone);
      this.#days.add(customerIndex, day, amountMinor, this.#numbers.size);
    }
  }

  merge(other: CustomerState): void {
    checkState(other, this.#frame);
    const numbers = this.#numberCustomers(other.customerIds);
    const { afterAsOf, cancelledOrders, ...counts } = other.counts;
    this.#columns.mergeFacts(other.facts, { ...counts, afterEnd: afterAsOf }, numbers);
    this.#cancelledOrders += cancelledOrders;
    if (this.#frame.sameDay === "keep") return;
    const { customer, day, minor } = other.days!;
    const renumbered = renumber(customer, numbers);
    this.#days.add(renumbered, day, minor, this.#numbers.size);
  }

  state(): CustomerState {
    return {
      kind: "customerState",
      version: 1,
      frame: this.#frame,
      counts: this.#counts(),
      customerIds: [...this.#numbers.keys()],
      facts: writeFacts(this.#columns.facts()),
      ...(this.#frame.sameDay === "merge" && { days: this.#days.rows() }),
    };
  }

  value(): CustomerSummaries {
    const facts = this.#columns.facts();
    const merged =
      this.#frame.sameDay === "merge"
        ? this.#days.merged(this.#frame.refunds === "net")
        : keepPurchases(facts);
    const settings = { ...this.#frame, unit: this.#unit };
    return buildSummaries([...this.#numbers.keys()], facts, merged, settings, this.#counts());
  }

  #counts(): EntryCounts {
    const { purchases, refunds, afterEnd: afterAsOf } = this.#columns;
    return { purchases, refunds, afterAsOf, cancelledOrders: this.#cancelledOrders };
  }

  /** The number here of each id; new ones are added. */
  #numberCustomers(ids: readonly string[]): Int32Array {
    const numbers = Int32Array.from(ids, (id) => {
      const known = this.#numbers.get(id);
      if (known !== undefined) return known;
      this.#numbers.set(id, this.#numbers.size);
      return this.#numbers.size - 1;
    });
    this.#columns.reserve(this.#numbers.size);
    return numbers;
  }
}

function renumber(customers: ArrayLike<number>, numbers: Int32Array): Int32Array {
  const renumbered = new Int32Array(customers.length);
  for (let row = 0; row < renumbered.length; row++) renumbered[row] = numbers[customers[row]!]!;
  return renumbered;
}
