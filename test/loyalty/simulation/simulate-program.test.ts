import { describe, expect, it } from "vitest";
import { compileProgram, type Program, simulateProgram } from "../../../src/loyalty/index.js";
import type { OrderHistory } from "../../../src/loyalty/simulation/types.js";
import { simpleProgram } from "../support.js";

/** A log of orders: customer, day of 2026, cents, and the position of the order that is refunded. */
function history(rows: readonly (readonly [string, number, number, number?])[]): OrderHistory {
  const customerIds = [...new Set(rows.map(([customer]) => customer))];
  return {
    customerIds,
    customerIndex: Int32Array.from(rows, ([customer]) => customerIds.indexOf(customer)),
    atMs: Float64Array.from(rows, ([, day]) => Date.UTC(2026, 0, day, 12)),
    amountMinor: Float64Array.from(rows, ([, , cents]) => cents),
    refundOf: Int32Array.from(rows, ([, , , of]) => of ?? -1),
    currency: "EUR",
  };
}

const VALUE = { points: 100, value: { minor: 50, currency: "EUR" } };
const TIERS: Program["tiers"] = {
  metric: { measure: "spend" },
  window: { rolling: "P31D" },
  levels: [
    { id: "blue", from: 0 },
    { id: "gold", from: 15000 },
  ],
};
const program = compileProgram(
  simpleProgram({ value: VALUE, tiers: TIERS, expiry: { after: "P60D" } }),
);

const ROWS = [
  ["ann", 1, 10000],
  ["bob", 2, 5000],
  ["ann", 10, 8000],
  ["bob", 20, -5000, 1],
  ["cem", 40, 3000],
  ["ann", 70, 2000],
  ["eve", 71, -100],
] as const;

describe("simulateProgram", () => {
  it("gives, takes back, spends and lapses as the live commands would", () => {
    const run = simulateProgram(program, history(ROWS), { asOf: "2026-04-30", redeemPoints: 100 });
    expect(run).toMatchObject({ members: 4, orders: 5, refunds: 1, skipped: 1 });
    expect(run.points).toEqual({
      granted: 280,
      takenBack: 50,
      redeemed: 100,
      lapsed: 110,
      outstanding: 20,
      debt: 0,
    });
    expect(run.cost).toEqual({
      granted: { minor: 115, currency: "EUR" },
      redeemed: { minor: 50, currency: "EUR" },
    });
    expect(run.rules).toEqual([{ rule: "base", desired: 280, granted: 280 }]);
    expect([...run.byMember]).toEqual([200, 0, 30, 0]);
  });

  it("follows members through the tiers, month by month", () => {
    const { months } = simulateProgram(program, history(ROWS), { asOf: "2026-03-31" });
    expect(months.map(({ month, membersByTier }) => [month, membersByTier])).toEqual([
      ["2026-01", { blue: 1, gold: 1 }],
      ["2026-02", { blue: 3, gold: 0 }],
      ["2026-03", { blue: 4, gold: 0 }],
    ]);
    expect(months.map(({ granted }) => granted)).toEqual([230, 30, 20]);
  });

  it("says who wins and who loses against the present programme", () => {
    const double = { points: 2, per: { minor: 100, currency: "EUR" } } as const;
    const when = { fact: "order.total", gte: { minor: 4000, currency: "EUR" } } as const;
    const rules = [{ id: "large", when, give: double }];
    const next = compileProgram(simpleProgram({ earning: { rules } }));
    const { comparison } = simulateProgram(next, history(ROWS), { present: program });
    expect(comparison).toMatchObject({
      winners: 1,
      losers: 1,
      unchanged: 2,
      gained: 160,
      lost: 30,
    });
    expect([...comparison!.difference]).toEqual([160, 0, -30, 0]);
  });

  it("serves caps over all members, reads lines where there are some, and tells of progress", () => {
    const caps = [{ points: 120, per: "program" }] as const;
    const rules = [
      {
        id: "base",
        lines: { fact: "sku", eq: "tea" },
        give: { points: 1, per: { minor: 100, currency: "EUR" } },
        caps,
      },
    ] as const;
    const capped = compileProgram(simpleProgram({ earning: { rules } }));
    const log = history(ROWS.slice(0, 3));
    const heard: number[] = [];
    const run = simulateProgram(capped, log, {
      orderAt: (position) => ({
        id: `${position}`,
        lines: [
          { id: "1", sku: "tea", amount: { minor: log.amountMinor[position]!, currency: "EUR" } },
        ],
      }),
      onProgress: (done, all) => heard.push(done, all),
    });
    expect(run.points.granted).toBe(120);
    expect(run.rules).toEqual([{ rule: "base", desired: 230, granted: 120 }]);
    expect(heard).toEqual([2, 2]);
  });

  it("does not depend on the order of the rows, and balances", () => {
    const rows = Array.from(
      { length: 400 },
      (_, index) => [`c${(index * 7) % 40}`, 1 + ((index * 13) % 300), 100 + index * 37] as const,
    );
    const options = { asOf: "2026-12-31", redeemPoints: 50 };
    const one = simulateProgram(program, history(rows), options);
    const { granted, takenBack, redeemed, lapsed, outstanding, debt } = one.points;
    expect(granted).toBe(takenBack + redeemed + lapsed + outstanding - debt);
    expect(one.months.reduce((so, month) => so + month.lapsed, 0)).toBe(lapsed);
    const other = simulateProgram(program, history(rows.toReversed()), options);
    expect(other.points).toEqual(one.points);
    expect(other.months).toEqual(one.months);
  });

  it("refuses another currency, columns of other lengths and options it does not know", () => {
    const log = history(ROWS);
    const code = (call: () => unknown) => {
      try {
        return call() && undefined;
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(code(() => simulateProgram(program, { ...log, currency: "USD" }))).toBe(
      "CURRENCY_MISMATCH",
    );
    expect(code(() => simulateProgram(program, { ...log, amountMinor: new Float64Array(2) }))).toBe(
      "LENGTH_MISMATCH",
    );
    expect(code(() => simulateProgram(program, log, { until: 1 } as never))).toBe("UNKNOWN_OPTION");
    expect(code(() => simulateProgram(program, null as never))).toBe("INVALID_ARGUMENT");
    expect(simulateProgram(program, history([])).months).toEqual([]);
  });
});
