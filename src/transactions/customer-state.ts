import { checkColumn, type NumberColumn, type NumberRule } from "../core/column.js";
import { ClienteleError, invalid } from "../core/errors.js";
import type { EntryCounts } from "./build-summaries.js";
import type { CustomerDayRows } from "./customer-days.js";
import type { RefundPolicy, SameDayPolicy } from "./options.js";
import type { CustomerFacts } from "./summary-columns.js";

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
  for (const key of Object.keys(frame) as (keyof AccumulatorFrame)[]) {
    if (state.frame?.[key] !== frame[key]) {
      throw invalid(`state.frame.${key}`, `${frame[key]}, as here`, state.frame?.[key]);
    }
  }
  for (const key of ["purchases", "refunds", "afterAsOf", "cancelledOrders"] as const) {
    const count: unknown = state.counts?.[key];
    if (!Number.isSafeInteger(count) || (count as number) < 0) {
      throw invalid(`state.counts.${key}`, "a non-negative integer", count);
    }
  }
  checkCustomers(state);
  if (frame.sameDay === "merge") checkDays(state.days, state.customerIds.length);
}

const FACT_RULES: Readonly<Record<keyof CustomerFacts, NumberRule>> = {
  orderCount: "count",
  firstAt: "integer",
  lastAt: "integer",
  grossMinor: "count",
  refundMinor: "integer",
  firstMinor: "count",
};

function checkCustomers(state: CustomerState): void {
  const { customerIds, facts } = state;
  if (!Array.isArray(customerIds) || !customerIds.every((id) => typeof id === "string")) {
    throw invalid("state.customerIds", "an array of texts", customerIds);
  }
  for (const [key, rule] of Object.entries(FACT_RULES)) {
    const column = facts?.[key as keyof CustomerFacts] as NumberColumn;
    checkColumn(column, `state.facts.${key}`, rule, customerIds.length);
  }
}

function checkDays(days: CustomerDayRows | undefined, customers: number): void {
  const customer = days?.customer as NumberColumn;
  checkColumn(customer, "state.days.customer", "count");
  for (const key of ["day", "minor", "purchased"] as const) {
    checkColumn(days?.[key] as NumberColumn, `state.days.${key}`, "integer", customer.length);
  }
  const stranger = days!.customer.findIndex((number) => number >= customers);
  if (stranger !== -1) {
    const where = `state.days.customer[${stranger}]`;
    throw invalid(where, `less than ${customers}`, days!.customer[stranger]);
  }
}
