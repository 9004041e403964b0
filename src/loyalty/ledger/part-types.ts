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

/** A lot made spendable, with the expiry that activation fixed. */
export interface ActivatedLot {
  readonly lot: number;
  readonly expiresMs?: number;
}

/** What the points were spent on. */
export interface RewardTaken {
  readonly id: string;
  readonly quantity: number;
  readonly benefit?: Readonly<Record<string, unknown>>;
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

/** The tier that an account has. */
export interface Standing {
  readonly tier: string;
  readonly sinceMs: number;
  /** Until when it is kept whatever happens; without it, as long as the metric supports it. */
  readonly validUntilMs?: number;
}
