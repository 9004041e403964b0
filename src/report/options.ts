import type { AsOf, TimeUnit } from "../core/calendar.js";
import type { Locale, LocalizedText } from "../core/locale.js";
import type { SegmentMap } from "../rfm/types.js";
import type { RefundPolicy } from "../transactions/options.js";
import type { ReadAudit } from "../transactions/reading/read-audit.js";
import type { CalendarGrain } from "../transactions/types.js";
import type { LifecycleRule } from "./lifecycle-types.js";
import type { AttentionRule } from "./types.js";
import type { ValueRule } from "./value-types.js";

/** How an order log is analysed. */
export interface AnalysisOptions {
  /** Up to when orders count; it has no default, on purpose: a report has no clock of its own. */
  readonly asOf: AsOf | undefined;
  /** The unit of times in the customer table; the page speaks of days. */
  readonly unit: TimeUnit;
  /** The periods of the cohorts and the trend; chosen by the length of the log when `undefined`. */
  readonly grain: CalendarGrain | undefined;
  /** What becomes of refunds. */
  readonly refunds: RefundPolicy;
  /** The segments; the eleven of `RFM_SEGMENT_MAP` when `undefined`. */
  readonly segmentMap: SegmentMap | undefined;
  /** A customer is active who has been silent for less than so many days. */
  readonly activeDays: number;
  /** Who is looked at first, where it differs from {@link ATTENTION_RULE}. */
  readonly attention: Partial<AttentionRule>;
  /** How expected value is worked out, where it differs from {@link VALUE_RULE}. */
  readonly value: Partial<ValueRule>;
  /** How the lifecycle is looked at, where it differs from {@link LIFECYCLE_RULE}. */
  readonly lifecycle: Partial<LifecycleRule>;
}

/** Options of `analyzeOrders`: any may be left out but `asOf`. */
export type AnalysisOptionsInput = Partial<AnalysisOptions> & { readonly asOf: AsOf };

/** The defaults of `analyzeOrders`. */
export const ANALYSIS_DEFAULTS: AnalysisOptions = {
  asOf: undefined,
  unit: "day",
  grain: undefined,
  refunds: "net",
  segmentMap: undefined,
  activeDays: 90,
  attention: {},
  value: {},
  lifecycle: {},
};

/** The default rule of the list: silent for three to six usual gaps, three purchases at least. */
export const ATTENTION_RULE: AttentionRule = {
  tier: "A",
  minimumPurchases: 3,
  overdueFrom: 3,
  overdueTo: 6,
  limit: 100,
};

/** The default rule of expected value: the revenue of the next 52 weeks, at 10 % a year. */
export const VALUE_RULE: ValueRule = {
  horizonWeeks: 52,
  annualDiscountRate: 0.1,
  margin: 1,
  mostFitted: 200_000,
  seed: 1,
  limit: 50,
};

/** The default rule of the lifecycle: 30 days back, and 30 days ahead. */
export const LIFECYCLE_RULE: LifecycleRule = { days: 30, limit: 50 };

/** Where the orders came from, for the page to say. */
export interface ReportSource {
  /** The name of the file or system. */
  readonly name?: string | undefined;
  /** What became of its rows: the audit of `readTransactions`. */
  readonly reading?: ReadAudit | undefined;
}

/** How a page is written. */
export interface ReportOptions {
  /** The language shown first; the page holds both. */
  readonly locale: Locale;
  /** The heading; without it, “Customer report”. */
  readonly title: string | LocalizedText | undefined;
  readonly source: ReportSource;
}

/** Options of `renderReport`, each of them optional. */
export type ReportOptionsInput = {
  readonly [K in keyof ReportOptions]?: ReportOptions[K] | undefined;
};

/** The defaults of `renderReport`. */
export const REPORT_DEFAULTS: ReportOptions = { locale: "en", title: undefined, source: {} };

/** How the customer table is written. */
export interface CsvOptions {
  /** The language of `segment_label`. */
  readonly locale: Locale;
  /** True to begin with the mark by which Excel knows UTF-8. */
  readonly byteOrderMark: boolean;
  /** `neutralize` puts an apostrophe before texts that a table program would run; `verbatim` does not. */
  readonly formulas: "neutralize" | "verbatim";
}

/** Options of the customer table, each of them optional. */
export type CsvOptionsInput = Partial<CsvOptions>;

/** The defaults of `renderCustomerCsv`. */
export const CSV_DEFAULTS: CsvOptions = {
  locale: "en",
  byteOrderMark: false,
  formulas: "neutralize",
};
