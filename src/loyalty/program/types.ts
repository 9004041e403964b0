import type { LocalizedText } from "../../core/index.js";
import type { Decimal, Money, Ratio } from "../../money/index.js";
import type { CalendarUnit, Condition } from "../../rules/index.js";
import type { Coupon, Referral, Reward } from "./offer-types.js";
import type { TierPolicy } from "./tier-types.js";

/**
 * A points programme: plain JSON that a business writes and versions. Points are whole numbers;
 * money is in minor units of `currency`; days and months are those of `zone`; periods are ISO 8601
 * (`P14D`, `P1Y`).
 */
export interface Program {
  /** Where an editor finds the JSON Schema. */
  readonly $schema?: string;
  readonly id: string;
  /** Counts up with every published change: 1, 2, 3, … Old earnings keep the version they were made by. */
  readonly version: number;
  /** When this version takes effect; without it, from the beginning. A date means its first instant in `zone`. */
  readonly from?: string;
  readonly label?: LocalizedText;
  /** IANA zone, such as `Asia/Shanghai`. */
  readonly zone: string;
  /** ISO 4217 code of every amount in the programme and its orders. */
  readonly currency: string;
  /** Conditions by name, for `{ "ref": "name" }` in any condition of the programme. */
  readonly define?: Readonly<Record<string, Condition>>;
  readonly earning: Earning;
  /** When earned points can be spent; without it, at once. A rule can say otherwise. */
  readonly activation?: Activation;
  /** When points lapse; without it, never. A rule can say otherwise. */
  readonly expiry?: Expiry;
  /** What a point is worth in money: for charging spent points back, and for the liability. */
  readonly value?: PointValue;
  readonly refunds?: RefundPolicy;
  readonly redemption?: RedemptionPolicy;
  readonly rewards?: readonly Reward[];
  readonly coupons?: readonly Coupon[];
  readonly referral?: Referral;
  readonly tiers?: TierPolicy;
  readonly pool?: PoolPolicy;
  readonly transfers?: TransferPolicy;
  /** How far before the account's latest business a command may be dated; without it, not at all. */
  readonly backdating?: string;
}

/** How points are earned. */
export interface Earning {
  readonly rules: readonly EarningRule[];
  readonly rounding?: EarningRounding;
  /** How multipliers of different groups combine: 2 and 3 make 6 (`multiply`, the default) or 4 (`add`: 1 + 1 + 2). */
  readonly multipliers?: "multiply" | "add";
  /** Caps on everything that the rules give together; earlier rules are served first. */
  readonly caps?: readonly Cap[];
}

/** The one place where fractions of points become whole points. */
export interface EarningRounding {
  /** What is rounded: the points of each line and rule, of each rule, or of the whole order (the default). */
  readonly at?: "line" | "rule" | "order";
  /** By default `floor`. */
  readonly mode?: "floor" | "halfEven" | "halfUp" | "ceiling";
  /** Whether the fraction is lost (the default) or carried to the next order; `carry` needs `at: "order"`. */
  readonly remainder?: "drop" | "carry";
}

/** One way to earn points, or to earn more by the other ways. */
export interface EarningRule {
  readonly id: string;
  readonly label?: LocalizedText;
  /** The event that earns, such as `review`; without it, orders earn. */
  readonly event?: string;
  /** Over `order`, `event`, `member`, `tier` and `history`; without it, always. */
  readonly when?: Condition;
  /** Which order lines count, over the fields of a line; without it, all. */
  readonly lines?: Condition;
  readonly give: Award;
  /** When the rule holds, half-open. */
  readonly window?: Window;
  /** Of the rules of one group only the first that applies counts: per line, or per order where nothing is per line. */
  readonly group?: string;
  /** Higher goes first; by default 0, and equal ones go in the order of the file. */
  readonly priority?: number;
  readonly caps?: readonly Cap[];
  readonly activation?: Activation;
  readonly expiry?: Expiry;
}

/** What a rule gives. */
export type Award = FixedAward | AmountAward | ItemAward | Multiplier;

/** So many points for the order or event. */
export interface FixedAward {
  readonly points: number;
}

/** So many points for every `per`, exactly in proportion: 1 per 1.00 EUR gives 2.5 for 2.50 EUR, before rounding. */
export interface AmountAward {
  readonly points: number;
  readonly per: Money;
}

/** So many points for each item. */
export interface ItemAward {
  readonly points: number;
  readonly per: "item";
}

/** A factor on what other rules give, exact: `2`, `"1.25"` or `{ "numerator": 4, "denominator": 3 }`. */
export interface Multiplier {
  readonly multiply: Decimal | Ratio;
  /** The rules multiplied; without it, all that give per amount or item. */
  readonly rules?: readonly string[];
}

/** A stretch of time `[from, to)`: dates of the programme's zone, or timestamps with an offset. */
export interface Window {
  readonly from?: string;
  readonly to?: string;
}

/** An upper bound: so many points, or so many times, for whom and within what. */
export type Cap = CapScope &
  (
    | { readonly points: number; readonly times?: never }
    | { readonly times: number; readonly points?: never }
  );

/** Whose use counts, and over what time. */
export interface CapScope {
  /** One member, the whole account with its pool (the default), or all accounts of the programme together. */
  readonly per?: "member" | "account" | "program";
  /** A single order or event, a calendar unit of the programme's zone, or for good (the default). */
  readonly within?: "order" | CalendarUnit | "ever";
}

/** When earned points become spendable: after a time, or on an event and at the latest after a time. */
export type Activation =
  | { readonly after: string }
  | { readonly on: string; readonly atLatest?: string };

/** When points lapse. */
export type Expiry = "never" | TermExpiry | DateExpiry | InactivityExpiry;

/** A time after the points are earned or become spendable. */
export interface TermExpiry {
  readonly after: string;
  /** By default `earned`. */
  readonly counted?: "earned" | "activated";
  /** On to the end of that calendar unit: `P1Y` up to the end of the year. */
  readonly upTo?: "month" | "quarter" | "year";
}

/** The end of a day: points are good through `through`. */
export interface DateExpiry {
  readonly through: string;
}

/** So long after the last earning or redemption of the account: every one starts the time anew. */
export interface InactivityExpiry {
  readonly inactive: string;
}

/** The money that a number of points stands for: 100 points are 1.00 EUR. */
export interface PointValue {
  readonly points: number;
  readonly value: Money;
}

/** What a refund takes back. */
export interface RefundPolicy {
  /** The points that the kept lines would have earned by the rules of then (the default), or in proportion to the amount. */
  readonly method?: "recompute" | "proRata";
  /**
   * Where points that the order earned are already spent: the balance goes below zero (`negative`,
   * the default); it goes to zero at most and the rest is waived (`clamp`); points not yet active
   * are taken first, then below zero (`pendingFirst`); the balance goes to zero at most and the rest
   * is charged in money (`charge`, which needs `value`).
   */
  readonly spent?: "negative" | "clamp" | "pendingFirst" | "charge";
}

/** How points are spent freely, without a reward. */
export interface RedemptionPolicy {
  readonly minimum?: number;
  /** Only multiples of this. */
  readonly step?: number;
}

/** A household or team that shares one account. */
export interface PoolPolicy {
  readonly maximumMembers: number;
  /** Who may redeem and transfer; by default `anyone`. */
  readonly spentBy?: "anyone" | "owner";
}

/** Whether and how points go to other accounts; points keep their expiry. */
export interface TransferPolicy {
  readonly minimum?: number;
  readonly caps?: readonly Cap[];
}
