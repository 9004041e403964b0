import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { applyRfmCuts, type RfmScores, scoreRfm } from "../../src/rfm/index.js";
import { summarizeGoldenOrders } from "./support/golden-orders.js";
import { inUnit } from "./support/summaries.js";

const PUBLISHED = JSON.parse(
  readFileSync(new URL("../golden/rfm/rfm-data-orders-published.json", import.meta.url), "utf8"),
);
const summaries = summarizeGoldenOrders();

describe("scoreRfm on the published orders", () => {
  it("starts from 995 customers with 4,906 orders", () => {
    expect(summaries.customerIds).toHaveLength(PUBLISHED.customers);
    expect(summaries.orderCount.reduce((sum, each) => sum + each, 0)).toBe(PUBLISHED.transactions);
  });

  it("cuts at R's default quantiles", () => {
    const { cuts } = scoreRfm(summaries);
    expect(cuts.recency).toEqual({ at: [114, 180, 296.4, 481], side: Array(4).fill("lower") });
    expect(cuts.frequency).toEqual({ at: [3, 4, 5, 7], side: Array(4).fill("lower") });
    expect(cuts.monetary).toEqual({ at: [254.8, 381, 505.4, 665], side: Array(4).fill("lower") });
  });

  it("reproduces the published cuts with the step of one that they contain", () => {
    const { cuts } = scoreRfm(summaries, { cutStep: 1, ties: "upper" });
    expect(cuts).toMatchObject({
      layout: "flat",
      recency: { at: PUBLISHED.cuts.recency },
      frequency: { at: PUBLISHED.cuts.frequency },
      monetary: { at: PUBLISHED.cuts.monetary },
    });
  });

  it("reproduces the published segment tables from the published cuts", () => {
    const scores = scoreRfm(summaries, { method: "fixed", cuts: PUBLISHED.cuts });
    const best = rowsWhere(scores, { recency: [4, 5], frequency: [4, 5], monetary: [4, 5] });
    expect({
      customers: best.length,
      orders: best.reduce((sum, row) => sum + (summaries.orderCount[row] as number), 0),
      revenue: best.reduce((sum, row) => sum + (summaries.totalSpend[row] as number), 0),
    }).toEqual(PUBLISHED.champions445);

    const taken = new Set<number>();
    for (const rule of PUBLISHED.firstMatchRules) {
      const rows = rowsWhere(scores, rule).filter((row) => !taken.has(row));
      expect([rule.name, rows.length]).toEqual([rule.name, rule.customers]);
      for (const row of rows) taken.add(row);
    }
  });

  it("spreads customers evenly, as far as ties allow", () => {
    const scores = scoreRfm(summaries);
    expect(countScores(scores.recency)).toEqual([197, 201, 198, 199, 200]);
    expect(countScores(scores.frequency)).toEqual([268, 187, 176, 244, 120]);
    expect(countScores(scores.monetary)).toEqual([199, 201, 197, 203, 195]);
    expect(scores.emptyBins).toEqual({ recency: [], frequency: [], monetary: [] });
  });

  it("gives the same scores in days, weeks, months and years", () => {
    const inDays = scoreRfm(summaries, { method: "nested" });
    for (const unit of ["week", "month", "year"] as const) {
      const scores = scoreRfm(inUnit(summaries, unit), { method: "nested" });
      expect(scores.recency).toEqual(inDays.recency);
      expect(scores.frequency).toEqual(inDays.frequency);
      expect(scores.monetary).toEqual(inDays.monetary);
    }
  });

  it("gives the same scores from its cuts after a round trip through JSON", () => {
    for (const method of ["independent", "nested"] as const) {
      for (const ties of ["lower", "upper", "mid"] as const) {
        const scores = scoreRfm(summaries, { method, ties, bins: 4 });
        expect(applyRfmCuts(summaries, JSON.parse(JSON.stringify(scores.cuts)))).toEqual(scores);
        expect(scoreRfm(summaries, { method: "fixed", cuts: scores.cuts })).toEqual(scores);
      }
    }
  });
});

type Block = Readonly<Record<"recency" | "frequency" | "monetary", readonly [number, number]>>;

function rowsWhere(scores: RfmScores, block: Block): number[] {
  const measures = ["recency", "frequency", "monetary"] as const;
  return summaries.customerIds.flatMap((_, row) => {
    const isInside = measures.every((measure) => {
      const score = scores[measure][row] as number;
      return block[measure][0] <= score && score <= block[measure][1];
    });
    return isInside ? [row] : [];
  });
}

function countScores(column: Uint8Array): number[] {
  return [1, 2, 3, 4, 5].map((score) => column.filter((each) => each === score).length);
}
