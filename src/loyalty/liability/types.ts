import type { Model } from "../../core/index.js";
import type { Money } from "../../money/index.js";

/** Points by the month in which they were earned, with what became of them month by month. */
export interface VintageTable {
  readonly kind: "pointVintages";
  readonly asOfMs: number;
  readonly zone: string;
  readonly vintages: readonly Vintage[];
  /** What is not yet redeemed, by vintage and expiry. */
  readonly outstanding: readonly OutstandingPoints[];
  /** Points that refunds claimed and accounts still owe. */
  readonly debt: number;
}

/** The points of one month. */
export interface Vintage {
  /** The month, such as `2026-03`. */
  readonly vintage: string;
  /** Points kept after refunds. */
  readonly granted: number;
  /** Points redeemed and not given back. */
  readonly redeemed: number;
  /** Points unredeemed at the start of each month of age that has been observed to its end. */
  readonly atRisk: readonly number[];
  /** Of these, the points redeemed in the month. */
  readonly redemptions: readonly number[];
}

/** Points of one vintage that lapse together. */
export interface OutstandingPoints {
  readonly vintage: string;
  /** The month in which they lapse; `undefined` for never, or not as long as there is activity. */
  readonly expiryMonth: string | undefined;
  /** Months since they were earned. */
  readonly age: number;
  /** The age at which they lapse; `Infinity` for never. */
  readonly expiryAge: number;
  readonly points: number;
  readonly isPending: boolean;
}

/** How the redemption of points depends on their age. */
export type RedemptionModel = Model<"pointRedemption", RedemptionParams, RedemptionFit>;

/** The log-odds of redemption in month `a` of age (0, 1, …): `level + slope * ln(a + 1)`. */
export interface RedemptionParams {
  readonly level: number;
  readonly slope: number;
}

/** How well the model is known. */
export interface RedemptionFit {
  /** Vintages times months of age. */
  readonly cells: number;
  readonly pointMonths: number;
  /** How much more redemptions vary than if points were redeemed one by one; at least 1. */
  readonly dispersion: number;
  /** Of level and slope, dispersion included. */
  readonly covariance: readonly (readonly [number, number])[];
}

/** What a programme owes its members. */
export interface Liability {
  readonly asOfMs: number;
  /** Spendable and pending points. */
  readonly points: number;
  readonly pendingPoints: number;
  /** Points owed by accounts below zero; not taken off. */
  readonly debtPoints: number;
  /** All points at the value of a point. */
  readonly faceValue: Money;
  /** The share of the points that will be redeemed, with its interval. */
  readonly redemption: { readonly rate: number; readonly low: number; readonly high: number };
  /** What the points to be redeemed are worth, with the interval. */
  readonly value: Money;
  readonly low: Money;
  readonly high: Money;
  /** From the oldest vintage to the latest; the values sum to `value`. */
  readonly byVintage: readonly LiabilityRow[];
  /** From the first to lapse to those that never do; the values sum to `value`. */
  readonly byExpiryMonth: readonly LiabilityRow[];
  /** `undefined` when nothing was redeemed or nothing lasted a month, and no breakage is assumed. */
  readonly model: RedemptionModel | undefined;
}

/** The part of a liability that belongs to one month. */
export interface LiabilityRow {
  /** The month; `undefined` for points that never lapse. */
  readonly month: string | undefined;
  readonly points: number;
  /** Points expected to be redeemed, and expected to lapse. */
  readonly expected: number;
  readonly breakage: number;
  readonly value: Money;
}
