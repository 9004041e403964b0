import type { LocalizedText } from "../../core/index.js";
import type { CalendarUnit, Condition } from "../../rules/index.js";
import type { Activation, Cap, Expiry, Window } from "./types.js";

/** Something to spend points on. */
export interface Reward {
  readonly id: string;
  readonly label?: LocalizedText;
  /** Points for one, or by tier with `default` for everybody else. */
  readonly price: number | TierPrice;
  /** How many there are for the whole programme, for good. */
  readonly stock?: number;
  /** How many points the programme may take for it. */
  readonly budget?: Budget;
  /** Who may have it, over `member`, `tier` and `history`. */
  readonly when?: Condition;
  readonly window?: Window;
  /** How often, or for how many points, a member, an account or everybody may take it. */
  readonly caps?: readonly Cap[];
  /** What the host does with it: a discount, a product, a voucher. Carried to the entry as it is. */
  readonly benefit?: Readonly<Record<string, unknown>>;
}

/** A price by tier; `default` where the tier has none of its own or there is none. */
export interface TierPrice {
  readonly default: number;
  readonly tiers: Readonly<Record<string, number>>;
}

/** So many points within a calendar unit, or for good. */
export interface Budget {
  readonly points: number;
  readonly within?: CalendarUnit | "ever";
}

/** A code that gives points. */
export interface Coupon {
  /** The code, as members enter it: letters, digits, `-` and `_`; upper and lower case are the same. */
  readonly code: string;
  readonly label?: LocalizedText;
  readonly points: number;
  readonly when?: Condition;
  readonly window?: Window;
  /** By default once per account. */
  readonly caps?: readonly Cap[];
  readonly activation?: Activation;
  readonly expiry?: Expiry;
}

/** Points for bringing a friend, and for the friend. */
export interface Referral {
  readonly referrer: ReferralAward;
  readonly friend: ReferralAward;
  /** How long an invitation is good. */
  readonly validFor: string;
  /** What the friend must have done, over `order`, `member`, `tier` and `history` of the friend. */
  readonly when?: Condition;
  /** How many friends count for one referrer; without it, any number. */
  readonly caps?: readonly Cap[];
}

/** The points of one side of a referral; 0 for none. */
export interface ReferralAward {
  readonly points: number;
  readonly activation?: Activation;
  readonly expiry?: Expiry;
}
