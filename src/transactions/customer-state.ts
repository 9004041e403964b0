import { checkColumn, checkNumber, type NumberColumn, type NumberRule } from "../core/column.js";
import { ClienteleError, invalid } from "../core/errors.js";
import type { EntryCounts } from "./build-summaries.js";
import type { CustomerDayRows } from "./customer-days.js";
import type { RefundPolicy, SameDayPolicy } from "./options.js";
import type { CustomerFacts } from "./summary-columns.js";
import { EARLIEST_MS, LATEST_MS } from "./validate-log.js";

/** What two accumulators must agree on before one can take in the other. */
export interface AccumulatorFrame {
  /** The local day up to which orders count, and the instant from which they do not. */
  readonly asOfDay: number;
  readonly endMs: number;
  readonly zone: string;
  readonly currency: string;
  readonly sameDay: SameDayPolicy;
  readonly refunds: RefundPolicy;
}

/** The state of a customer accumulator: plain JSON. */
export interface CustomerState {
  readonly kind: "customerState";
  readonly version: 1;
  readonly frame: AccumulatorFrame;
  /** What became of every entry so far. */
  readonly counts: EntryCounts;
  readonly customerIds: readonly string[];
  /** By customer; times are 0 where `orderCount` is 0. */
  readonly facts: { readonly [Column in keyof CustomerFacts]: readonly number[] };
  /** Left out where purchases of one day are kept apart. */
  readonly days?: CustomerDayRows | undefined;
}

/** Writes facts as JSON can hold them: it has no infinite times. */
export function writeFacts(facts: CustomerFacts): CustomerState["facts"] {
  const finite = (times: Float64Array) => Array.from(times, (at) => (Number.isFinite(at) ? at : 0));
  return {
    orderCount: [...facts.orderCount],
    firstAt: finite(facts.firstAt),
    lastAt: finite(facts.lastAt),
    grossMinor: [...facts.grossMinor],
    refundMinor: [...facts.refundMinor],
    firstMinor: [...facts.firstMinor],
  };
}

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
  if (frame.sameDay === "merge") checkDays(state.days, state.customerIds.length);
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

function checkDays(days: CustomerDayRows | undefined, customers: number): void {
  const where = (key: keyof CustomerDayRows) => `state.days.${key}`;
  for (const key of ["customer", "day", "minor"] as const) {
    checkColumn(days?.[key] as NumberColumn, where(key), "integer", days?.customer?.length);
  }
  const { customer, day } = days!;
  checkRange(customer, where("customer"), 0, customers - 1);
  // A local day can begin one before and end one after that of UTC.
  checkRange(day, where("day"), EARLIEST_MS / MS_PER_DAY - 1, LATEST_MS / MS_PER_DAY);
}

function checkRange(values: NumberColumn, where: string, from: number, to: number): void {
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value < from || value > to) throw invalid(`${where}[${row}]`, `${from} to ${to}`, value);
  }
}
