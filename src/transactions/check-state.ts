import { checkColumn, checkNumber, type NumberColumn, type NumberRule } from "../core/column.js";
import { ClienteleError, invalid } from "../core/errors.js";
import type { CustomerDayRows } from "./customer-days.js";
import type { AccumulatorFrame, CustomerState } from "./customer-state.js";
import type { CustomerFacts } from "./summary-columns.js";
import { EARLIEST_MS, LATEST_MS } from "./validate-log.js";

/**
 * Refuses what is no state, or one that was kept under other options.
 *
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, UNSUPPORTED_VERSION
 */
export function checkState(state: CustomerState, frame: AccumulatorFrame): void {
  if (typeof state !== "object" || state === null || state.kind !== "customerState") {
    throw invalid("state.kind", '"customerState"', (state as CustomerState | null)?.kind);
  }
  if (state.version !== 1) {
    throw new ClienteleError(
      "UNSUPPORTED_VERSION",
      `state.version ${String(state.version)} is not known here; this library reads version 1`,
      { where: "state.version", expected: "1", got: String(state.version) },
    );
  }
  checkFrame(state.frame, frame);
  for (const key of ["purchases", "refunds", "afterAsOf", "cancelledOrders"] as const) {
    checkNumber(state.counts?.[key], `state.counts.${key}`, "count");
  }
  checkCustomers(state);
  const purchases = Array.from(state.facts.orderCount).reduce((sum, count) => sum + count, 0);
  if (state.counts.purchases !== purchases) {
    throw invalid("state.counts.purchases", `${purchases}, as facts have`, state.counts.purchases);
  }
  if (frame.sameDay === "merge") checkDays(state.days, state.facts.orderCount);
}

function checkFrame(given: AccumulatorFrame, frame: AccumulatorFrame): void {
  if (typeof given !== "object" || given === null) {
    throw invalid("state.frame", "the frame that it was kept in", given);
  }
  for (const key of Object.keys(frame) as (keyof AccumulatorFrame)[]) {
    if (given[key] !== frame[key]) {
      throw invalid(`state.frame.${key}`, `${frame[key]}, as here`, given[key]);
    }
  }
}

const FACT_RULES: Readonly<Record<keyof CustomerFacts, NumberRule>> = {
  orderCount: "count",
  firstAt: "integer",
  lastAt: "integer",
  grossMinor: "count",
  refundMinor: "integer",
  firstMinor: "count",
};

function checkCustomers({ customerIds, facts }: CustomerState): void {
  if (!Array.isArray(customerIds) || !customerIds.every((id) => typeof id === "string")) {
    throw invalid("state.customerIds", "an array of texts", customerIds);
  }
  for (const [key, rule] of Object.entries(FACT_RULES) as [keyof CustomerFacts, NumberRule][]) {
    checkColumn(facts?.[key], `state.facts.${key}`, rule, customerIds.length);
  }
  checkRange(facts.orderCount, "state.facts.orderCount", 0, 2 ** 31 - 1);
  checkRange(facts.firstAt, "state.facts.firstAt", EARLIEST_MS, LATEST_MS);
  checkRange(facts.lastAt, "state.facts.lastAt", EARLIEST_MS, LATEST_MS);
  checkRange(facts.refundMinor, "state.facts.refundMinor", Number.MIN_SAFE_INTEGER, 0);
}

const MS_PER_DAY = 86_400_000;

function checkDays(days: CustomerDayRows | undefined, orderCount: readonly number[]): void {
  const where = (key: keyof CustomerDayRows) => `state.days.${key}`;
  for (const key of ["customer", "day", "minor"] as const) {
    checkColumn(days?.[key] as NumberColumn, where(key), "integer", days?.customer?.length);
  }
  const { customer, day, minor } = days!;
  checkRange(customer, where("customer"), 0, orderCount.length - 1);
  // A local day can begin one before and end one after that of UTC.
  checkRange(day, where("day"), EARLIEST_MS / MS_PER_DAY - 1, LATEST_MS / MS_PER_DAY);
  const hasDays = new Uint8Array(orderCount.length);
  for (let row = 0; row < customer.length; row++) {
    if (minor[row]! >= 0) hasDays[customer[row]!] = 1;
  }
  for (let number = 0; number < orderCount.length; number++) {
    if (orderCount[number]! > 0 === (hasDays[number] === 1)) continue;
    throw invalid("state.days", "the days of all purchases", days, {
      remedy: `Customer number ${number} has ${orderCount[number]} purchases`,
    });
  }
}

function checkRange(values: NumberColumn, where: string, from: number, to: number): void {
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value < from || value > to) throw invalid(`${where}[${row}]`, `${from} to ${to}`, value);
  }
}
