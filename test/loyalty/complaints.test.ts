import { describe, expect, it } from "vitest";
import {
  type Account,
  adjust,
  advance,
  balance,
  balanceAt,
  type Entry,
  earn,
  parseProgram,
  redeem,
  replayAccount,
  reverse,
} from "../../src/loyalty/index.js";
import harbourClub from "./harbour-club.json" with { type: "json" };
import { accepted, day, opened, order, refused, simple } from "./support.js";

const program = simple();

/** What could be spent at the latest entry. */
function available(account: Account): number {
  return balance(account, account.clockMs).available;
}

describe("what users of other systems complain about", () => {
  it("1: buying and refunding in a loop mints no points", () => {
    const carrying = simple({
      earning: {
        rules: [
          { id: "base", give: { points: 1, per: { minor: 100, currency: "EUR" } } },
          { id: "first", when: { fact: "history.orders", eq: 0 }, give: { points: 50 } },
        ],
        rounding: { remainder: "carry" },
      },
    });
    let account = opened(carrying);
    for (let round = 0; round < 20; round++) {
      const at = day(round);
      const bought = { key: `buy-${round}`, at, order: order(`${round}`, 1990) };
      account = accepted(earn(carrying, account, bought)).account;
      expect(available(account)).toBe(69);
      const refund = { key: `refund-${round}`, at, order: `${round}` };
      account = accepted(reverse(carrying, account, refund)).account;
      expect(available(account)).toBe(0);
      expect(account.carry).toBeUndefined();
    }
  });

  it("1: earning, redeeming, refunding and cancelling the redemption mints no points", () => {
    for (const spent of ["negative", "clamp", "pendingFirst", "charge"] as const) {
      const value = { points: 100, value: { minor: 100, currency: "EUR" } };
      const policy = simple({ refunds: { spent }, value });
      let account = opened(policy);
      account = accepted(
        earn(policy, account, { key: "e", at: day(1), order: order("1", 10000) }),
      ).account;
      account = accepted(redeem(policy, account, { key: "r", at: day(2), points: 80 })).account;
      const refund = accepted(reverse(policy, account, { key: "x", at: day(3), order: "1" }));
      account = refund.account;
      const back = accepted(reverse(policy, account, { key: "c", at: day(4), redemption: "r" }));
      expect(available(back.account)).toBe(0);
      if (spent === "charge") {
        expect(refund.entry).toMatchObject({ charge: { minor: 80, currency: "EUR" } });
        expect(back.entry).toMatchObject({ charge: { minor: -80, currency: "EUR" } });
      }
    }
  });

  it("2: refunding a redeemed order takes its points back once", () => {
    let account = opened(program);
    account = accepted(
      earn(program, account, { key: "e", at: day(1), order: order("1", 5000) }),
    ).account;
    account = accepted(redeem(program, account, { key: "r", at: day(2), points: 20 })).account;
    account = accepted(reverse(program, account, { key: "x", at: day(3), order: "1" })).account;
    expect(available(account)).toBe(-20);
    const again = refused(reverse(program, account, { key: "y", at: day(3), order: "1" }));
    expect(again.code).toBe("alreadyReversed");
    account = accepted(
      reverse(program, account, { key: "z", at: day(4), redemption: "r" }),
    ).account;
    expect(available(account)).toBe(0);
    const twice = refused(reverse(program, account, { key: "w", at: day(4), redemption: "r" }));
    expect(twice.code).toBe("alreadyReversed");
  });

  it("3: points spent from a lot that lapses do not make the balance collapse", () => {
    let account = opened(program);
    account = accepted(
      earn(program, account, { key: "a", at: day(1), order: order("1", 10000) }),
    ).account;
    account = accepted(
      earn(program, account, { key: "b", at: day(200), order: order("2", 5000) }),
    ).account;
    account = accepted(redeem(program, account, { key: "r", at: day(201), points: 70 })).account;
    account = advance(program, account, day(370)).account;
    expect(available(account)).toBe(50);
  });

  it("4: the balance kept is the balance replayed", () => {
    const log: Entry[] = [];
    let account = opened(program);
    for (let index = 0; index < 30; index++) {
      const at = day(index * 20);
      const bought = accepted(
        earn(program, account, { key: `e${index}`, at, order: order(`${index}`, 777) }),
      );
      log.push(...bought.entries);
      const spent = accepted(redeem(program, bought.account, { key: `r${index}`, at, points: 3 }));
      log.push(...spent.entries);
      account = spent.account;
    }
    expect(replayAccount(opened(program), log)).toEqual(account);
    expect(balanceAt(opened(program), log, day(600))).toEqual(balance(account, day(600)));
  });

  it("5: cancelling and booking again does not put off expiry", () => {
    let account = opened(program);
    account = accepted(
      earn(program, account, { key: "e", at: day(0), order: order("1", 10000) }),
    ).account;
    account = accepted(redeem(program, account, { key: "r", at: day(360), points: 100 })).account;
    const back = accepted(reverse(program, account, { key: "x", at: day(400), redemption: "r" }));
    expect(back.entries.map(({ kind, points }) => [kind, points])).toEqual([
      ["reverseRedeem", 100],
      ["expire", -100],
    ]);
    expect(available(back.account)).toBe(0);
  });

  it("5: a cancelled redemption does not put off expiry for inactivity either", () => {
    const rolling = simple({ expiry: { inactive: "P100D" } });
    let account = opened(rolling);
    account = accepted(
      earn(rolling, account, { key: "e", at: day(0), order: order("1", 10000) }),
    ).account;
    account = accepted(redeem(rolling, account, { key: "r", at: day(90), points: 1 })).account;
    expect(balance(account, day(150)).available).toBe(99);
    account = accepted(
      reverse(rolling, account, { key: "x", at: day(91), redemption: "r" }),
    ).account;
    expect(balance(account, day(99)).available).toBe(100);
    expect(balance(account, day(100)).available).toBe(0);
  });

  it("6: a tier by spendable balance is refused unless it is meant", () => {
    const tiers = { ...harbourClub.tiers, metric: { measure: "balance" } };
    expect(() => parseProgram({ ...harbourClub, tiers })).toThrow("tiers.metric");
    const meant = { ...tiers, metric: { measure: "balance", allowBalance: true } };
    expect(parseProgram({ ...harbourClub, tiers: meant }).tiers).toEqual(meant);
  });

  it("7: tiers in a wrong order, twice, or not from 0 are refused before they can be picked", () => {
    const levelsOf = (...froms: number[]) =>
      froms.map((from, index) => ({ id: `level-${index}`, from }));
    for (const levels of [levelsOf(10, 20), levelsOf(0, 20, 10), levelsOf(0, 10, 10)]) {
      const tiers = { ...harbourClub.tiers, levels };
      const program = { ...harbourClub, tiers, rewards: [] };
      expect(() => parseProgram(program)).toThrow("tiers.levels");
    }
  });

  it("8: redeeming changes nothing of what counts towards a tier", () => {
    let account = opened(program);
    account = accepted(
      earn(program, account, { key: "e", at: day(0), order: order("1", 10000) }),
    ).account;
    const spent = accepted(redeem(program, account, { key: "r", at: day(1), points: 60 })).account;
    expect(spent.sources).toEqual(account.sources);
    expect(spent.history).toEqual(account.history);
  });

  it("9: cents and factors that floats cannot hold make whole points", () => {
    const bonus = simple({
      earning: {
        rules: [
          { id: "base", give: { points: 1, per: { minor: 100, currency: "EUR" } } },
          { id: "bonus", give: { multiply: "1.1" } },
        ],
        rounding: { remainder: "carry" },
      },
    });
    let account = opened(bonus);
    for (let index = 0; index < 1000; index++) {
      const at = day(index / 10);
      const bought = { key: `${index}`, at, order: order(`${index}`, 10, 20) };
      account = accepted(earn(bonus, account, bought)).account;
    }
    // 1,000 orders of 0.30 EUR at 1.1 points per euro.
    expect(available(account)).toBe(330);
    expect(account.carry).toBeUndefined();
    expect(
      accepted(redeem(bonus, account, { key: "r", at: day(101), points: 330 })).account.debt,
    ).toBe(0);
  });

  it("10: the same order again pays nothing, under the same key or another", () => {
    const command = { key: "e", at: day(1), order: order("1", 10000) };
    const first = accepted(earn(program, opened(program), command));
    const again = accepted(earn(program, first.account, structuredClone(command)));
    expect(again).toEqual({ ...first, account: first.account, entries: [], isRepeated: true });
    const other = refused(earn(program, first.account, { ...command, key: "f" }));
    expect(other.code).toBe("alreadyEarned");
    const changed = { ...command, order: order("1", 20000) };
    expect(refused(earn(program, first.account, changed)).code).toBe("keyReused");
    const adjusted = { key: "e", at: day(1), points: 100, reason: "same key" };
    expect(refused(adjust(program, first.account, adjusted)).code).toBe("keyReused");
  });

  it("10: two redemptions of the same points are one redemption and one refusal", () => {
    const account = accepted(
      earn(program, opened(program), { key: "e", at: day(1), order: order("1", 10000) }),
    ).account;
    const first = accepted(redeem(program, account, { key: "a", at: day(2), points: 80 }));
    const second = refused(redeem(program, first.account, { key: "b", at: day(2), points: 80 }));
    expect(second.code).toBe("notEnoughPoints");
    expect(second.details).toMatchObject({ needed: 80, available: 20, missing: 60 });
  });
});
