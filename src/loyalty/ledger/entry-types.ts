import type { Money } from "../../money/index.js";
import type { EarnSource, KeptLine, ParcelLot } from "../types.js";

/** One line of the ledger: plain JSON, appended and never changed. The account is their fold. */
export type Entry =
  | EarnEntry
  | ActivateEntry
  | RedeemEntry
  | ExpireEntry
  | ReverseEarnEntry
  | ReverseRedeemEntry
  | TransferOutEntry
  | TransferInEntry
  | AdjustEntry
  | ForfeitEntry
  | MembershipEntry
  | TierEntry;

/** What every entry has. */
export interface EntryFrame {
  /** 1, 2, 3, … within the account. */
  readonly sequence: number;
  /** When it counts, epoch milliseconds; never before the entry ahead of it. */
  readonly atMs: number;
  /** The change of the account's points; the sum of all is what the lots hold less the debt. */
  readonly points: number;
  /** The lots behind `points`, with the change of what each holds. */
  readonly lots: readonly LotChange[];
  /** The change of the account's debt: positive when points are owed, negative when they are paid. */
  readonly debt?: number;
  /** What lots that owe points pay of it; `debt` is its sum. */
  readonly pays?: readonly LotChange[];
  /** The command behind the entry; what time alone does (`activate`, `expire`, `tier`) has none. */
  readonly command?: CommandStamp;
}

/** Which command wrote an entry, so that it is written once. */
export interface CommandStamp {
  /** The idempotency key. */
  readonly key: string;
  /** SHA-256 of the canonical command. */
  readonly inputHash: string;
  /** The programme version that decided. */
  readonly version: number;
  /** When it happened, where that is before `atMs`. */
  readonly occurredMs?: number;
  /** The member of the pool who acted. */
  readonly member?: string;
}

/** The share of a lot in an entry. */
export interface LotChange {
  readonly lot: number;
  /** Positive when points come into the lot, negative when they leave it. */
  readonly points: number;
}

/** The terms of a lot of points, fixed when it is opened. */
export interface LotTerms {
  /** When the points become spendable, where it is not at once. */
  readonly activeMs?: number;
  /** The event that makes them spendable. */
  readonly activeOn?: string;
  /** When they lapse, exclusive. */
  readonly expiresMs?: number;
  /** When they lapse, counted from activation on. */
  readonly expiresAfter?: ActivationTerm;
  /** They lapse so long after the last activity. */
  readonly inactive?: InactivityTerm;
  /** Who earned them. */
  readonly member?: string;
}

/** An expiry that activation will fix. */
export interface ActivationTerm {
  readonly after: string;
  readonly upTo?: "month" | "quarter" | "year";
  readonly zone: string;
}

/** An expiry that every activity puts off. */
export interface InactivityTerm {
  readonly after: string;
  readonly zone: string;
}

/** A lot that an entry opens; its number is in `lots` of the entry, at the same place. */
export interface OpenedLot extends LotTerms {
  readonly points: number;
}

/** Points earned by an order, event, coupon or referral. */
export interface EarnEntry extends EntryFrame {
  readonly kind: "earn";
  readonly command: CommandStamp;
  readonly source: EarnSource;
  readonly opens: readonly OpenedLot[];
  /** What every rule wanted to give and gave. */
  readonly rules: readonly RuleGrant[];
  /** What a refund needs to decide as of then. */
  readonly context: EarnContext;
  /** What the fractions of this order leave to be carried, where the programme carries. */
  readonly carryShare?: ExactFraction;
  readonly uses?: readonly CounterUse[];
  /** Whether it puts off expiry for inactivity. */
  readonly isActivity?: true;
}

/** One rule's part in an earning. */
export interface RuleGrant {
  readonly rule: string;
  /** Whole points without caps. */
  readonly desired: number;
  readonly granted: number;
  /** The opened lot, as an index of `opens`. */
  readonly lot?: number;
  /** The cap that made the difference. */
  readonly cap?: string;
}

/** What was known when points were earned. */
export interface EarnContext {
  readonly tier?: string;
  readonly member?: Readonly<Record<string, unknown>>;
  readonly history: History;
  /** What was left under each cap that counts, by counter. */
  readonly room?: Readonly<Record<string, number>>;
  /** The fraction carried from orders before it. */
  readonly carry?: ExactFraction;
}

/** What the account had done before. */
export interface History {
  /** Orders, without those wholly refunded. */
  readonly orders: number;
}

/** An exact fraction of a point; integers as text, so that it is exact at any size. */
export interface ExactFraction {
  readonly numerator: string;
  readonly denominator: string;
}

/** A change of a counter that a cap bounds. */
export interface CounterUse {
  /** `rule/refill/0@m-7/2026-03-02`: the cap, the member where it is per member, and the period. */
  readonly counter: string;
  readonly amount: number;
  /** The cap, where all accounts share the counter: the append must claim the amount within it. */
  readonly limit?: number;
}

/** A pending lot that became spendable. */
export interface ActivateEntry extends EntryFrame {
  readonly kind: "activate";
  readonly activates: readonly ActivatedLot[];
}

/** An activation that a command brought. */
export interface CommandedActivation extends ActivateEntry {
  readonly command: CommandStamp;
}

/** A lot made spendable, with the expiry that activation fixed. */
export interface ActivatedLot {
  readonly lot: number;
  readonly expiresMs?: number;
}

/** Points spent. */
export interface RedeemEntry extends EntryFrame {
  readonly kind: "redeem";
  readonly command: CommandStamp;
  readonly reward?: RewardTaken;
  readonly uses?: readonly CounterUse[];
  readonly isActivity?: true;
}

/** What the points were spent on. */
export interface RewardTaken {
  readonly id: string;
  readonly quantity: number;
  readonly benefit?: Readonly<Record<string, unknown>>;
}

/** What was left of lots whose time ran out. */
export interface ExpireEntry extends EntryFrame {
  readonly kind: "expire";
}

/** Points taken back because what earned them was refunded. */
export interface ReverseEarnEntry extends EntryFrame {
  readonly kind: "reverseEarn";
  readonly command: CommandStamp;
  /** The source, such as `order:1001`. */
  readonly source: string;
  /** What is kept after it; empty when nothing is. */
  readonly kept: readonly KeptLine[];
  /** What each lot of the source gives back, spent or not. */
  readonly claims: readonly LotClaim[];
  /** What is to be charged in money for points that were spent. */
  readonly charge?: Money;
  /** What the fractions of the kept lines leave to be carried. */
  readonly carryShare?: ExactFraction;
  readonly uses?: readonly CounterUse[];
}

/** How a lot meets what a refund claims of it: what it holds gives first, and the rest is one of these. */
export interface LotClaim extends Shortage {
  readonly lot: number;
  /** What is claimed in all. */
  readonly points: number;
  /** What had lapsed unspent, so that nothing is owed for it. */
  readonly lapsed?: number;
}

/** What refunds claim of a lot that was spent, by how it is met. */
export interface Shortage {
  /** By points to come. */
  readonly owed?: number;
  /** Not at all. */
  readonly waived?: number;
  /** In money. */
  readonly charged?: number;
}

/** Points given back because what they were spent on was cancelled. */
export interface ReverseRedeemEntry extends EntryFrame {
  readonly kind: "reverseRedeem";
  readonly command: CommandStamp;
  /** The key of the redemption. */
  readonly redemption: string;
  /** What each lot gets back, of which claims by refunds are met first. */
  readonly restores: readonly LotClaim[];
  /** What is to be paid back of money charged by a refund. */
  readonly charge?: Money;
  readonly uses?: readonly CounterUse[];
}

/** Points sent to another account. */
export interface TransferOutEntry extends EntryFrame {
  readonly kind: "transferOut";
  readonly command: CommandStamp;
  readonly to: string;
  /** The lots as they leave, in the order of `lots`. */
  readonly parcel: readonly ParcelLot[];
  readonly uses?: readonly CounterUse[];
}

/** Points received from another account. */
export interface TransferInEntry extends EntryFrame {
  readonly kind: "transferIn";
  readonly command: CommandStamp;
  readonly from: string;
  readonly opens: readonly OpenedLot[];
}

/** A correction by hand. */
export interface AdjustEntry extends EntryFrame {
  readonly kind: "adjust";
  readonly command: CommandStamp;
  readonly reason: string;
  readonly opens: readonly OpenedLot[];
}

/** Points taken away, such as for fraud or on closing the account. */
export interface ForfeitEntry extends EntryFrame {
  readonly kind: "forfeit";
  readonly command: CommandStamp;
  readonly reason: string;
}

/** A member who joins or leaves the pool of the account. */
export interface MembershipEntry extends EntryFrame {
  readonly kind: "join" | "leave";
  readonly command: CommandStamp;
  readonly member: string;
}

/** A change of the tier, which time or business brings. */
export interface TierEntry extends EntryFrame {
  readonly kind: "tier";
  /** The programme version that decided. */
  readonly version: number;
  readonly standing: Standing;
  readonly why: "reached" | "renewed" | "lapsed" | "refunded";
}

/** The tier that an account has. */
export interface Standing {
  readonly tier: string;
  readonly sinceMs: number;
  /** Until when it is kept whatever happens; without it, as long as the metric supports it. */
  readonly validUntilMs?: number;
}
