import { describe, expect, it } from "vitest";
import type { TierPolicy } from "../../../src/loyalty/index.js";
import { compileProgram } from "../../../src/loyalty/program/compile-program.js";
import { redeem } from "../../../src/loyalty/redeem/redeem.js";
import { reverse } from "../../../src/loyalty/reverse/reverse.js";
import { evaluateTier } from "../../../src/loyalty/tiers/evaluate-tier.js";
import { accountWith, berlin, compiledTiers, tierProgram, YEARLY } from "./tier-programs.js";

const program = compiledTiers(YEARLY);

function tierOn(day: string, orders: Parameters<typeof accountWith>[1], policy: TierPolicy) {
  const compiled = compiledTiers(policy);
  return evaluateTier(compiled, accountWith(compiled, orders), berlin(day))?.tier;
}

describe("evaluateTier", () => {
  it("starts everybody at the lowest level, since the account was opened", () => {
    const status = evaluateTier(program, accountWith(program, []), "2026-06-30");
    expect(status).toMatchObject({
      tier: "blue",
      level: 0,
      sinceMs: berlin("2026-01-01", "00:00:00"),
      progress: 0,
    });
    expect(status?.validUntilMs).toBeUndefined();
    expect(status?.change).toBeUndefined();
  });

  it("raises the level at the order that reaches the threshold, to the cent", () => {
    expect(tierOn("2026-05-03", [["2026-05-02", 29999]], YEARLY)).toBe("blue");
    expect(tierOn("2026-05-03", [["2026-05-02", 30000]], YEARLY)).toBe("silver");
    expect(tierOn("2026-05-03", [["2026-05-02", 250000]], YEARLY)).toBe("gold");
  });

  it("says what is missing by when, and what keeping the level takes, in both languages", () => {
    const account = accountWith(program, [
      ["2026-03-04", 40000],
      ["2026-05-02", 28000],
    ]);
    const status = evaluateTier(program, account, "2026-11-22");
    expect(status).toMatchObject({
      tier: "silver",
      sinceMs: berlin("2026-03-04"),
      validUntilMs: berlin("2028-01-01", "00:00:00"),
      progress: 68000,
      period: { fromMs: berlin("2026-01-01", "00:00:00"), toMs: berlin("2027-01-01", "00:00:00") },
      next: { tier: "gold", from: 100000, missing: 32000, byMs: berlin("2027-01-01", "00:00:00") },
      keep: {
        tier: "silver",
        missing: 30000,
        countsFromMs: berlin("2027-01-01", "00:00:00"),
        byMs: berlin("2028-01-01", "00:00:00"),
      },
      change: { atMs: berlin("2028-01-01", "00:00:00"), tier: "blue", why: "lapsed" },
    });
    expect(status?.explanation).toEqual({
      en: "Silver since 4 March 2026. Valid through 31 December 2027. €680.00 count now. €320.00 more by 31 December 2026 for Gold. €300.00 more by 31 December 2027, counted from 1 January 2027, to keep Silver. Otherwise Blue from 1 January 2028.",
      zh: "自2026年3月4日起为银卡。有效期至2027年12月31日。当前累计€680.00。在2026年12月31日前(含当日)还需€320.00即可升为金卡。在2027年12月31日前(含当日)还需€300.00(自2027年1月1日起计)即可保持银卡。否则自2028年1月1日起为蓝卡。",
    });
  });

  it("renews a level at the end of its validity where the year that ends supports it", () => {
    const orders = [
      ["2026-03-04", 40000],
      ["2027-12-31", 30000],
    ] as const;
    const compiled = compiledTiers(YEARLY);
    const status = evaluateTier(compiled, accountWith(compiled, orders), "2028-01-01");
    expect(status).toMatchObject({
      tier: "silver",
      sinceMs: berlin("2026-03-04"),
      validUntilMs: berlin("2029-01-01", "00:00:00"),
    });
  });

  it("renews to the end of the year that begins where a level is good for the rest of a year", () => {
    const policy = { ...YEARLY, validity: { after: "P0D", upTo: "year" } } as const;
    const compiled = compiledTiers(policy);
    const status = evaluateTier(
      compiled,
      accountWith(compiled, [["2026-03-04", 40000]]),
      "2027-06-30",
    );
    expect(status).toMatchObject({
      tier: "silver",
      validUntilMs: berlin("2028-01-01", "00:00:00"),
    });
  });

  it("lets an order of New Year's Eve in the programme's zone count to the old year", () => {
    const compiled = compiledTiers(YEARLY, { zone: "Asia/Shanghai" });
    const account = accountWith(compiled, [["2026-12-31", 30000]]);
    // 12:00 in Berlin is 19:00 of the same day in Shanghai, 18:00 would be New Year there.
    expect(evaluateTier(compiled, account, berlin("2026-12-31", "16:59:59"))?.progress).toBe(30000);
    expect(evaluateTier(compiled, account, berlin("2026-12-31", "17:00:00"))?.progress).toBe(0);
  });

  it("falls as far as the last period supports, or one level where that is the policy", () => {
    const orders = [
      ["2026-03-04", 120000],
      ["2027-05-05", 100],
    ] as const;
    expect(tierOn("2027-12-31", orders, YEARLY)).toBe("gold");
    expect(tierOn("2028-01-01", orders, YEARLY)).toBe("blue");
    expect(tierOn("2028-01-01", orders, { ...YEARLY, downgrade: "oneStep" })).toBe("silver");
    expect(tierOn("2028-12-31", orders, { ...YEARLY, downgrade: "oneStep" })).toBe("silver");
    expect(tierOn("2029-01-01", orders, { ...YEARLY, downgrade: "oneStep" })).toBe("blue");
  });

  it("keeps a level through the grace, in which it can still be earned", () => {
    const policy = { ...YEARLY, grace: "P1M" };
    const before = [["2026-03-04", 40000]] as const;
    expect(tierOn("2028-01-31", before, policy)).toBe("silver");
    expect(tierOn("2028-02-01", before, policy)).toBe("blue");
    const rescued = [...before, ["2028-01-15", 30000] as const];
    expect(tierOn("2028-02-01", rescued, policy)).toBe("silver");
  });

  it("does not let grace lower somebody further than without it", () => {
    const orders = [
      ["2026-03-04", 120000],
      ["2027-05-05", 30000],
    ] as const;
    expect(tierOn("2028-02-02", orders, { ...YEARLY, grace: "P1M" })).toBe("silver");
  });

  it("holds a level without validity only as long as a rolling window supports it", () => {
    const { validity: _, ...policy } = { ...YEARLY, window: { rolling: "P90D" } as const };
    const orders = [["2026-03-04", 40000]] as const;
    expect(tierOn("2026-06-01", orders, policy)).toBe("silver");
    expect(tierOn("2026-06-02", orders, policy)).toBe("blue");
    expect(tierOn("2026-06-20", orders, { ...policy, grace: "P30D" })).toBe("silver");
    expect(tierOn("2026-07-03", orders, { ...policy, grace: "P30D" })).toBe("blue");
  });

  it("counts years from the day of joining, through February of leap years", () => {
    const { validity: _, ...policy } = { ...YEARLY, window: { anniversary: "P1Y" } as const };
    const compiled = compiledTiers(policy);
    const account = accountWith(compiled, [["2024-03-01", 30000]], "2024-02-29");
    expect(evaluateTier(compiled, account, berlin("2025-02-27"))?.tier).toBe("silver");
    expect(evaluateTier(compiled, account, berlin("2025-02-28"))?.tier).toBe("blue");
  });

  it("announces a downgrade from the notice on, not before", () => {
    const compiled = compiledTiers({ ...YEARLY, notice: "P1M" });
    const account = accountWith(compiled, [["2026-03-04", 40000]]);
    const notice = (day: string) => evaluateTier(compiled, account, berlin(day))?.change;
    expect(notice("2027-11-30")).toMatchObject({ isNoticeDue: false });
    expect(notice("2027-12-01")).toMatchObject({
      isNoticeDue: true,
      noticeMs: berlin("2027-12-01", "00:00:00"),
      tier: "blue",
    });
  });

  it("is not lowered by spending points", () => {
    const account = accountWith(program, [["2026-03-04", 40000]]);
    const spent = redeem(program, account, { key: "r", at: berlin("2026-03-05"), points: 400 });
    if (!spent.ok) throw new Error(spent.message);
    const status = evaluateTier(program, spent.value.account, "2026-03-06");
    expect(status).toMatchObject({ tier: "silver", progress: 40000 });
  });

  it("takes progress and level back with a refund, in any number of parts", () => {
    const orders = [
      ["2026-02-01", 10000],
      ["2026-03-04", 90000],
    ] as const;
    const before = evaluateTier(program, accountWith(program, orders.slice(0, 1)), "2026-06-01");
    let account = accountWith(program, orders);
    for (const [index, minor] of [30000, 25000, 35000].entries()) {
      const outcome = reverse(program, account, {
        key: `refund-${index}`,
        at: berlin("2026-04-01"),
        order: "1",
        lines: [{ line: "1", amount: { minor, currency: "EUR" } }],
      });
      if (!outcome.ok) throw new Error(outcome.message);
      account = outcome.value.account;
    }
    expect(evaluateTier(program, account, "2026-06-01")).toEqual(before);
  });

  it("counts orders, events, some rules or some lines, as the metric says", () => {
    const levels = [
      { id: "none", from: 0 },
      { id: "some", from: 2 },
    ] as const;
    const orders = [
      ["2026-02-01", 150],
      ["2026-02-02", 150],
    ] as const;
    const metric = (measure: TierPolicy["metric"]) =>
      tierOn("2026-03-01", orders, { metric: measure, window: "ever", levels });
    expect(metric({ measure: "orders" })).toBe("some");
    expect(metric({ measure: "orders", when: { fact: "order.id", eq: "1" } })).toBe("none");
    expect(metric({ measure: "points" })).toBe("some");
    expect(metric({ measure: "points", rules: ["base"] })).toBe("some");
    expect(metric({ measure: "spend", lines: { fact: "id", eq: "2" } })).toBe("none");
    expect(metric({ measure: "events", event: "visit" })).toBe("none");
  });

  it("lowers by spending only where the balance is meant to decide", () => {
    const levels = [
      { id: "none", from: 0 },
      { id: "some", from: 100 },
    ] as const;
    const compiled = compiledTiers({
      metric: { measure: "balance", allowBalance: true },
      window: "ever",
      levels,
    });
    const account = accountWith(compiled, [["2026-02-01", 15000]]);
    expect(evaluateTier(compiled, account, "2026-03-01")?.tier).toBe("some");
    const spent = redeem(compiled, account, { key: "r", at: berlin("2026-03-05"), points: 100 });
    if (!spent.ok) throw new Error(spent.message);
    expect(evaluateTier(compiled, spent.value.account, "2026-03-06")?.tier).toBe("none");
  });

  it("applies a new version from its start, and what ends with the old one by the old one", () => {
    const first = tierProgram(YEARLY);
    const lower = {
      ...YEARLY,
      levels: [
        { id: "blue", from: 0 },
        { id: "silver", from: 10000 },
      ],
    };
    const second = { ...tierProgram(lower), version: 2, from: "2026-07-01" };
    const compiled = compileProgram([first, second]);
    const account = accountWith(compiled, [["2026-03-04", 15000]]);
    expect(evaluateTier(compiled, account, "2026-06-30")).toMatchObject({ tier: "blue" });
    expect(evaluateTier(compiled, account, "2026-07-01")).toMatchObject({
      tier: "silver",
      sinceMs: berlin("2026-07-01", "00:00:00"),
    });
  });

  it("has no answer without tiers, and refuses the past and what is no account", () => {
    const { tiers: _, ...none } = tierProgram(YEARLY);
    const without = compileProgram(none);
    expect(evaluateTier(without, accountWith(without, []), "2026-03-01")).toBeUndefined();
    const account = accountWith(program, [["2026-03-04", 40000]]);
    const refused = expect.objectContaining({ code: "INVALID_ARGUMENT" });
    expect(() => evaluateTier(program, account, "2026-03-01")).toThrow(refused);
    expect(() => evaluateTier(program, {} as never, "2026-03-01")).toThrow(refused);
    expect(() => evaluateTier(program, account, Number.NaN)).toThrow();
  });
});
