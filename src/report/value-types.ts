import type { PurchaseModelKind, SpendVerdict, TrackingPeriod } from "../clv/index.js";
import type { LocalizedText } from "../core/locale.js";
import type { CalendarGrain } from "../transactions/types.js";
import type { Concentration } from "../value/types.js";

/** How expected value is worked out. */
export interface ValueRule {
  /** How far ahead, in weeks. */
  readonly horizonWeeks: number;
  /** What money a year later is worth less: 0.1 for an effective 10 % a year. */
  readonly annualDiscountRate: number;
  /** What is left of an amount: 1 makes value a revenue, 0.3 a profit of 30 %. */
  readonly margin: number;
  /** Models are fitted to so many customers at most, drawn at random where there are more. */
  readonly mostFitted: number;
  /** The seed of that draw. */
  readonly seed: number;
  /** Customers listed as value at risk. */
  readonly limit: number;
}

/**
 * Why nothing is said about the future: too few customers, too few who came back, too short a time,
 * or data that no model can be fitted to.
 */
export type ValueRefusal = "FEW_CUSTOMERS" | "FEW_REPEAT_BUYERS" | "SHORT_HISTORY" | "NO_FIT";

/** What customers are expected to do within the horizon; all amounts are times the margin. */
export interface ExpectedValue {
  readonly rule: ValueRule;
  readonly model: ModelChoice;
  readonly spend: SpendBasis;
  /** One row per customer, as columns, in the order of the scored customers. */
  readonly customers: ValuedCustomers;
  /** All customers together. */
  readonly total: ValueGroup;
  /** How unevenly the expected value is spread; `undefined` where nobody has any. */
  readonly concentration: Concentration | undefined;
  readonly alive: AliveGrid;
  readonly histogram: readonly ValueBin[];
  /** In the order of the RFM segments. */
  readonly segments: readonly ValueGroup[];
  /** In the order of the cohorts of the retention table. */
  readonly cohorts: readonly ValueGroup[];
  readonly risk: RiskList;
}

/** The models of purchases that a forecast is chosen from. */
export type ForecastKind = Extract<PurchaseModelKind, "paretoNbd" | "mbgNbd" | "bgNbd" | "nbd">;

/** The model of purchases, and what it was chosen from. */
export interface ModelChoice {
  readonly kind: ForecastKind;
  /** Time in weeks. */
  readonly params: Readonly<Record<string, number>>;
  /** `forecast`: it did best in the rehearsal; `fit`: there was none, and its AIC is the lowest. */
  readonly chosenBy: "forecast" | "fit";
  /** All models that could be fitted, lowest AIC first. */
  readonly candidates: readonly { readonly kind: ForecastKind; readonly aic: number }[];
  /** How they compare by fit, in words; `undefined` where there is only one. */
  readonly verdict: LocalizedText | undefined;
  /** Customers that the models were fitted to. */
  readonly fittedCustomers: number;
  /** `undefined` where the orders span too short a time. */
  readonly rehearsal: Rehearsal | undefined;
}

/** A forecast made from the first part of the orders, beside what happened in the rest. */
export interface Rehearsal {
  /** The last day of the orders learnt from, `YYYY-MM-DD`; judged by is all that came after. */
  readonly learntUntil: string;
  /** How long that was. */
  readonly weeks: number;
  /** Customers who had come by that day. */
  readonly customers: number;
  /** Their purchases after it. */
  readonly purchases: number;
  /** What each model had expected, that of the model to use first. */
  readonly forecasts: readonly RehearsedForecast[];
  /** Purchases if everybody had gone on to buy at the own rate so far. */
  readonly atOwnRate: number;
  /** Repeat purchases over the whole log, and those that the model to use expects; whole periods only. */
  readonly grain: CalendarGrain;
  readonly periods: readonly TrackingPeriod[];
}

/** What a model had expected. */
export interface RehearsedForecast {
  readonly kind: ForecastKind;
  /** Of all customers together. */
  readonly purchases: number;
  /** How far off it is for single customers: the mean Poisson deviance, 0 for a forecast without fault. */
  readonly error: number;
}

/** What an order is expected to amount to. */
export interface SpendBasis {
  /** `mean` of all repeat purchases for everybody where the Gamma-Gamma model cannot be fitted. */
  readonly method: "gammaGamma" | "mean";
  /** Of a customer who is not known yet. */
  readonly meanSpend: number;
  /** Whether spend is independent of frequency, as the Gamma-Gamma model assumes. */
  readonly independence: SpendVerdict | undefined;
}

/** What each customer is expected to do. */
export interface ValuedCustomers {
  /** That the customer still is one. */
  readonly probabilityAlive: Float64Array;
  readonly expectedOrders: Float64Array;
  /** Discounted. */
  readonly expectedValue: Float64Array;
}

/** Customers taken together. */
export interface ValueGroup {
  readonly customers: number;
  /** How many of them are still customers, in expectation. */
  readonly alive: number;
  readonly expectedOrders: number;
  readonly expectedValue: number;
}

/** A half-open range, without `to` where it is open. */
export interface ValueRange {
  readonly from: number;
  readonly to: number | undefined;
}

/** The mean probability to be alive, by weeks of silence (rows) and purchases (columns). */
export interface AliveGrid {
  readonly silentWeeks: readonly ValueRange[];
  readonly purchases: readonly ValueRange[];
  readonly customers: readonly (readonly number[])[];
  /** `undefined` where there are no customers. */
  readonly probability: readonly (readonly (number | undefined)[])[];
}

/** Customers of similar expected value. */
export interface ValueBin extends ValueRange {
  readonly customers: number;
  readonly value: number;
}

/** The customers with most value at risk, most first. */
export interface RiskList {
  /** Those whose probability to be alive lies between these are watched. */
  readonly aliveFrom: number;
  readonly aliveTo: number;
  /** All customers watched, and their value at risk. */
  readonly customers: number;
  readonly value: number;
  readonly listed: readonly RiskCustomer[];
}

/** One customer of the list. */
export interface RiskCustomer {
  /** The row in the scored customers. */
  readonly row: number;
  /** The expected value if the customer were known to be alive. */
  readonly valueIfAlive: number;
  /** That value times the probability that the customer is gone. */
  readonly valueAtRisk: number;
}
