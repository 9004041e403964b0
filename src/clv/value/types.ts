import type { CovariateModel, CovariateModelKind } from "../covariates/types.js";
import type {
  GammaGammaParameters,
  SpendHistories,
  SpendIndependence,
} from "../gamma-gamma/types.js";
import type { DiscountRate } from "../time/discount-rate.js";
import type { Duration } from "../time/duration.js";
import type {
  FitWarningCode,
  PurchaseHistories,
  PurchaseModel,
  PurchaseModelKind,
} from "../types.js";

/** The two models that make up a value: how often, and how much each time. */
export interface ValueModels {
  /** Of the purchases: NBD, Pareto/NBD, BG/NBD or MBG/NBD. */
  readonly transactions: PurchaseModel | CovariateModel;
  /** Of the amounts. */
  readonly spend: GammaGammaParameters;
}

/** What a value reads of each customer; `CustomerSummaries` are such columns. */
export type ValueHistories = PurchaseHistories & SpendHistories;

/** The values of customers, with all that says what they mean. */
export interface LifetimeValues {
  /** What customers will bring in from the end of the observation on; nothing of what they have brought in. */
  readonly kind: "residualLifetimeValue";
  /** One per customer, major units of `currency`: `transactions` times `spend` times `margin`; never negative. */
  readonly values: Float64Array;
  /** Expected transactions, each discounted to the end of the observation. */
  readonly transactions: Float64Array;
  /** Expected spend on each of them. */
  readonly spend: Float64Array;
  readonly currency: string;
  /** The kind of the model of the purchases. */
  readonly purchaseModel: PurchaseModelKind | CovariateModelKind;
  /** What lies beyond does not count; left out where all time to come does. */
  readonly horizon?: Duration;
  readonly discountRate: DiscountRate;
  readonly margin: number;
  /** Whether spend is independent of frequency, as the values take for granted: from the fit, or else of these customers. */
  readonly independence: SpendIndependence;
  /** What the fits of both models warn of. */
  readonly warnings: readonly ValueWarning[];
}

/** What the user of a value has to know of the models behind it. */
export interface ValueWarning {
  readonly model: "transactions" | "spend";
  readonly code: FitWarningCode;
  readonly message: string;
}
