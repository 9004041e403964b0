import { formatIsoDate, monthIndex, monthStart, type ZoneRules } from "../../core/index.js";
import type { Account } from "../ledger/account-types.js";
import type { Entry } from "../ledger/entry-types.js";
import type { PointTotals, RuleTotal, SimulatedMonth } from "./types.js";

/** Counts what entries of many accounts do, month by month. */
export class Tally {
  granted = 0;
  takenBack = 0;
  redeemed = 0;
  lapsed = 0;
  outstanding = 0;
  debt = 0;
  readonly #rules = new Map<string, { desired: number; granted: number }>();
  readonly #months = new Map<number, MonthDraft>();
  readonly #clock: ZoneRules;

  constructor(clock: ZoneRules) {
    this.#clock = clock;
  }

  /** A member joins, at the lowest tier if there is one. */
  join(atMs: number, tier: string | undefined): void {
    if (tier !== undefined) move(this.#month(atMs), tier, 1);
  }

  /** Counts the next entry of an account; `tier` is the one before it. */
  add(entry: Entry, tier: string | undefined): void {
    const month = this.#month(entry.atMs);
    switch (entry.kind) {
      case "earn":
        this.granted += entry.points;
        month.granted += entry.points;
        for (const { rule, desired, granted } of entry.rules) this.#rule(rule, desired, granted);
        break;
      case "reverseEarn":
        this.takenBack -= entry.points;
        break;
      case "redeem":
        this.redeemed -= entry.points;
        month.redeemed -= entry.points;
        break;
      case "expire":
        this.lapsed -= entry.points;
        month.lapsed -= entry.points;
        break;
      case "tier":
        if (tier !== undefined) move(month, tier, -1);
        move(month, entry.standing.tier, 1);
    }
  }

  /** Counts what an account is left with. */
  close({ spendablePoints, pendingPoints, debt }: Account): void {
    this.outstanding += spendablePoints + pendingPoints;
    this.debt += debt;
  }

  points(): PointTotals {
    const { granted, takenBack, redeemed, lapsed, outstanding, debt } = this;
    return { granted, takenBack, redeemed, lapsed, outstanding, debt };
  }

  rules(): RuleTotal[] {
    return [...this.#rules].map(([rule, total]) => ({ rule, ...total }));
  }

  /** Every month from the first to that of an instant. */
  months(untilMs: number): SimulatedMonth[] {
    const last = monthIndex(this.#clock.toEpochDay(untilMs));
    const first = Math.min(...this.#months.keys(), last);
    const members = new Map<string, number>();
    return Array.from({ length: last - first + 1 }, (_, place) => {
      const index = first + place;
      const draft = this.#months.get(index) ?? emptyMonth();
      for (const [tier, change] of draft.moves)
        members.set(tier, (members.get(tier) ?? 0) + change);
      return {
        month: formatIsoDate(monthStart(index)).slice(0, 7),
        granted: draft.granted,
        redeemed: draft.redeemed,
        lapsed: draft.lapsed,
        membersByTier: Object.fromEntries(members),
      };
    });
  }

  #rule(rule: string, desired: number, granted: number): void {
    const total = this.#rules.get(rule) ?? { desired: 0, granted: 0 };
    this.#rules.set(rule, total);
    total.desired += desired;
    total.granted += granted;
  }

  #month(atMs: number): MonthDraft {
    const index = monthIndex(this.#clock.toEpochDay(atMs));
    const draft = this.#months.get(index) ?? emptyMonth();
    this.#months.set(index, draft);
    return draft;
  }
}

interface MonthDraft {
  granted: number;
  redeemed: number;
  lapsed: number;
  /** Members that come to a tier less those that leave it. */
  readonly moves: Map<string, number>;
}

function emptyMonth(): MonthDraft {
  return { granted: 0, redeemed: 0, lapsed: 0, moves: new Map() };
}

function move({ moves }: MonthDraft, tier: string, change: number): void {
  moves.set(tier, (moves.get(tier) ?? 0) + change);
}
