import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Account,
  activate,
  advance,
  balance,
  compileProgram,
  type Entry,
  earn,
  nextDue,
  openAccount,
  openLedger,
  parseProgram,
  type RefundLine,
  redeem,
  replayAccount,
  reverse,
  sealEntries,
  transfer,
  verifyLedger,
} from "../../src/loyalty/index.js";
import harbourClub from "./harbour-club.json" with { type: "json" };
import { accepted, day, opened, order, refused, START, simple } from "./support.js";

const harbour = compileProgram(parseProgram(harbourClub));
const categories = ["coffee", "tea", "gift-card"] as const;

const line = fc.record({
  amount: fc.integer({ min: 1, max: 20_000 }).map((minor) => ({ minor, currency: "EUR" })),
  quantity: fc.integer({ min: 1, max: 5 }),
  category: fc.constantFrom(...categories),
  refill: fc.boolean(),
});
const lines = fc
  .array(line, { minLength: 1, maxLength: 4 })
  .map((all) => all.map((one, index) => ({ id: `${index}`, ...one })));

/** A rich programme whose points are spendable at once. */
const rich = (parts: object) =>
  compileProgram(parseProgram({ ...harbourClub, activation: { after: "P0D" }, ...parts }));

/** What an account must come back to when everything is refunded. */
function progressOf(account: Account) {
  const { atMs: _, ...held } = balance(account, account.clockMs);
  const spend = account.sources
    .flat()
    .filter(({ isReversed }) => !isReversed)
    .map(({ id, lots, kept }) => ({ id, lots, kept }));
  const { carry, counters, history, activities } = account;
  return { held, spend, carry, counters: counters.flat(), history, activities: activities.flat() };
}

describe("refunds", () => {
  const roundings = [
    { at: "order", remainder: "carry" },
    { at: "order", mode: "halfEven", remainder: "carry" },
    { at: "order", mode: "ceiling" },
    { at: "rule" },
    { at: "line", mode: "halfUp" },
  ];
  const policies = fc.record({
    method: fc.constantFrom("recompute", "proRata"),
    spent: fc.constantFrom("negative", "clamp", "pendingFirst", "charge"),
    rounding: fc.constantFrom(...roundings),
    multipliers: fc.constantFrom("multiply", "add"),
  });

  it("earn, then refund in any number of parts, is where it began: points and progress", () => {
    const cuts = fc.array(
      fc.record({ line: fc.nat(3), share: fc.integer({ min: 1, max: 3 }), whole: fc.boolean() }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(policies, lines, lines, cuts, (policy, before, bought, parts) => {
        const { rounding, multipliers, ...refunds } = policy;
        const earning = { ...harbourClub.earning, rounding, multipliers };
        const program = rich({ earning, refunds });
        const at = Date.UTC(2026, 2, 4, 12);
        const earlier = { key: "a", at, order: { id: "a", lines: before } };
        const start = accepted(earn(program, opened(program), earlier)).account;
        const purchase = { key: "b", at, order: { id: "b", lines: bought } };
        let account = accepted(earn(program, start, purchase)).account;
        const granted = account.spendablePoints + account.pendingPoints;
        const left = new Map(bought.map((one) => [one.id, one.amount.minor]));
        parts.forEach((part, index) => {
          const id = `${part.line}`;
          const minor = Math.ceil((left.get(id) ?? 0) / part.share);
          if (minor === 0) return;
          const cut: RefundLine = part.whole
            ? { line: id }
            : { line: id, amount: { minor, currency: "EUR" } };
          left.set(id, part.whole ? 0 : left.get(id)! - minor);
          if ([...left.values()].every((rest) => rest === 0)) return;
          const refund = { key: `r${index}`, at, order: "b", lines: [cut] };
          account = accepted(reverse(program, account, refund)).account;
          expect(account.spendablePoints + account.pendingPoints).toBeLessThanOrEqual(granted);
        });
        account = accepted(reverse(program, account, { key: "last", at, order: "b" })).account;
        expect(progressOf(account)).toEqual(progressOf(start));
        expect(refused(reverse(program, account, { key: "x", at, order: "b" })).code).toBe(
          "alreadyReversed",
        );
      }),
      { numRuns: 150 },
    );
  });

  it("never take back more than was earned, whatever was spent, and items refund like amounts", () => {
    fc.assert(
      fc.property(policies, lines, fc.nat(300), (policy, bought, spend) => {
        const { rounding, multipliers, ...refunds } = policy;
        const earning = { ...harbourClub.earning, rounding, multipliers };
        const program = rich({ earning, refunds, redemption: {} });
        const at = Date.UTC(2026, 2, 4, 12);
        let account = accepted(
          earn(program, opened(program), { key: "b", at, order: { id: "b", lines: bought } }),
        ).account;
        const earned = account.spendablePoints + account.pendingPoints;
        const points = Math.min(spend, account.spendablePoints);
        if (points > 0)
          account = accepted(redeem(program, account, { key: "r", at, points })).account;
        let claimed = 0;
        for (const { id, quantity } of bought) {
          for (let item = 0; item < quantity; item++) {
            const key = `${id}.${item}`;
            const cut = { line: id, quantity: 1 };
            const refund = reverse(program, account, { key, at, order: "b", lines: [cut] });
            // A line of a cent or two may have nothing left to refund before its last item.
            if (!refund.ok) {
              expect(refund.code).toBe("alreadyReversed");
              continue;
            }
            account = refund.value.account;
            if (refund.value.entry.kind !== "reverseEarn") throw new Error("not a refund");
            claimed += refund.value.entry.claims.reduce((so, claim) => so + claim.points, 0);
          }
        }
        expect(claimed).toBe(earned);
        if (refunds.spent === "negative") expect(balance(account, at).available).toBe(0 - points);
        else if (refunds.spent !== "pendingFirst") expect(balance(account, at).available).toBe(0);
        if (points === 0) return;
        account = accepted(reverse(program, account, { key: "c", at, redemption: "r" })).account;
        const { available, pending } = balance(account, at);
        expect(available + pending).toBe(0);
      }),
      { numRuns: 150 },
    );
  });
});

describe("time", () => {
  const timed = simple({
    earning: {
      rules: [
        { id: "base", give: { points: 1, per: { minor: 100, currency: "EUR" } } },
        {
          id: "slow",
          give: { points: 10 },
          activation: { on: "delivered", atLatest: "P30D" },
          expiry: { after: "P2M", counted: "activated", upTo: "month" },
        },
        { id: "kept", give: { points: 5 }, expiry: { inactive: "P40D" } },
      ],
    },
    activation: { after: "P3D" },
    expiry: { after: "P50D" },
  });
  const bought = fc.array(fc.nat(200), { minLength: 1, maxLength: 8 });

  function accountOf(days: readonly number[]): Account {
    let account = opened(timed);
    days
      .toSorted((a, b) => a - b)
      .forEach((at, index) => {
        const command = { key: `${index}`, at: day(at), order: order(`${index}`, 1000) };
        account = accepted(earn(timed, account, command)).account;
      });
    return account;
  }

  it("advances the same in one step as in many", () => {
    fc.assert(
      fc.property(bought, fc.array(fc.nat(600)), (days, stops) => {
        const account = accountOf(days);
        const whole = advance(timed, account, day(600));
        let stepped = account;
        const entries: Entry[] = [];
        for (const stop of [...stops.toSorted((a, b) => a - b), 600]) {
          const step = advance(timed, stepped, day(stop));
          stepped = step.account;
          entries.push(...step.entries);
        }
        expect(stepped).toEqual(whole.account);
        expect(entries).toEqual(whole.entries);
        expect(nextDue(timed, stepped)).toBeUndefined();
        expect(balance(stepped, day(600))).toMatchObject({ spendable: 0, pending: 0 });
      }),
      { numRuns: 60 },
    );
  });

  it("tells when it will next act: nothing happens before, something then", () => {
    fc.assert(
      fc.property(bought, (days) => {
        let account = accountOf(days);
        for (let dueMs = nextDue(timed, account); dueMs !== undefined; ) {
          expect(advance(timed, account, dueMs - 1).account).toBe(account);
          const step = advance(timed, account, dueMs);
          expect(step.entries.map(({ atMs }) => atMs)).toEqual(step.entries.map(() => dueMs));
          expect(step.entries.length).toBeGreaterThan(0);
          account = step.account;
          dueMs = nextDue(timed, account);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("activates by the event, once, and counts the expiry from then", () => {
    const account = accountOf([0]);
    const command = { key: "d", at: day(10), event: "delivered", source: "order:0" };
    const { account: after, entry } = accepted(activate(timed, account, command));
    expect(entry.activates).toEqual([{ lot: 2, expiresMs: Date.UTC(2026, 3, 1) }]);
    expect(balance(account, day(10)).pending).toBe(10);
    expect(balance(after, day(10)).pending).toBe(0);
    const again = activate(timed, after, { ...command, key: "e" });
    expect(refused(again).details).toMatchObject({ events: [] });
  });
});

describe("transfers", () => {
  const program = simple({ transfers: {}, expiry: { after: "P100D" } });

  it("conserve points and expiry, lot by lot", () => {
    const purchases = fc.array(fc.integer({ min: 100, max: 9_900 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(purchases, fc.integer({ min: 1, max: 400 }), (amounts, points) => {
        let from = opened(program, "ann");
        amounts.forEach((amount, index) => {
          const command = { key: `${index}`, at: day(index), order: order(`${index}`, amount) };
          from = accepted(earn(program, from, command)).account;
        });
        const to = opened(program, "ben");
        const held = balance(from, day(10)).available;
        const command = { key: "t", at: day(10), to: "ben", points };
        const outcome = transfer(program, { from, to }, command);
        expect(outcome.ok).toBe(points <= held);
        if (!outcome.ok) return;
        const { from: sent, to: received } = outcome.value;
        expect(sent.entry.points + received.entry.points).toBe(0);
        expect(received.entry.points).toBe(points);
        for (let at = 10; at < 120; at += 7) {
          const together =
            balance(sent.account, day(at)).available + balance(received.account, day(at)).available;
          // What lapses, lapses as if nothing had been sent.
          const lapsed = accepted(redeem(program, from, { key: "r", at: day(10), points }));
          const without = balance(lapsed.account, day(at)).available;
          expect(together - balance(received.account, day(at)).available).toBe(without);
          expect(together).toBe(balance(from, day(at)).available);
        }
      }),
      { numRuns: 80 },
    );
  });
});

describe("accounts", () => {
  const program = simple();

  it("do not touch each other: their commands commute", () => {
    const [ann, ben] = [opened(program, "ann"), opened(program, "ben")];
    const toAnn = (account: Account) =>
      accepted(earn(program, account, { key: "1", at: day(1), order: order("1", 5000) })).account;
    const toBen = (account: Account) =>
      accepted(earn(program, account, { key: "1", at: day(1), order: order("1", 700) })).account;
    const annFirst = [toAnn(ann), toBen(ben)];
    const benFirst = [toBen(ben), toAnn(ann)].reverse();
    expect(annFirst).toEqual(benFirst);
  });

  it("are never changed by a command, accepted or refused", () => {
    const account = accepted(
      earn(program, opened(program), { key: "1", at: day(1), order: order("1", 5000) }),
    ).account;
    const before = structuredClone(account);
    deepFreeze(account);
    accepted(redeem(program, account, { key: "2", at: day(2), points: 20 }));
    refused(redeem(program, account, { key: "3", at: day(2), points: 51 }));
    accepted(reverse(program, account, { key: "4", at: day(2), order: "1" }));
    advance(program, account, day(900));
    expect(account).toEqual(before);
  });

  it("survive JSON: commands on a copy give the same answer", () => {
    const account = accepted(
      earn(harbour, openAccount(harbour, { id: "ann", at: START }), {
        key: "1",
        at: day(70),
        order: order("1", 50_050),
      }),
    ).account;
    const copy = JSON.parse(JSON.stringify(account)) as Account;
    expect(copy).toEqual(account);
    const command = { key: "2", at: day(90), points: 100 };
    expect(redeem(harbour, copy, command)).toEqual(redeem(harbour, account, command));
  });
});

describe("concurrent commands through a store", () => {
  const program = simple();

  /** Appends only where the writer saw the latest version. */
  class Store {
    readonly log: Entry[] = [];

    append(entries: readonly Entry[]): boolean {
      if (entries[0]?.sequence !== this.log.length + 1) return false;
      this.log.push(...entries);
      return true;
    }
  }

  it("exactly one of two conflicting appends wins, and nothing is lost", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 })), {
          maxLength: 10,
        }),
        (rounds) => {
          const store = new Store();
          const start = opened(program);
          const read = () => replayAccount(start, store.log);
          store.append(
            accepted(earn(program, start, { key: "e", at: day(1), order: order("1", 10_000) }))
              .entries,
          );
          let spent = 0;
          rounds.forEach(([first, second], index) => {
            const seen = read();
            const writers = [first, second].map((points, writer) => ({
              points,
              outcome: redeem(program, seen, { key: `${index}.${writer}`, at: day(2), points }),
            }));
            const wins = writers.filter(
              ({ outcome }) => outcome.ok && store.append(outcome.value.entries),
            );
            expect(wins.length).toBe(writers.some(({ outcome }) => outcome.ok) ? 1 : 0);
            for (const { points } of wins) spent += points;
            // The loser reads again and is decided on what is there now.
            const loser = writers.find((writer) => writer.outcome.ok && !wins.includes(writer));
            if (loser === undefined) return;
            const retry = redeem(program, read(), {
              key: `${index}.retry`,
              at: day(2),
              points: loser.points,
            });
            expect(retry.ok).toBe(loser.points <= 100 - spent);
            if (!retry.ok) return;
            expect(store.append(retry.value.entries)).toBe(true);
            spent += loser.points;
          });
          expect(balance(read(), day(2)).available).toBe(100 - spent);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("a sealed ledger", () => {
  const program = simple({ expiry: { after: "P30D" } });
  const start = opened(program);
  const log: Entry[] = [];
  let account = start;
  for (let index = 0; index < 6; index++) {
    const command = { key: `${index}`, at: day(index * 9), order: order(`${index}`, 1200) };
    const change = accepted(earn(program, account, command));
    log.push(...change.entries);
    account = change.account;
  }
  const sealed = sealEntries(openLedger(start), log);
  const head = { sequence: sealed.length, hash: sealed.at(-1)!.hash };

  it("is proved as it is, also when it was sealed in parts", () => {
    expect(accepted(verifyLedger(start, sealed, head))).toEqual(account);
    const [first, ...rest] = log;
    const parts = sealEntries(openLedger(start), [first!]);
    const last = { sequence: 1, hash: parts[0]!.hash };
    expect([...parts, ...sealEntries(last, rest)]).toEqual(sealed);
  });

  it("shows any change of any entry, and where", () => {
    fc.assert(
      fc.property(
        fc.nat(log.length - 1),
        fc.constantFrom("points", "atMs", "command"),
        (at, what) => {
          const forged = structuredClone(sealed) as unknown as {
            entry: Record<string, unknown>;
            hash: string;
          }[];
          const { entry } = forged[at]!;
          if (what === "command") entry.command = { key: "another" };
          else entry[what] = (entry[what] as number) + 1;
          const refusal = refused(verifyLedger(start, forged as never));
          expect(refusal.code).toBe("ledgerAltered");
          expect(refusal.details.sequence).toBe(at + 1);
        },
      ),
    );
  });

  it("shows entries that are missing, moved, doubled or from another account", () => {
    expect(refused(verifyLedger(start, sealed.slice(0, -1), head)).code).toBe("ledgerTruncated");
    expect(refused(verifyLedger(start, sealed.toSpliced(2, 1), head)).code).toBe("ledgerAltered");
    expect(refused(verifyLedger(start, [...sealed, sealed.at(-1)!])).code).toBe("ledgerAltered");
    expect(refused(verifyLedger(start, sealed.toReversed())).code).toBe("ledgerAltered");
    expect(refused(verifyLedger(opened(program, "ben"), sealed)).code).toBe("ledgerAltered");
  });

  it("shows a forged ledger with new seals, where a sum is not the sum", () => {
    const forged = structuredClone(log) as Entry[];
    Object.assign(forged[3]!, { points: 1_000_000 });
    const refusal = refused(verifyLedger(start, sealEntries(openLedger(start), forged)));
    expect(refusal.code).toBe("ledgerInconsistent");
    expect(refusal.details.sequence).toBe(4);
    expect(() => replayAccount(start, forged)).toThrow("entry 4.points");
    expect(() => replayAccount(start, log.toSpliced(0, 1))).toThrow("entry 2.sequence");
  });
});

/** Freezes data through and through. */
function deepFreeze(value: unknown): void {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
}
