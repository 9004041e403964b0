import type { TimeUnit } from "../core/calendar.js";
import type { Outcome } from "../core/outcome.js";
import type { RfmBins, RfmCuts, RfmGrid, SegmentSummary } from "../rfm/types.js";
import type {
  CalendarGrain,
  InterpurchaseTimes,
  RetentionTable,
  SummaryAudit,
  TrendPeriod,
} from "../transactions/types.js";
import type { Concentration } from "../value/types.js";
import type { LifecycleFigures } from "./lifecycle-types.js";
import type { ExpectedValue, ValueRefusal } from "./value-types.js";

/** A tier of the ABC analysis, from the best. */
export type Tier = "A" | "B" | "C";

/** All that a report says about an order log, as plain data: no text, no format, no clock. */
export interface OrderAnalysis {
  /** The local day up to and including which orders were counted, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The local days of the first and the last order counted. */
  readonly firstOrderDay: string;
  readonly lastOrderDay: string;
  /** IANA time zone of all days. */
  readonly zone: string;
  /** The unit of {@link ScoredCustomers.recency} and {@link ScoredCustomers.age}. */
  readonly unit: TimeUnit;
  /** ISO 4217 code of all amounts; `XXX` where none was given. */
  readonly currency: string;
  /** Decimals of the currency. */
  readonly minorDigits: number;
  readonly figures: KeyFigures;
  /** A, B, C. */
  readonly tiers: readonly TierFigures[];
  /** How unevenly the spend is spread; `undefined` where nobody has spent. */
  readonly concentration: Concentration | undefined;
  readonly rfm: RfmFigures;
  readonly retention: RetentionTable;
  readonly trend: { readonly grain: CalendarGrain; readonly periods: readonly TrendPeriod[] };
  readonly interpurchase: InterpurchaseTimes;
  readonly attention: AttentionList;
  /** What the customers are expected to be worth, or why nothing is said about it. */
  readonly value: Outcome<ExpectedValue, ValueRefusal>;
  /** Where customers stand by their own rhythm, and who is about to leave their stage. */
  readonly lifecycle: LifecycleFigures;
  readonly audit: SummaryAudit;
  readonly customers: ScoredCustomers;
}

/** The figures at the top of the page. */
export interface KeyFigures {
  readonly customers: number;
  readonly orders: number;
  /** Major units of the currency, refunds netted. */
  readonly spend: number;
  readonly spendPerOrder: number;
  readonly spendPerCustomer: number;
  readonly medianSpendPerCustomer: number;
  readonly ordersPerCustomer: number;
  /** Customers who bought on more than one day. */
  readonly repeatCustomers: number;
  /** Customers who bought within the last `activeDays` days. */
  readonly activeCustomers: number;
  readonly activeDays: number;
}

/** One tier of the ABC analysis. */
export interface TierFigures {
  readonly tier: Tier;
  readonly customers: number;
  readonly customerShare: number;
  readonly spend: number;
  /** `undefined` where all spend together is not positive. */
  readonly spendShare: number | undefined;
}

/** Customers by recency, frequency and monetary score. */
export interface RfmFigures {
  readonly bins: RfmBins;
  /** What the scores stand for. */
  readonly cuts: RfmCuts;
  readonly grid: RfmGrid;
  /** In the order of the segment map. */
  readonly segments: readonly SegmentSummary[];
}

/** Who is looked at first: members of `tier` who are overdue by their own rhythm. */
export interface AttentionRule {
  /** The tier whose customers are watched. */
  readonly tier: Tier;
  /** Purchases (days, where same-day orders merge) that make a rhythm. */
  readonly minimumPurchases: number;
  /** Silence from so many usual gaps on … */
  readonly overdueFrom: number;
  /** … up to so many: beyond, they are more likely gone than late. */
  readonly overdueTo: number;
  /** Customers listed. */
  readonly limit: number;
}

/** The customers to look at first, biggest spend first. */
export interface AttentionList {
  readonly rule: AttentionRule;
  /** All customers under the rule, and their spend; the list holds the first `rule.limit`. */
  readonly customers: number;
  readonly spend: number;
  readonly listed: readonly AttentionCustomer[];
}

/** One customer of the list. */
export interface AttentionCustomer {
  /** The row in {@link ScoredCustomers}. */
  readonly row: number;
  readonly silentDays: number;
  readonly usualGapDays: number;
}

/** One row per customer, as columns. */
export interface ScoredCustomers {
  readonly customerIds: readonly string[];
  /** Local days, counted from 1970-01-01. */
  readonly firstOrderDay: Int32Array;
  readonly lastOrderDay: Int32Array;
  /** Days from the last order to the day of the report. */
  readonly silentDays: Int32Array;
  readonly orderCount: Int32Array;
  /** x: days with an order after the first. */
  readonly repeatCount: Int32Array;
  /** t_x: time from the first to the last order, in {@link OrderAnalysis.unit}. */
  readonly recency: Float64Array;
  /** T: time from the first order to the day of the report, in {@link OrderAnalysis.unit}. */
  readonly age: Float64Array;
  /** m: mean spend of a repeat purchase, major units; 0 where there is none. */
  readonly meanSpend: Float64Array;
  /** Major units of the currency, refunds netted. */
  readonly totalSpend: Float64Array;
  /** Scores from 1 (worst) to {@link RfmFigures.bins} (best). */
  readonly recencyScore: Uint8Array;
  readonly frequencyScore: Uint8Array;
  readonly monetaryScore: Uint8Array;
  /** For each customer, a position in {@link RfmFigures.segments}. */
  readonly segment: Uint8Array;
  /** For each customer, 0 for tier A, 1 for B, 2 for C. */
  readonly tier: Uint8Array;
}
