import type { Money } from "../../money/index.js";
import type { EarnSource, KeptLine, ParcelLot } from "../types.js";
import type {
  ActivatedLot,
  CommandStamp,
  CounterUse,
  EarnContext,
  ExactFraction,
  LotChange,
  LotClaim,
  OpenedLot,
  RewardTaken,
  RuleGrant,
  Standing,
} from "./part-types.js";

export type * from "./part-types.js";

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

/** A pending lot that became spendable. */
export interface ActivateEntry extends EntryFrame {
  readonly kind: "activate";
  readonly activates: readonly ActivatedLot[];
}

/** An activation that a command brought. */
export interface CommandedActivation extends ActivateEntry {
  readonly command: CommandStamp;
}

/** Points spent. */
export interface RedeemEntry extends EntryFrame {
  readonly kind: "redeem";
  readonly command: CommandStamp;
  readonly reward?: RewardTaken;
  readonly uses?: readonly CounterUse[];
  readonly isActivity?: true;
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
