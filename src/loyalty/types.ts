import type { Instant } from "../core/index.js";
import type { Money } from "../money/index.js";

/** A moment in a command: an {@link Instant}, or ISO 8601 text with `Z` or an offset. */
export type Moment = Instant | string;

/** What every command has. */
export interface CommandFrame {
  /**
   * The idempotency key, made by the caller and unique within the account: the same command again
   * gets the same answer, another command under the same key is refused.
   */
  readonly key: string;
  /** When it happened. */
  readonly at: Moment;
  /** The member of the pool who acts, or whom it concerns. */
  readonly member?: string;
  /**
   * How much of each counter that all accounts share is used so far, by name; only needed where the
   * programme has stock, budgets or caps `per: "program"`.
   */
  readonly shared?: Readonly<Record<string, number>>;
}

/** An order whose lines earn. */
export interface Order {
  readonly id: string;
  readonly lines: readonly OrderLine[];
  /** Whatever conditions may ask for: channel, store, campaign. */
  readonly [fact: string]: unknown;
}

/** One line of an order. */
export interface OrderLine {
  /** Unique within the order. */
  readonly id: string;
  /** What is paid for the line, discounts already taken off: never negative. */
  readonly amount: Money;
  /** A positive whole number; without it, 1. */
  readonly quantity?: number;
  /** Whatever conditions may ask for: category, sku, brand. */
  readonly [fact: string]: unknown;
}

/** Something other than an order that earns: a review, a birthday, a visit. */
export interface ProgramEvent {
  /** Unique within the account and type. */
  readonly id: string;
  readonly type: string;
  readonly [fact: string]: unknown;
}

/** One side of a referral. */
export interface ReferralClaim {
  readonly role: "referrer" | "friend";
  /** The account that invited. */
  readonly referrer: string;
  /** The account that was invited. */
  readonly friend: string;
  readonly invitedAt: Moment;
  /** Orders of the friend before the one that qualifies. */
  readonly friendOrders: number;
  /** The friend's order, where the programme asks something of it. */
  readonly order?: Order;
}

/** Earns points: exactly one of `order`, `event`, `coupon` and `referral`. */
export interface EarnCommand extends CommandFrame {
  readonly order?: Order;
  readonly event?: ProgramEvent;
  /** A coupon code. */
  readonly coupon?: string;
  readonly referral?: ReferralClaim;
  /** What is known of the member: for conditions over `member`. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Spends points: exactly one of `reward` and `points`. */
export interface RedeemCommand extends CommandFrame {
  /** The id of a reward. */
  readonly reward?: string;
  /** How many of the reward; by default 1. */
  readonly quantity?: number;
  readonly points?: number;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Undoes an earning or a redemption, wholly or in part: exactly one of `order`, `source` and `redemption`. */
export interface ReverseCommand extends CommandFrame {
  /** The id of the order that is refunded. */
  readonly order?: string;
  /** What of the order is refunded; without it, everything that is left. */
  readonly lines?: readonly RefundLine[];
  /** The source of another earning, such as `event:review:77`; it is undone wholly. */
  readonly source?: string;
  /** The key of the redemption that is cancelled. */
  readonly redemption?: string;
  /** How many points of the redemption come back; without it, all that are left. */
  readonly points?: number;
}

/** What is refunded of a line: an amount, a number of items, or both; without either, the whole line. */
export interface RefundLine {
  readonly line: string;
  readonly amount?: Money;
  readonly quantity?: number;
}

/** Makes pending points spendable because their event has come. */
export interface ActivateCommand extends CommandFrame {
  /** The event that the programme's activation names. */
  readonly event: string;
  /** Only the points of this source, such as `order:1001`; without it, all that wait for the event. */
  readonly source?: string;
}

/** Corrects the balance by hand. */
export interface AdjustCommand extends CommandFrame {
  /** Positive to give, negative to take. */
  readonly points: number;
  readonly reason: string;
  /** When given points lapse; without it, as the programme says. */
  readonly expiresAt?: Moment;
}

/** Takes points away: a number of spendable ones, or everything, pending and active. */
export interface ForfeitCommand extends CommandFrame {
  readonly points: number | "all";
  readonly reason: string;
}

/** Sends points to another account. */
export interface TransferCommand extends CommandFrame {
  readonly to: string;
  readonly points: number;
}

/** Receives what {@link TransferCommand} sent. */
export interface ReceiveCommand extends CommandFrame {
  readonly from: string;
  /** The lots as they left, from the entry of the sender. */
  readonly parcel: readonly ParcelLot[];
}

/** Some points of one lot on their way, with the expiry they have. */
export interface ParcelLot {
  readonly points: number;
  readonly expiresMs?: number;
  readonly inactive?: { readonly after: string; readonly zone: string };
}

/** A member who joins or leaves the pool of an account. */
export interface MembershipCommand extends CommandFrame {
  readonly member: string;
}

/** What earned points, as the ledger keeps it. */
export type EarnSource =
  | { readonly kind: "order"; readonly id: string; readonly order: Order }
  | { readonly kind: "event"; readonly id: string; readonly event: ProgramEvent }
  | { readonly kind: "coupon"; readonly id: string; readonly code: string }
  | { readonly kind: "referral"; readonly id: string; readonly referral: ReferralClaim };

/** What is kept of an order line after refunds. */
export interface KeptLine {
  readonly line: string;
  readonly amountMinor: number;
  readonly quantity: number;
}
