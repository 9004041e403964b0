import type { Instant, TimeUnit } from "../core/calendar.js";

/** One order as an object: the amount in major units or in minor units, one of them. */
export interface TransactionRow {
  /** A text that is not blank, or a safe integer. */
  readonly customerId: string | number;
  /** An instant, an ISO 8601 timestamp, or a date `YYYY-MM-DD` in the log's zone. */
  readonly at: Instant | string;
  /** Major units (dollars), as a decimal text or a number; negative for a refund. */
  readonly amount?: string | number | undefined;
  /** Minor units (cents), a safe integer. */
  readonly amountMinor?: number | undefined;
  /** ISO 4217 code; the log's currency where left out. */
  readonly currency?: string | undefined;
  /** Rows of one customer with the same order number are lines of one order. */
  readonly orderId?: string | number | undefined;
  /** The order number of the same customer that this row, a refund, takes back. */
  readonly refundOf?: string | number | undefined;
}

/** Orders as aligned columns, named like the members of {@link TransactionRow}. */
export type TransactionColumns = {
  readonly [Field in keyof TransactionRow]: ArrayLike<TransactionRow[Field]>;
};

/**
 * An order log as columns: one entry per order (or refund), in the order in which they were read.
 * All amounts are in one currency.
 */
export interface TransactionLog {
  /** The distinct customers; a customer's number is its index here. */
  readonly customerIds: readonly string[];
  /** For each order, the number of its customer. */
  readonly customerIndex: Int32Array;
  /** For each order, when: epoch milliseconds. An order known by its date alone is at the start of that day in `zone`. */
  readonly atMs: Float64Array;
  /** For each order, its amount in minor units (cents): a safe integer, negative for a refund. */
  readonly amountMinor: Float64Array;
  /**
   * For each entry that is a refund of a known order, the position of that order, otherwise -1;
   * left out where no refund is linked. What is taken back counts from the day of the refund on.
   */
  readonly refundOf?: Int32Array | undefined;
  /** ISO 4217 code; `XXX` where none was given. */
  readonly currency: string;
  /** Decimals of the minor unit: 2 for USD, 0 for JPY. */
  readonly minorDigits: number;
  /** IANA time zone in which days, months and years are counted. */
  readonly zone: string;
}

/** Some orders of a log, as columns, for a customer accumulator; a {@link TransactionLog} is one. */
export interface OrderBatch {
  /** The distinct customers that `customerIndex` refers to; without it, one id for each order. */
  readonly customerIds: readonly string[];
  readonly customerIndex?: Int32Array | undefined;
  readonly atMs: Float64Array;
  readonly amountMinor: Float64Array;
  readonly refundOf?: Int32Array | undefined;
  /** Where given, these must be the accumulator's. */
  readonly currency?: string | undefined;
  readonly zone?: string | undefined;
}

/**
 * What became of every order that a summary was asked to count:
 * `orders = purchases + cancelledOrders + refundsNetted + refundsIgnored + afterAsOf`.
 */
export interface SummaryAudit {
  /** Orders and refunds in the log. */
  readonly orders: number;
  /** Orders that count as purchases (before same-day merging). */
  readonly purchases: number;
  /** Orders that their linked refunds took back in full: no purchases. */
  readonly cancelledOrders: number;
  /** Orders after `asOf`, not counted. */
  readonly afterAsOf: number;
  /** Refunds netted against their order or their customer's spend. */
  readonly refundsNetted: number;
  /** Refunds left out by policy. */
  readonly refundsIgnored: number;
  /** Of `purchases`, those merged into an earlier purchase of the same customer and day. */
  readonly mergedSameDay: number;
  /** Customers left out because they have no purchase up to `asOf`. */
  readonly customersWithoutPurchase: number;
}

/**
 * One row per customer with at least one purchase: the x, t_x, T and m of the literature.
 * Columns are aligned; times are in `unit`, money in major units of `currency`.
 */
export interface CustomerSummaries {
  readonly customerIds: readonly string[];
  /** x: purchases after the first (purchase days after the first, when same-day orders merge). */
  readonly repeatCount: Int32Array;
  /** t_x: time from the first to the last purchase, in `unit`; 0 for a one-time buyer. */
  readonly recency: Float64Array;
  /** T: time from the first purchase to `asOf`, in `unit`. */
  readonly age: Float64Array;
  /**
   * m: what was spent after the first purchase (day), refunds netted by policy, over `repeatCount`;
   * 0 where there is no repeat purchase, or refunds took all of it back.
   */
  readonly meanSpend: Float64Array;
  /** All spend up to `asOf`, first purchase included, refunds netted by policy. */
  readonly totalSpend: Float64Array;
  /** First and last purchase, epoch milliseconds. */
  readonly firstAt: Float64Array;
  readonly lastAt: Float64Array;
  /** Orders up to `asOf`, each counted even where same-day orders merge. */
  readonly orderCount: Int32Array;
  readonly unit: TimeUnit;
  /** The local day up to and including which orders were counted, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly zone: string;
  readonly currency: string;
  readonly audit: SummaryAudit;
}

/** The calendar grain of a cohort table or a trend. */
export type CalendarGrain = "week" | "month" | "quarter" | "year";

/**
 * Customers by the period of their first purchase (rows) and by periods since then (columns).
 * A cell that lies wholly or partly after `asOf` is `undefined`: not yet observed is not zero.
 */
export interface CohortTable {
  readonly grain: CalendarGrain;
  /** The first local day of each cohort's period, `YYYY-MM-DD`, ascending; periods without newcomers are kept. */
  readonly cohorts: readonly string[];
  /** Customers in each cohort. */
  readonly customers: readonly number[];
  /** `active[cohort][age]`: customers with a purchase in that period; age 0 is the cohort's own period. */
  readonly active: readonly (readonly (number | undefined)[])[];
  /** Orders in that cell. */
  readonly orders: readonly (readonly (number | undefined)[])[];
  /** Spend in that cell, major units of `currency`, refunds netted by policy. */
  readonly spend: readonly (readonly (number | undefined)[])[];
  readonly currency: string;
}

/** Shares of each cohort that bought again, from a {@link CohortTable}. */
export interface RetentionTable {
  readonly grain: CalendarGrain;
  readonly cohorts: readonly string[];
  readonly customers: readonly number[];
  /** `rate[cohort][age]` = active / customers, 0 to 1; `undefined` where not observed or the cohort is empty. */
  readonly rate: readonly (readonly (number | undefined)[])[];
  /** `overall[age]`: customers active at that age over customers observed at that age. */
  readonly overall: readonly (number | undefined)[];
}

/** The gaps between successive purchases of the same customer, in days. */
export interface InterpurchaseTimes {
  /** Gaps observed. */
  readonly count: number;
  readonly meanDays: number | undefined;
  readonly medianDays: number | undefined;
  /** Quantiles at 10, 25, 50, 75, 90 and 95 %, R type 7. */
  readonly quantiles: readonly { readonly probability: number; readonly days: number }[];
  /** Half-open bins `[fromDays, toDays)`, the last with `toDays` Infinity when open. */
  readonly histogram: readonly {
    readonly fromDays: number;
    readonly toDays: number;
    readonly count: number;
  }[];
}

/** One period of the order trend. */
export interface TrendPeriod {
  /** First local day of the period. */
  readonly from: string;
  readonly orders: number;
  /** Major units of the log's currency. */
  readonly spend: number;
  readonly newCustomers: number;
  readonly returningCustomers: number;
  /** Orders of customers whose first purchase lies in an earlier period. */
  readonly returningOrders: number;
  /** Spend of those customers. */
  readonly returningSpend: number;
  /** False where the log starts or `asOf` ends inside the period. */
  readonly complete: boolean;
}
