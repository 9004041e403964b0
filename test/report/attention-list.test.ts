import { describe, expect, test } from "vitest";
import { attentionList } from "../../src/report/analysis/attention-list.js";
import { ATTENTION_RULE } from "../../src/report/options.js";
import type { ScoredCustomers } from "../../src/report/types.js";

interface Life {
  readonly purchases: number;
  readonly first: number;
  readonly last: number;
  readonly spend?: number;
  readonly tier?: "A" | "B";
}

const AS_OF = 1000;

function customersOf(lives: readonly Life[]): ScoredCustomers {
  const columns = {
    customerIds: lives.map((_, index) => `c${index}`),
    firstOrderDay: Int32Array.from(lives, (life) => life.first),
    lastOrderDay: Int32Array.from(lives, (life) => life.last),
    silentDays: Int32Array.from(lives, (life) => AS_OF - life.last),
    repeatCount: Int32Array.from(lives, (life) => life.purchases - 1),
    totalSpend: Float64Array.from(lives, (life) => life.spend ?? 100),
    tier: Uint8Array.from(lives, (life) => (life.tier === "B" ? 1 : 0)),
  };
  return columns as Partial<ScoredCustomers> as ScoredCustomers;
}

/** Four purchases, 30 days apart; the typical gap is 30 days, and so is the usual one. */
const monthly = (last: number, more: Partial<Life> = {}): Life => ({
  purchases: 4,
  first: last - 90,
  last,
  ...more,
});

describe("attentionList", () => {
  test("lists who is silent for three to six usual gaps", () => {
    const lives = [89, 90, 180, 181].map((silent) => monthly(AS_OF - silent));
    const { listed } = attentionList(customersOf(lives), 30, ATTENTION_RULE, 2);
    expect(listed).toEqual([
      { row: 1, silentDays: 90, usualGapDays: 30 },
      { row: 2, silentDays: 180, usualGapDays: 30 },
    ]);
  });

  test("counts one typical gap in, so that three orders in three days are no rhythm", () => {
    const quick = { purchases: 3, first: AS_OF - 22, last: AS_OF - 20 };
    // (2 + 30) / 3 = 10.67 days; 20 days are 1.9 of them, not 20 of one day.
    expect(attentionList(customersOf([quick]), 30, ATTENTION_RULE, 2).customers).toBe(0);
    const later = { ...quick, first: AS_OF - 42, last: AS_OF - 40 };
    expect(attentionList(customersOf([later]), 30, ATTENTION_RULE, 2).listed).toEqual([
      { row: 0, silentDays: 40, usualGapDays: 32 / 3 },
    ]);
  });

  test("wants three purchases and the right tier", () => {
    const lives = [
      { purchases: 2, first: AS_OF - 130, last: AS_OF - 100 },
      monthly(AS_OF - 100, { tier: "B" }),
      monthly(AS_OF - 100),
    ];
    const rows = attentionList(customersOf(lives), 30, ATTENTION_RULE, 2).listed.map(
      ({ row }) => row,
    );
    expect(rows).toEqual([2]);
    const b = attentionList(customersOf(lives), 30, { ...ATTENTION_RULE, tier: "B" }, 2);
    expect(b.listed.map(({ row }) => row)).toEqual([1]);
  });

  test("puts the biggest spend first and equal spend in the order of the customers", () => {
    const lives = [20, 50, 20, 90].map((spend) => monthly(AS_OF - 100, { spend }));
    const list = attentionList(customersOf(lives), 30, { ...ATTENTION_RULE, limit: 3 }, 2);
    expect(list.listed.map(({ row }) => row)).toEqual([3, 1, 0]);
    expect(list.customers).toBe(4);
    expect(list.spend).toBe(180);
  });

  test("is empty where nobody has bought twice", () => {
    const once = { purchases: 1, first: 0, last: 0 };
    const list = attentionList(customersOf([once]), undefined, ATTENTION_RULE, 2);
    expect(list).toEqual({ rule: ATTENTION_RULE, customers: 0, spend: 0, listed: [] });
  });
});
