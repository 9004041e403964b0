import { describe, expect, it } from "vitest";
import {
  type EarnEntry,
  type Earning,
  type EarningRule,
  earn,
  type Order,
  openAccount,
  reverse,
} from "../../src/loyalty/index.js";
import { accepted, day, opened, order, simple } from "./support.js";

const BASE: EarningRule = { id: "base", give: { points: 1, per: { minor: 100, currency: "EUR" } } };

/** What an order earns under these rules. */
function earned(
  rules: readonly EarningRule[],
  bought: Order,
  parts: Partial<Earning> = {},
): EarnEntry {
  const program = simple({ earning: { rules, ...parts } });
  return accepted(earn(program, opened(program), { key: "e", at: day(3), order: bought })).entry;
}

/** A line of an order with facts. */
function line(id: string, minor: number, facts: object = {}): Order["lines"][number] {
  return { id, amount: { minor, currency: "EUR" }, ...facts };
}

/** What every rule gave. */
function granted(entry: EarnEntry): Record<string, number> {
  return Object.fromEntries(entry.rules.map(({ rule, granted: points }) => [rule, points]));
}

describe("earning rules", () => {
  const basket = {
    id: "1",
    lines: [
      line("1", 1000, { category: "coffee", quantity: 2 }),
      line("2", 500, { category: "tea" }),
    ],
  };

  it("give per amount, per item and once, over the lines that count", () => {
    const entry = earned(
      [
        { ...BASE, lines: { fact: "category", eq: "coffee" } },
        { id: "items", give: { points: 3, per: "item" } },
        { id: "once", give: { points: 7 } },
      ],
      basket,
    );
    expect(granted(entry)).toEqual({ base: 10, items: 9, once: 7 });
    expect(entry.points).toBe(26);
  });

  it("read order, member, tier and history", () => {
    const program = simple({
      earning: {
        rules: [
          {
            id: "big",
            when: { fact: "order.total", gte: { minor: 1500, currency: "EUR" } },
            give: { points: 1 },
          },
          { id: "web", when: { fact: "order.channel", eq: "web" }, give: { points: 2 } },
          { id: "staff", when: { fact: "member.staff", eq: true }, give: { points: 4 } },
          { id: "first", when: { fact: "history.orders", eq: 0 }, give: { points: 8 } },
          { id: "gold", when: { fact: "tier", eq: "gold" }, give: { points: 16 } },
        ],
      },
    });
    const command = {
      key: "e",
      at: day(1),
      order: { ...basket, channel: "web" },
      facts: { staff: true },
    };
    const first = accepted(earn(program, opened(program), command));
    expect(first.entry.points).toBe(1 + 2 + 4 + 8);
    const second = { ...command, key: "f", order: { ...basket, id: "2" }, facts: {} };
    expect(accepted(earn(program, first.account, second)).entry.points).toBe(1);
  });

  it("multiply exactly: factors of different groups multiply, or add", () => {
    const rules: EarningRule[] = [
      BASE,
      { id: "double", give: { multiply: 2 } },
      { id: "third", give: { multiply: { numerator: 4, denominator: 3 } } },
    ];
    expect(earned(rules, order("1", 900)).points).toBe(24);
    // 9 × (1 + 1 + 1/3) = 21
    expect(earned(rules, order("1", 900), { multipliers: "add" }).points).toBe(21);
  });

  it("multiply what they name, and else what is given per amount or item", () => {
    const rules: EarningRule[] = [BASE, { id: "once", give: { points: 5 } }];
    const all = { id: "double", give: { multiply: 2 } };
    const named = { id: "double", give: { multiply: 2, rules: ["once"] } };
    expect(granted(earned([...rules, all], order("1", 1000)))).toEqual({ base: 20, once: 5 });
    expect(granted(earned([...rules, named], order("1", 1000)))).toEqual({ base: 10, once: 10 });
  });

  it("of a group only the first counts: by priority, line by line", () => {
    const rules: EarningRule[] = [
      BASE,
      { id: "all", give: { multiply: 2 }, group: "campaign" },
      {
        id: "coffee",
        lines: { fact: "category", eq: "coffee" },
        give: { multiply: 3 },
        group: "campaign",
        priority: 1,
      },
    ];
    // 10 euro of coffee three times, 5 euro of tea twice.
    expect(earned(rules, basket).points).toBe(40);
    const reversed = rules.map((rule) => ({ ...rule, priority: 0 }));
    // Equal priority: the order of the file.
    expect(earned(reversed, basket).points).toBe(30);
  });

  it("hold in their window of the programme's zone, half-open", () => {
    const program = simple({
      zone: "Asia/Shanghai",
      earning: { rules: [{ ...BASE, window: { from: "2026-01-10", to: "2026-01-11" } }] },
    });
    const at = (at: string) =>
      accepted(earn(program, opened(program), { key: "e", at, order: order("1", 100) })).entry
        .points;
    expect(at("2026-01-09T23:59:59+08:00")).toBe(0);
    expect(at("2026-01-10T00:00:00+08:00")).toBe(1);
    expect(at("2026-01-10T23:59:59.999+08:00")).toBe(1);
    expect(at("2026-01-11T00:00:00+08:00")).toBe(0);
  });

  it("round once, where the programme says", () => {
    const rules: EarningRule[] = [BASE, { ...BASE, id: "more" }];
    const bought = order("1", 60, 60, 60);
    // 1.8 points for each rule, 3.6 for both; 0.6 for each line and rule.
    const round = (rounding: Earning["rounding"]) => earned(rules, bought, { rounding: rounding! });
    expect(round({}).points).toBe(3);
    expect(granted(round({}))).toEqual({ base: 1, more: 2 });
    expect(round({ mode: "ceiling" }).points).toBe(4);
    expect(round({ at: "rule" }).points).toBe(2);
    expect(round({ at: "line" }).points).toBe(0);
    expect(round({ at: "line", mode: "halfUp" }).points).toBe(6);
  });

  it("carry what rounding leaves to the next order, and take it back with a refund", () => {
    const program = simple({ earning: { rules: [BASE], rounding: { remainder: "carry" } } });
    let account = opened(program);
    const buy = (id: string, minor: number) =>
      accepted(earn(program, account, { key: id, at: day(1), order: order(id, minor) }));
    account = buy("a", 150).account;
    expect(account.carry).toEqual({ numerator: "1", denominator: "2" });
    const second = buy("b", 150);
    expect(second.entry.points).toBe(2);
    expect(second.account.carry).toBeUndefined();
    account = accepted(
      reverse(program, second.account, { key: "x", at: day(1), order: "b" }),
    ).account;
    expect(account.carry).toEqual({ numerator: "1", denominator: "2" });
    expect(account.spendablePoints).toBe(1);
  });

  it("stay within all caps together, the first rules served first", () => {
    const rules: EarningRule[] = [
      { ...BASE, caps: [{ points: 8, within: "order" }] },
      { id: "once", give: { points: 5 } },
    ];
    const entry = earned(rules, order("1", 2000), { caps: [{ points: 10, within: "day" }] });
    expect(entry.rules).toEqual([
      { rule: "base", desired: 20, granted: 8, lot: 0, cap: "rule/base/0" },
      { rule: "once", desired: 5, granted: 2, lot: 0, cap: "earning/0" },
    ]);
  });

  it("give back of a cap what a refund takes back", () => {
    const program = simple({
      earning: { rules: [{ ...BASE, caps: [{ points: 30, within: "month" }] }] },
    });
    let account = opened(program);
    const buy = (id: string) =>
      accepted(earn(program, account, { key: id, at: day(2), order: order(id, 1000, 1000) }));
    account = buy("a").account;
    account = accepted(
      reverse(program, account, { key: "x", at: day(2), order: "a", lines: [{ line: "1" }] }),
    ).account;
    expect(buy("b").entry.points).toBe(20);
    account = buy("b").account;
    account = accepted(reverse(program, account, { key: "y", at: day(2), order: "a" })).account;
    expect(account.counters.flat()).toEqual([{ counter: "rule/base/0/2026-01-01", used: 20 }]);
  });

  it("refund by the thresholds of then: what falls below loses the bonus", () => {
    const bonus: EarningRule = {
      id: "bonus",
      when: { fact: "order.total", gte: { minor: 5000, currency: "EUR" } },
      give: { points: 25 },
    };
    const program = simple({ earning: { rules: [BASE, bonus] } });
    const { account } = accepted(
      earn(program, opened(program), { key: "e", at: day(1), order: order("1", 4000, 2000) }),
    );
    expect(account.spendablePoints).toBe(85);
    const refund = { key: "x", at: day(2), order: "1", lines: [{ line: "2" }] };
    expect(accepted(reverse(program, account, refund)).account.spendablePoints).toBe(40);
  });
});

describe("terms of points", () => {
  const termsOf = (rule: Partial<EarningRule>) =>
    earned([{ ...BASE, ...rule }], order("1", 100)).opens[0];

  it("lapse after a time, on to the end of a month, quarter or year", () => {
    expect(termsOf({ expiry: { after: "P1M" } })?.expiresMs).toBe(Date.UTC(2026, 1, 4));
    expect(termsOf({ expiry: { after: "P1M", upTo: "month" } })?.expiresMs).toBe(
      Date.UTC(2026, 2, 1),
    );
    expect(termsOf({ expiry: { after: "P1M", upTo: "quarter" } })?.expiresMs).toBe(
      Date.UTC(2026, 3, 1),
    );
    expect(termsOf({ expiry: { after: "P1Y", upTo: "year" } })?.expiresMs).toBe(
      Date.UTC(2028, 0, 1),
    );
  });

  it("are good through a day, or for ever", () => {
    expect(termsOf({ expiry: { through: "2026-06-30" } })?.expiresMs).toBe(Date.UTC(2026, 6, 1));
    expect(termsOf({ expiry: "never" })).toEqual({ points: 1 });
  });

  it("are those of the calendar before 1970, too", () => {
    const program = simple();
    const account = openAccount(program, { id: "ann", at: "1965-01-01T00:00:00Z" });
    const command = { key: "e", at: "1966-01-01T00:00:00Z", order: order("1", 100) };
    const { entry, account: after } = accepted(earn(program, account, command));
    expect(entry.opens[0]?.expiresMs).toBe(Date.UTC(1967, 0, 1));
    expect(after.spendablePoints).toBe(1);
  });

  it("make one lot of what has the same terms, and two of what has not", () => {
    const rules: EarningRule[] = [
      BASE,
      { ...BASE, id: "same" },
      { ...BASE, id: "short", expiry: { after: "P1M" } },
    ];
    const { opens, lots } = earned(rules, order("1", 1000));
    expect(opens.map(({ points }) => points)).toEqual([20, 10]);
    expect(lots).toEqual([
      { lot: 1, points: 20 },
      { lot: 2, points: 10 },
    ]);
  });
});
