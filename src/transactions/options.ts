import type { AsOf, TimeUnit } from "../core/calendar.js";
import type { RateTable } from "../money/types.js";
import type { CalendarGrain } from "./types.js";

/**
 * What several purchases of one customer on one local day count as: `merge` makes one purchase of
 * them, which is what the purchase models of the literature expect; `keep` counts each.
 */
export type SameDayPolicy = "merge" | "keep";

/**
 * What becomes of refunds. `net` takes a linked refund off its order, which is no purchase once
 * nothing is left of it, and any other refund off its customer's spend; `ignore` leaves refunds
 * out; `refuse` does not accept a log that has any.
 */
export type RefundPolicy = "net" | "ignore" | "refuse";

/** The policies by which orders become purchases. */
export interface OrderPolicies {
  readonly sameDay: SameDayPolicy;
  readonly refunds: RefundPolicy;
}

/** How rows become a log. */
export interface TransactionLogOptions {
  /** IANA zone of dates and times without an offset, and of days and months later on. */
  readonly zone: string;
  /** Currency of rows that name none. */
  readonly currency: string;
  /** Rates into one currency; without them a second currency is refused. */
  readonly rates: RateTable | undefined;
  /** Decimal mark of amounts given as text. */
  readonly decimal: "." | ",";
}

/** How a log becomes one row per customer. */
export interface SummaryOptions extends OrderPolicies {
  /** Up to when orders count; it has no default, on purpose. */
  readonly asOf: AsOf | undefined;
  /** In what times are expressed. */
  readonly unit: TimeUnit;
  /** IANA zone in which days are counted; that of the log when `undefined`. */
  readonly zone: string | undefined;
}

/** What a customer accumulator has to know from its first order on. */
export interface AccumulatorOptions extends OrderPolicies {
  readonly asOf: AsOf | undefined;
  readonly unit: TimeUnit;
  readonly zone: string;
  readonly currency: string;
}

/** How a cohort table is cut. */
export interface CohortOptions extends OrderPolicies {
  readonly asOf: AsOf | undefined;
  readonly grain: CalendarGrain;
  /** The highest age to show, in periods of the grain; all that are observed when `undefined`. */
  readonly maxAge: number | undefined;
}

/** How an order trend is cut. */
export interface TrendOptions {
  readonly asOf: AsOf | undefined;
  readonly grain: CalendarGrain;
  readonly refunds: RefundPolicy;
}

/** How gaps between purchases are counted. */
export interface InterpurchaseOptions extends OrderPolicies {
  readonly asOf: AsOf | undefined;
  /** Where the bins of the histogram begin, in days: ascending, the first 0; the last bin is open. */
  readonly bins: readonly number[];
}

/** Options as a caller writes them: each may be left out. */
export type OptionsInput<Options> = {
  readonly [Key in keyof Options]?: Options[Key] | undefined;
};
/** Options as a caller writes them: each may be left out but `asOf`. */
export type AsOfOptionsInput<Options> = Omit<OptionsInput<Options>, "asOf"> & {
  readonly asOf: AsOf;
};

/** Options of `transactionLog`, each of them optional. */
export type TransactionLogOptionsInput = OptionsInput<TransactionLogOptions>;
/** Options of `summarizeTransactions`: `asOf`, and others that may be left out. */
export type SummaryOptionsInput = AsOfOptionsInput<SummaryOptions>;
/** Options of `customerAccumulator`: `asOf`, and others that may be left out. */
export type AccumulatorOptionsInput = AsOfOptionsInput<AccumulatorOptions>;
/** Options of `cohortTable`: `asOf`, and others that may be left out. */
export type CohortOptionsInput = AsOfOptionsInput<CohortOptions>;
/** Options of `orderTrend`: `asOf`, and others that may be left out. */
export type TrendOptionsInput = AsOfOptionsInput<TrendOptions>;
/** Options of `interpurchaseTimes`: `asOf`, and others that may be left out. */
export type InterpurchaseOptionsInput = AsOfOptionsInput<InterpurchaseOptions>;

export const TRANSACTION_LOG_DEFAULTS: TransactionLogOptions = {
  zone: "UTC",
  currency: "XXX",
  rates: undefined,
  decimal: ".",
};

const POLICY_DEFAULTS: OrderPolicies = { sameDay: "merge", refunds: "net" };

export const SUMMARY_DEFAULTS: SummaryOptions = {
  ...POLICY_DEFAULTS,
  asOf: undefined,
  unit: "day",
  zone: undefined,
};

export const ACCUMULATOR_DEFAULTS: AccumulatorOptions = {
  ...POLICY_DEFAULTS,
  asOf: undefined,
  unit: "day",
  zone: "UTC",
  currency: "XXX",
};

export const COHORT_DEFAULTS: CohortOptions = {
  ...POLICY_DEFAULTS,
  asOf: undefined,
  grain: "month",
  maxAge: undefined,
};

export const TREND_DEFAULTS: TrendOptions = { asOf: undefined, grain: "month", refunds: "net" };

export const INTERPURCHASE_DEFAULTS: InterpurchaseOptions = {
  ...POLICY_DEFAULTS,
  asOf: undefined,
  bins: [0, 7, 14, 30, 60, 90, 180, 365],
};
