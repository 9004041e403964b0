/**
 * The same ledger once more, as plainly as it can be written and without any of the library's code:
 * arrays that are searched, points that are counted anew for every question. One programme only: a
 * point per full euro of the order and 25 more from 50 euro on, spendable after 7 days, lapsing after
 * 100 (both counted from the order).
 */
export interface NaiveLot {
  readonly order: string | undefined;
  readonly activeAt: number;
  readonly lapsesAt: number;
  left: number;
  lapsed: number;
  owed: number;
  waived: number;
  isActive: boolean;
}

export interface NaiveOrder {
  lines: number[];
  points: number;
  readonly lot: NaiveLot | undefined;
}

export type Spent = "negative" | "clamp" | "pendingFirst";

const DAY = 86_400_000;

export class NaiveLedger {
  readonly lots: NaiveLot[] = [];
  readonly orders: Map<string, NaiveOrder> = new Map();
  readonly redemptions: Map<string, { lot: NaiveLot; left: number }[]> = new Map();
  /** Lots that owe, in the order in which they came to. */
  owing: NaiveLot[] = [];

  readonly spent: Spent;

  constructor(spent: Spent) {
    this.spent = spent;
  }

  get spendable(): number {
    return this.sum((lot) => (lot.isActive ? lot.left : 0));
  }

  get pending(): number {
    return this.sum((lot) => (lot.isActive ? 0 : lot.left));
  }

  get debt(): number {
    return this.sum((lot) => lot.owed);
  }

  get available(): number {
    return this.spendable - this.debt;
  }

  /** Lets time pass, one event after the other. */
  pass(now: number): void {
    for (;;) {
      const held = this.lots.filter((lot) => lot.left > 0);
      const instantOf = (lot: NaiveLot) =>
        lot.isActive ? lot.lapsesAt : Math.min(lot.activeAt, lot.lapsesAt);
      const next = Math.min(...held.map(instantOf));
      if (!(next <= now)) return;
      // What lapses goes before what becomes spendable; lots lapse in the order they were opened.
      const lapsing = held.filter((lot) => lot.lapsesAt === next && lot.isActive);
      if (lapsing.length === 0) {
        const first = held.find((lot) => !lot.isActive && instantOf(lot) === next)!;
        if (first.lapsesAt <= first.activeAt) this.lapse(first);
        else first.isActive = true;
      }
      for (const lot of lapsing) this.lapse(lot);
    }
  }

  earn(id: string, lines: readonly number[], now: number, _key: string): void {
    const points = naivePoints(lines);
    const lot = points === 0 ? undefined : this.open(points, id, now + 7 * DAY, now + 100 * DAY);
    this.orders.set(id, { lines: [...lines], points, lot });
  }

  give(points: number, now: number): void {
    this.open(points, undefined, now, now + 100 * DAY).isActive = true;
  }

  /** Takes spendable points; with a key they are a redemption. */
  take(points: number, key?: string): void {
    const draws: { lot: NaiveLot; left: number }[] = [];
    let rest = points;
    const order = this.lots
      .filter((lot) => lot.isActive)
      .toSorted((a, b) => a.lapsesAt - b.lapsesAt || this.lots.indexOf(a) - this.lots.indexOf(b));
    for (const lot of order) {
      const part = Math.min(rest, lot.left);
      if (part === 0) continue;
      lot.left -= part;
      rest -= part;
      if (key === undefined) lot.lapsed += part;
      else draws.push({ lot, left: part });
    }
    if (key !== undefined) this.redemptions.set(key, draws);
  }

  refund(id: string, amounts: readonly number[]): void {
    const order = this.orders.get(id)!;
    order.lines = order.lines.map((line, index) => line - (amounts[index] ?? 0));
    const kept = Math.min(order.points, naivePoints(order.lines));
    let claim = order.points - kept;
    order.points = kept;
    const { lot } = order;
    if (lot === undefined) return;
    const held = Math.min(claim, lot.left);
    lot.left -= held;
    claim -= held;
    const lapsed = Math.min(claim, lot.lapsed);
    lot.lapsed -= lapsed;
    claim -= lapsed;
    if (this.spent === "pendingFirst") {
      const waiting = this.lots
        .filter((other) => !other.isActive)
        .toSorted((a, b) => a.activeAt - b.activeAt || this.lots.indexOf(a) - this.lots.indexOf(b));
      for (const other of waiting) {
        const part = Math.min(claim, other.left);
        other.left -= part;
        claim -= part;
      }
    }
    const most = this.spent === "clamp" ? Math.max(0, this.available) : claim;
    const owed = Math.min(claim, most);
    if (owed > 0 && lot.owed === 0) this.owing.push(lot);
    lot.owed += owed;
    lot.waived += claim - owed;
  }

  cancel(key: string, points: number): void {
    let rest = points;
    for (const draw of this.redemptions.get(key)!.toReversed()) {
      const part = Math.min(rest, draw.left);
      draw.left -= part;
      rest -= part;
      const { lot } = draw;
      const owed = Math.min(part, lot.owed);
      lot.owed -= owed;
      const waived = Math.min(part - owed, lot.waived);
      lot.waived -= waived;
      lot.left += part - owed - waived;
      this.owing = this.owing.filter((one) => one.owed > 0);
    }
  }

  leftOf(key: string): number {
    return (this.redemptions.get(key) ?? []).reduce((so, { left }) => so + left, 0);
  }

  private lapse(lot: NaiveLot): void {
    let rest = lot.left;
    for (const debtor of this.owing) {
      const paid = Math.min(rest, debtor.owed);
      debtor.owed -= paid;
      rest -= paid;
    }
    this.owing = this.owing.filter((debtor) => debtor.owed > 0);
    lot.lapsed += rest;
    lot.left = 0;
  }

  private open(points: number, order: string | undefined, activeAt: number, lapsesAt: number) {
    const lot = {
      order,
      activeAt,
      lapsesAt,
      left: points,
      lapsed: 0,
      owed: 0,
      waived: 0,
      isActive: false,
    };
    this.lots.push(lot);
    return lot;
  }

  private sum(part: (lot: NaiveLot) => number): number {
    return this.lots.reduce((so, lot) => so + part(lot), 0);
  }
}

/** A point per full euro, and 25 more from 50 euro on; nothing for nothing. */
export function naivePoints(lines: readonly number[]): number {
  const total = lines.reduce((so, line) => so + line, 0);
  if (total === 0) return 0;
  return Math.floor(total / 100) + (total >= 5000 ? 25 : 0);
}
