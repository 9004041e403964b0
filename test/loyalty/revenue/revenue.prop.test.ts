import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { allocateSale } from "../../../src/loyalty/revenue/allocate-sale.js";
import { deferRevenue, releaseRevenue } from "../../../src/loyalty/revenue/release-revenue.js";
import { money } from "../../../src/money/index.js";

const cents = fc.integer({ min: 0, max: 10_000_000 });

describe("allocateSale", () => {
  it("gives the figures of IFRS 15, example 52: 9,132 for the goods and 868 for the points, scaled", () => {
    const sale = allocateSale({
      price: money(10_000_000, "EUR"),
      goods: [money(10_000_000, "EUR")],
      points: 10_000,
      value: { points: 1, value: money(100, "EUR") },
      redemption: "0.95",
    });
    expect(sale.goods[0]!.minor).toBe(9_132_420);
    expect(sale.points.minor).toBe(867_580);
  });

  test.prop([
    cents,
    fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 5 }),
    fc.nat(100_000),
    fc.integer({ min: 0, max: 1000 }),
  ])(
    "loses no cent of the price and is within one cent of the exact share",
    (price, goods, points, permille) => {
      const value = { points: 100, value: money(75, "EUR") };
      const redemption = permille / 1000;
      const sale = allocateSale({
        price: money(price, "EUR"),
        goods: goods.map((minor) => money(minor, "EUR")),
        points,
        value,
        redemption,
      });
      expect(sale.goods.reduce((so, { minor }) => so + minor, sale.points.minor)).toBe(price);
      const alone = (points * 75 * redemption) / 100;
      const exact = (price * alone) / (alone + goods.reduce((so, minor) => so + minor, 0));
      expect(Math.abs(sale.points.minor - exact)).toBeLessThan(1.001);
    },
  );

  it("refuses another currency, a share above 1 and nothing sold", () => {
    const parts = {
      price: money(100, "EUR"),
      goods: [money(100, "EUR")],
      points: 1,
      value: { points: 1, value: money(1, "EUR") },
      redemption: 0.5,
    };
    const code = (changed: object) => {
      try {
        allocateSale({ ...parts, ...changed } as never);
        return undefined;
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(code({ goods: [money(100, "USD")] })).toBe("CURRENCY_MISMATCH");
    expect(code({ redemption: "1.01" })).toBe("INVALID_ARGUMENT");
    expect(code({ goods: [] })).toBe("EMPTY_INPUT");
    expect(code({ points: -1 })).toBe("INVALID_ARGUMENT");
    expect(code({ value: undefined })).toBe("INVALID_ARGUMENT");
  });
});

describe("releaseRevenue", () => {
  it("recognises breakage along with redemption, and changes of the estimate at once", () => {
    const start = deferRevenue(money(868, "EUR"), 100);
    const first = releaseRevenue(start, { redeemed: 45, expectedRedeemed: 95 });
    expect(first.revenue.minor).toBe(411);
    const second = releaseRevenue(first.state, { redeemed: 40, expectedRedeemed: 97 });
    expect(second.revenue.minor).toBe(349);
    const last = releaseRevenue(second.state, { redeemed: 12, lapsed: 3, expectedRedeemed: 97 });
    expect(last.revenue.minor).toBe(868 - 411 - 349);
  });

  test.prop([
    cents,
    fc.array(fc.record({ redeemed: fc.nat(50), lapsed: fc.nat(50), more: fc.nat(100) }), {
      minLength: 1,
      maxLength: 20,
    }),
  ])(
    "releases in any steps exactly what was deferred, and never more on the way",
    (deferred, uses) => {
      const points = uses.reduce((so, use) => so + use.redeemed + use.lapsed, 1);
      let state = deferRevenue(money(deferred, "EUR"), points);
      let total = 0;
      for (const { redeemed, lapsed, more } of [...uses, { redeemed: 1, lapsed: 0, more: 0 }]) {
        const sure = state.redeemed + redeemed;
        const open = points - state.lapsed - lapsed;
        const release = releaseRevenue(state, {
          redeemed,
          lapsed,
          expectedRedeemed: Math.min(sure + more, open),
        });
        state = release.state;
        total += release.revenue.minor;
        expect(total).toBe(state.released.minor);
        expect(total).toBeLessThanOrEqual(deferred);
        expect(total).toBeGreaterThanOrEqual(0);
      }
      expect(total).toBe(deferred);
    },
  );

  it("refuses more points than there are", () => {
    const state = deferRevenue(money(868, "EUR"), 100);
    expect(() => releaseRevenue(state, { redeemed: 101, expectedRedeemed: 101 })).toThrow(
      "at most 100",
    );
    expect(() => releaseRevenue(state, { redeemed: 50, expectedRedeemed: 40 })).toThrow("from 50");
    expect(() => deferRevenue(money(1, "EUR"), 0)).toThrow();
  });
});
