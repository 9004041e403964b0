import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/core/index.js";
import { earn } from "../../../src/loyalty/earn/earn.js";
import type { Program } from "../../../src/loyalty/index.js";
import { openAccount } from "../../../src/loyalty/ledger/open-account.js";
import { fitRedemption } from "../../../src/loyalty/liability/fit-redemption.js";
import { liability } from "../../../src/loyalty/liability/liability.js";
import {
  hazardAt,
  redemptionProbability,
} from "../../../src/loyalty/liability/redemption-curve.js";
import { tabulateVintages } from "../../../src/loyalty/liability/tabulate-vintages.js";
import type { Vintage, VintageTable } from "../../../src/loyalty/liability/types.js";
import { compileProgram } from "../../../src/loyalty/program/compile-program.js";
import { redeem } from "../../../src/loyalty/redeem/redeem.js";
import { advance } from "../../../src/loyalty/time/advance.js";

const TRUTH = { level: -1.8, slope: -0.6 };
const VALUE = { points: 100, value: { minor: 100, currency: "EUR" } };

/** Vintages whose points are redeemed by chance in chunks. */
function simulate(vintages: number, points: number, chunk: number, seed: number): Vintage[] {
  const random = seededRandom(seed);
  return Array.from({ length: vintages }, (_, index) => {
    const months = Math.min(12, vintages - index);
    const atRisk: number[] = [];
    const redemptions: number[] = [];
    let left = points / chunk;
    for (let age = 0; age < months; age++) {
      let redeemed = 0;
      for (let one = 0; one < left; one++) if (random() < hazardAt(TRUTH, age)) redeemed++;
      atRisk.push(left * chunk);
      redemptions.push(redeemed * chunk);
      left -= redeemed;
    }
    const redeemed = redemptions.reduce((a, b) => a + b, 0);
    return { vintage: `2025-${index}`, granted: points, redeemed, atRisk, redemptions };
  });
}

function tableOf(vintages: Vintage[], outstanding: VintageTable["outstanding"]): VintageTable {
  return { kind: "pointVintages", asOfMs: 0, zone: "UTC", vintages, outstanding, debt: 0 };
}

describe("fitRedemption", () => {
  it("finds the curve that made the redemptions, within its standard errors", () => {
    const { params, fit } = fitRedemption(simulate(24, 2000, 1, 7))!;
    const [level, slope] = [0, 1].map((at) => Math.sqrt(fit.covariance[at]![at]!));
    expect(Math.abs(params.level - TRUTH.level)).toBeLessThan(3 * level!);
    expect(Math.abs(params.slope - TRUTH.slope)).toBeLessThan(3 * slope!);
    expect(level!).toBeLessThan(0.05);
    expect(fit.dispersion).toBeLessThan(1.3);
  });

  it("sees that points are redeemed in chunks: the variance is that of the chunks", () => {
    const { fit } = fitRedemption(simulate(24, 50000, 100, 3))!;
    expect(fit.dispersion).toBeGreaterThan(75);
    expect(fit.dispersion).toBeLessThan(125);
  });

  it("covers the truth about as often as it says", () => {
    let covered = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const { params, fit } = fitRedemption(simulate(18, 4000, 20, seed))!;
      const width = 1.96 * Math.sqrt(fit.covariance[1]![1]!);
      if (Math.abs(params.slope - TRUTH.slope) < width) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(52);
  });

  it("gives the share itself where only one month of age was seen", () => {
    const one = {
      vintage: "2026-01",
      granted: 100,
      redeemed: 25,
      atRisk: [100],
      redemptions: [25],
    };
    expect(redemptionProbability(fitRedemption([one])!, 0, 1)).toBeCloseTo(0.25, 12);
  });

  it("has no answer where nothing, or everything, was redeemed", () => {
    const vintage = {
      vintage: "2026-01",
      granted: 100,
      redeemed: 0,
      atRisk: [100],
      redemptions: [0],
    };
    expect(fitRedemption([vintage])).toBeUndefined();
    expect(fitRedemption([{ ...vintage, redemptions: [100] }])).toBeUndefined();
    expect(fitRedemption([])).toBeUndefined();
  });
});

describe("liability", () => {
  const group = {
    vintage: "2026-01",
    expiryMonth: "2026-12",
    age: 2,
    expiryAge: 12,
    points: 10000,
    isPending: false,
  };

  it("is the face value without breakage where nothing is known of redemption", () => {
    const owed = liability(tableOf([], [group]), { value: VALUE });
    expect(owed).toMatchObject({ points: 10000, value: { minor: 10000 }, model: undefined });
    expect(owed.redemption).toEqual({ rate: 1, low: 1, high: 1 });
  });

  it("expects of points what the curve says of their remaining months", () => {
    const vintages = simulate(24, 2000, 1, 7);
    const model = fitRedemption(vintages)!;
    const owed = liability(tableOf(vintages, [group]), { value: VALUE });
    expect(owed.redemption.rate).toBeCloseTo(redemptionProbability(model, 2, 12), 12);
    expect(owed.low.minor).toBeLessThan(owed.value.minor);
    expect(owed.high.minor).toBeGreaterThan(owed.value.minor);
    expect(owed.high.minor).toBeLessThan(owed.faceValue.minor);
  });

  it("splits the value by vintage and by expiry without losing a cent", () => {
    const outstanding = [1, 2, 3, 4, 5, 6, 7].map((month) => ({
      ...group,
      vintage: `2026-0${month}`,
      expiryMonth: month === 4 ? undefined : `2027-0${month}`,
      expiryAge: month === 4 ? Number.POSITIVE_INFINITY : 12,
      points: 333 * month,
      isPending: month === 7,
    }));
    const owed = liability(tableOf(simulate(12, 500, 1, 2), outstanding), {
      value: VALUE,
      activation: 0.9,
    });
    for (const rows of [owed.byVintage, owed.byExpiryMonth]) {
      expect(rows.reduce((so, { value }) => so + value.minor, 0)).toBe(owed.value.minor);
      expect(rows.reduce((so, { points }) => so + points, 0)).toBe(owed.points);
    }
    expect(owed.byExpiryMonth.at(-1)?.month).toBeUndefined();
    expect(owed.pendingPoints).toBe(333 * 7);
  });

  it("refuses what is no table, no value, no share", () => {
    const refused = expect.objectContaining({ code: "INVALID_ARGUMENT" });
    expect(() => liability({} as never, { value: VALUE })).toThrow(refused);
    expect(() => liability(tableOf([], []), {} as never)).toThrow(refused);
    expect(() => liability(tableOf([], []), { value: VALUE, activation: 2 })).toThrow(refused);
    expect(liability(tableOf([], []), { value: VALUE })).toMatchObject({
      points: 0,
      redemption: { rate: 0 },
    });
  });
});

describe("tabulateVintages", () => {
  const rules = [{ id: "base", give: { points: 1, per: { minor: 100, currency: "EUR" } } }];
  const config: Program = {
    id: "club",
    version: 1,
    zone: "Europe/Berlin",
    currency: "EUR",
    earning: { rules },
    expiry: { after: "P1Y" },
  };
  const program = compileProgram(config);

  it("counts by age what was redeemed of each month's points, and what is left", () => {
    let account = openAccount(program, { id: "m", at: "2026-01-10T00:00:00Z" });
    const order = (id: string, euros: number) => ({
      id,
      lines: [{ id: "1", amount: { minor: euros * 100, currency: "EUR" } }],
    });
    const steps = [
      () =>
        earn(program, account, { key: "a", at: "2026-01-10T12:00:00Z", order: order("a", 500) }),
      () => redeem(program, account, { key: "b", at: "2026-01-20T12:00:00Z", points: 100 }),
      () => redeem(program, account, { key: "c", at: "2026-03-15T12:00:00Z", points: 50 }),
      () => earn(program, account, { key: "d", at: "2026-04-01T12:00:00Z", order: order("d", 70) }),
    ];
    for (const step of steps) {
      const outcome = step();
      if (!outcome.ok) throw new Error(outcome.message);
      account = outcome.value.account;
    }
    const table = tabulateVintages([account], { asOf: "2026-04-15", zone: "Europe/Berlin" });
    expect(table.vintages).toEqual([
      {
        vintage: "2026-01",
        granted: 500,
        redeemed: 150,
        atRisk: [500, 400, 400],
        redemptions: [100, 0, 50],
      },
      { vintage: "2026-04", granted: 70, redeemed: 0, atRisk: [], redemptions: [] },
    ]);
    expect(
      table.outstanding.map(({ vintage, expiryMonth, points }) => [vintage, expiryMonth, points]),
    ).toEqual([
      ["2026-01", "2027-01", 350],
      ["2026-04", "2027-04", 70],
    ]);
    const later = advance(program, account, "2027-01-31").account;
    const lapsed = tabulateVintages([later], { asOf: "2027-01-31", zone: "Europe/Berlin" });
    expect(lapsed.vintages[0]!.atRisk).toHaveLength(12);
    expect(lapsed.outstanding.map(({ points }) => points)).toEqual([70]);
    expect(() => tabulateVintages([later], { asOf: "2026-12-31", zone: "UTC" })).toThrow(
      "seen by m",
    );
  });
});
