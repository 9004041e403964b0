import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Account,
  adjust,
  advance,
  balance,
  balanceAt,
  type CommandOutcome,
  type Entry,
  earn,
  openLedger,
  redeem,
  replayAccount,
  reverse,
  sealEntries,
  verifyLedger,
} from "../../src/loyalty/index.js";
import { NaiveLedger, type Spent } from "./naive-ledger.js";
import { day, opened, order, simple } from "./support.js";

type Step =
  | { readonly do: "earn"; readonly amounts: readonly number[] }
  | { readonly do: "redeem"; readonly points: number }
  | { readonly do: "refund"; readonly order: number; readonly shares: readonly number[] }
  | { readonly do: "cancel"; readonly redemption: number; readonly share: number }
  | { readonly do: "give" | "take"; readonly points: number }
  | { readonly do: "wait" };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("earn" as const),
      amounts: fc.array(fc.integer({ min: 1, max: 6000 }), { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("redeem" as const),
      points: fc.integer({ min: 1, max: 120 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("refund" as const),
      order: fc.nat(),
      shares: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("cancel" as const),
      redemption: fc.nat(),
      share: fc.integer({ min: 1, max: 3 }),
    }),
  },
  fc.record({
    do: fc.constantFrom("give" as const, "take" as const),
    points: fc.integer({ min: 1, max: 60 }),
  }),
  fc.record({ do: fc.constant("wait" as const) }),
);

const timed = fc.record({ step, waits: fc.oneof(fc.nat(3), fc.nat(40)) });
const scenario = fc.record({
  spent: fc.constantFrom<Spent>("negative", "clamp", "pendingFirst"),
  steps: fc.array(timed, { minLength: 1, maxLength: 60, size: "max" }),
});

/** The programme that the naive ledger knows. */
function programOf(spent: Spent) {
  return simple({
    earning: {
      rules: [
        { id: "base", give: { points: 1, per: { minor: 100, currency: "EUR" } } },
        {
          id: "bonus",
          when: { fact: "order.total", gte: { minor: 5000, currency: "EUR" } },
          give: { points: 25 },
        },
      ],
    },
    activation: { after: "P7D" },
    expiry: { after: "P100D" },
    refunds: { spent },
  });
}

/** Runs both ledgers side by side. */
class Pair {
  readonly program;
  readonly naive;
  readonly log: Entry[] = [];
  account: Account;
  accepted = 0;

  constructor(spent: Spent) {
    this.program = programOf(spent);
    this.naive = new NaiveLedger(spent);
    this.account = opened(this.program);
  }

  run(step: Step, key: string, at: number): void {
    const { naive, program } = this;
    naive.pass(at);
    switch (step.do) {
      case "earn": {
        const { lines } = order(key, ...step.amounts);
        this.take(earn(program, this.account, { key, at, order: { id: key, lines } }));
        naive.earn(key, step.amounts, at, key);
        break;
      }
      case "redeem": {
        const outcome = redeem(program, this.account, { key, at, points: step.points });
        expect(outcome.ok).toBe(step.points <= naive.available);
        if (this.take(outcome)) naive.take(step.points, key);
        break;
      }
      case "refund":
        this.refund(step, key, at);
        break;
      case "cancel":
        this.cancel(step, key, at);
        break;
      case "give":
      case "take": {
        const points = step.do === "give" ? step.points : -step.points;
        const outcome = adjust(program, this.account, { key, at, points, reason: "test" });
        expect(outcome.ok).toBe(step.do === "give" || step.points <= naive.available);
        if (!this.take(outcome)) break;
        if (step.do === "give") naive.give(points, at);
        else naive.take(-points);
        break;
      }
      case "wait": {
        const { account, entries } = advance(program, this.account, at);
        this.account = account;
        this.log.push(...entries);
      }
    }
    naive.pass(at);
    this.compare(at);
  }

  private refund(step: Step & { do: "refund" }, key: string, at: number): void {
    const ids = [...this.naive.orders.keys()];
    const id = ids[step.order % ids.length];
    if (id === undefined) return;
    const held = this.naive.orders.get(id)!.lines;
    const amounts = held.map((line, index) => Math.floor((line * step.shares[index]!) / 4));
    const lines = amounts.flatMap((minor, index) =>
      minor === 0 ? [] : [{ line: `${index + 1}`, amount: { minor, currency: "EUR" } }],
    );
    if (lines.length === 0) return;
    this.take(reverse(this.program, this.account, { key, at, order: id, lines }), true);
    this.naive.refund(id, amounts);
  }

  private cancel(step: Step & { do: "cancel" }, key: string, at: number): void {
    const keys = [...this.naive.redemptions.keys()];
    const redemption = keys[step.redemption % keys.length];
    if (redemption === undefined) return;
    const left = this.naive.leftOf(redemption);
    const points = Math.ceil(left / step.share);
    const command = { key, at, redemption, ...(points > 0 && { points }) };
    const outcome = reverse(this.program, this.account, command);
    expect(outcome.ok).toBe(left > 0);
    if (this.take(outcome)) this.naive.cancel(redemption, points);
  }

  private take(outcome: CommandOutcome, isSure = false): boolean {
    if (!outcome.ok) {
      expect(isSure).toBe(false);
      return false;
    }
    expect(outcome.value.entries[0]?.sequence).toBe(this.account.sequence + 1);
    this.account = outcome.value.account;
    this.log.push(...outcome.value.entries);
    this.accepted += 1;
    return true;
  }

  private compare(at: number): void {
    const { spendable, pending, debt, available } = this.naive;
    const held = balance(this.account, Math.max(at, this.account.clockMs));
    expect(held).toMatchObject({ spendable, pending, debt, available });
    const lots = this.account.lots.flat();
    for (const { remaining, granted } of lots) {
      expect(remaining).toBeGreaterThanOrEqual(0);
      expect(remaining).toBeLessThanOrEqual(granted);
    }
    const entries = this.log.reduce((so, { points }) => so + points, 0);
    const remaining = lots.reduce((so, lot) => so + lot.remaining, 0);
    expect(entries).toBe(remaining - this.account.debt);
  }
}

/** What each lot received and lost, by kind of entry. */
function movesOf(log: readonly Entry[]): Map<number, Map<string, number>> {
  const moves = new Map<number, Map<string, number>>();
  for (const { kind, lots } of log) {
    for (const { lot, points } of lots) {
      const ofLot = moves.get(lot) ?? new Map<string, number>();
      moves.set(lot, ofLot.set(kind, (ofLot.get(kind) ?? 0) + points));
    }
  }
  return moves;
}

describe("the ledger, over random commands", () => {
  it("agrees with a ledger written as plainly as can be, and with its own replay", () => {
    let accepted = 0;
    fc.assert(
      fc.property(scenario, ({ spent, steps }) => {
        const pair = new Pair(spent);
        let days = 0;
        steps.forEach(({ step, waits }, index) => {
          days += waits;
          pair.run(step, `k${index}`, day(days));
        });
        accepted += pair.accepted;
        const { account, log, program } = pair;
        const start = opened(program);
        expect(replayAccount(start, log)).toEqual(account);
        expect(replayAccount(start, JSON.parse(JSON.stringify(log)))).toEqual(account);
        const verified = verifyLedger(start, sealEntries(openLedger(start), log));
        expect(verified).toEqual({ ok: true, value: account });
        // What was true at every moment is what the log says of that moment.
        const middle = day(Math.floor(days / 2));
        const then = replayAccount(
          start,
          log.filter((entry) => entry.atMs <= middle),
        );
        expect(balanceAt(start, log, middle)).toEqual(balance(then, middle));
        for (const [number, moves] of movesOf(log)) {
          const lot = account.lots.flat().find((one) => one.number === number)!;
          expect(-(moves.get("expire") ?? 0)).toBeLessThanOrEqual(lot.granted);
          expect(-(moves.get("reverseEarn") ?? 0)).toBeLessThanOrEqual(lot.granted);
          expect(
            (moves.get("reverseRedeem") ?? 0) + (moves.get("redeem") ?? 0),
          ).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 80 },
    );
    expect(accepted).toBeGreaterThan(800);
  });
});
