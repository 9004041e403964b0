import type { Money } from "../../money/index.js";
import type { TransactionLog } from "../../transactions/index.js";

/** The columns of a log of orders that a simulation reads. */
export type OrderHistory = Pick<
  TransactionLog,
  "customerIds" | "customerIndex" | "atMs" | "amountMinor" | "refundOf" | "currency"
>;

/** What a programme would have done over past orders. */
export interface Simulation {
  readonly members: number;
  readonly orders: number;
  /** Refunds that were linked to an order of the same customer. */
  readonly refunds: number;
  /** Orders that no version of the programme took, and refunds without their order. */
  readonly skipped: number;
  readonly points: PointTotals;
  /** Points granted less those taken back, and points redeemed, at the value of a point. */
  readonly cost: { readonly granted: Money; readonly redeemed: Money } | undefined;
  readonly rules: readonly RuleTotal[];
  /** From the month of the first order to that of `asOf`, in the programme's zone. */
  readonly months: readonly SimulatedMonth[];
  /** Points kept by each customer, by the number of the log. */
  readonly byMember: Float64Array;
  /** Against the present programme, where one is given. */
  readonly comparison: ProgramComparison | undefined;
}

/** Where points came from and went: `granted = takenBack + redeemed + lapsed + outstanding - debt`. */
export interface PointTotals {
  readonly granted: number;
  readonly takenBack: number;
  readonly redeemed: number;
  readonly lapsed: number;
  readonly outstanding: number;
  readonly debt: number;
}

/** What one rule gave. */
export interface RuleTotal {
  readonly rule: string;
  /** Without caps. */
  readonly desired: number;
  readonly granted: number;
}

/** One month of a simulation. */
export interface SimulatedMonth {
  readonly month: string;
  readonly granted: number;
  readonly redeemed: number;
  readonly lapsed: number;
  /** Members at its end, by tier; empty without tiers. */
  readonly membersByTier: Readonly<Record<string, number>>;
}

/** Who would have more, and who less, than under the present programme. */
export interface ProgramComparison {
  readonly winners: number;
  readonly losers: number;
  readonly unchanged: number;
  /** Points that winners gain and losers lose, both positive. */
  readonly gained: number;
  readonly lost: number;
  /** Points kept less those of the present programme, by the number of the log. */
  readonly difference: Float64Array;
}
