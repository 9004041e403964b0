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
