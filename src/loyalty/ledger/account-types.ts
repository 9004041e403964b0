import type { SortedBlocks } from "../blocks/sorted-blocks.js";
import type { KeptLine } from "../types.js";
import type {
  ActivateEntry,
  CommandedActivation,
  CounterUse,
  Entry,
  ExactFraction,
  ExpireEntry,
  InactivityTerm,
  LotTerms,
  Shortage,
  Standing,
  TierEntry,
} from "./entry-types.js";

/**
 * The state of one account that decisions need: plain JSON, the fold of its entries and nothing
 * else. `replayAccount` rebuilds it exactly, so that it can be cached or thrown away at will.
 */
export interface Account {
  readonly kind: "loyaltyAccount";
  readonly formatVersion: 1;
  readonly id: string;
  /** The programme. */
  readonly program: string;
  /** Who opened the account; the owner of the pool, where there is one. */
  readonly owner: string;
  readonly openedMs: number;
  /** How many entries there are: the expected version of the next append. */
  readonly sequence: number;
  /** The latest instant that the account has seen. */
  readonly clockMs: number;
  /** Every lot ever opened, by number. */
  readonly lots: SortedBlocks<Lot>;
  /** Spendable lots in the order in which they are spent: first to lapse first, then by number. */
  readonly spendable: SortedBlocks<DueLot>;
  /** Spendable lots that lapse for inactivity, by term and number. */
  readonly rolling: readonly RollingLots[];
  /** Lots not yet spendable, by the instant at which something happens to them without a command. */
  readonly pending: SortedBlocks<DueLot>;
  /** Points in spendable lots. */
  readonly spendablePoints: number;
  readonly pendingPoints: number;
  /** Points that refunds claimed and could not take: they are paid by points to come. */
  readonly debt: number;
  /** Lots that owe points, the oldest claim first. */
  readonly owing: readonly number[];
  /** The entries of commands by key, for repeated commands and for reversals. */
  readonly commands: SortedBlocks<CommandEntry>;
  /** Everything that earned, by source id. */
  readonly sources: SortedBlocks<SourceState>;
  /** What came back of redemptions, by key. */
  readonly reversals: SortedBlocks<RedemptionReversal>;
  /** How much of each cap is used, by counter. */
  readonly counters: SortedBlocks<Counter>;
  /** The instants of earnings and redemptions not wholly reversed, where expiry asks for them. */
  readonly activities: SortedBlocks<Activity>;
  readonly history: { readonly orders: number };
  /** The fraction of a point carried to the next order. */
  readonly carry?: ExactFraction;
  /** Other members of the pool, beside the owner. */
  readonly members: readonly string[];
  readonly standing?: Standing;
}

/** An entry that a command wrote. */
export type CommandEntry =
  | Exclude<Entry, ActivateEntry | ExpireEntry | TierEntry>
  | CommandedActivation;

/** Points opened together, with the same terms. */
export interface Lot extends LotTerms, Shortage {
  readonly number: number;
  /** When it was opened. */
  readonly openedMs: number;
  readonly state: "pending" | "active";
  readonly granted: number;
  /** What is left of it: from 0 to `granted`. */
  readonly remaining: number;
  /** The source that earned it. */
  readonly source?: string;
  /** What was lost of it without being spent, and is not claimed by a refund. */
  readonly lapsed?: number;
}

/** A lot and when its time comes. */
export interface DueLot {
  readonly dueMs: number;
  readonly lot: number;
}

/** Spendable lots that one inactivity term governs; the first opened lapses first. */
export interface RollingLots extends InactivityTerm {
  readonly lots: SortedBlocks<number>;
}

/** An earning and what refunds left of it. */
export interface SourceState {
  /** `order:1001`, `event:review:77`, `coupon:SPRING:<key>`, `referral:<friend>` or `referred`. */
  readonly id: string;
  /** The key of the earn command. */
  readonly key: string;
  readonly sequence: number;
  /** When it happened. */
  readonly atMs: number;
  /** Kept points of each lot that it opened. */
  readonly lots: readonly KeptLot[];
  /** The lines still kept; nothing refunded yet when absent. */
  readonly kept?: readonly KeptLine[];
  /** What it uses of caps. */
  readonly uses?: readonly CounterUse[];
  /** What its fractions add to the carry. */
  readonly carryShare?: ExactFraction;
  readonly isReversed?: true;
}

/** What a source keeps of a lot. */
export interface KeptLot {
  readonly lot: number;
  readonly points: number;
}

/** What was given back of a redemption, lot by lot as the redemption drew. */
export interface RedemptionReversal {
  readonly key: string;
  readonly points: readonly number[];
}

/** How much of a cap is used. */
export interface Counter {
  readonly counter: string;
  readonly used: number;
}

/** Something that keeps points from lapsing for inactivity. */
export interface Activity {
  readonly sequence: number;
  readonly atMs: number;
}
