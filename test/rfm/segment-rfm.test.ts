import { describe, expect, it } from "vitest";
import {
  describeSegments,
  RF_SEGMENT_MAP,
  RFM_SEGMENT_MAP,
  scoreRfm,
  segmentRfm,
} from "../../src/rfm/index.js";
import { summarizeGoldenOrders } from "./support/golden-orders.js";
import { scoresOf } from "./support/scores.js";

function idsOf(codes: readonly string[], map = RFM_SEGMENT_MAP): (string | undefined)[] {
  const { segment, segments } = segmentRfm(scoresOf(codes), map);
  return Array.from(segment, (index) => segments[index]?.id);
}

describe("segmentRfm", () => {
  it("puts each code into its segment", () => {
    const codes = ["555", "444", "551", "355", "425", "515", "415", "331", "315", "311", "241"];
    expect(idsOf(codes)).toEqual([
      "champions",
      "champions",
      "loyal",
      "loyal",
      "potential-loyalist",
      "new",
      "promising",
      "need-attention",
      "need-attention",
      "about-to-sleep",
      "at-risk",
    ]);
    expect(idsOf(["115", "255", "144", "211", "123"])).toEqual([
      "at-risk",
      "cant-lose",
      "cant-lose",
      "hibernating",
      "lost",
    ]);
  });

  it("leaves money out of account on a map without it", () => {
    expect(idsOf(["551", "555", "153", "444"], RF_SEGMENT_MAP)).toEqual([
      "champions",
      "champions",
      "cant-lose",
      "loyal",
    ]);
  });

  it("covers every customer of a real scoring once", () => {
    const summaries = summarizeGoldenOrders();
    const described = describeSegments(segmentRfm(scoreRfm(summaries), RFM_SEGMENT_MAP), summaries);
    const total = (pick: (each: (typeof described)[number]) => number | undefined) =>
      described.reduce((sum, each) => sum + (pick(each) ?? 0), 0);
    expect(total((each) => each.customers)).toBe(995);
    expect(total((each) => each.orders)).toBe(4906);
    expect(total((each) => each.spend)).toBe(summaries.totalSpend.reduce((sum, x) => sum + x, 0));
    expect(total((each) => each.customerShare)).toBeCloseTo(1, 12);
    expect(total((each) => each.spendShare)).toBeCloseTo(1, 12);
  });

  it("gives no segments for no customers", () => {
    expect(segmentRfm(scoresOf([]), RFM_SEGMENT_MAP).segment).toEqual(new Uint8Array(0));
  });

  it("refuses a map with other bins than the scores", () => {
    expect(() => segmentRfm(scoresOf(["444"], 4), RFM_SEGMENT_MAP)).toThrow(
      "scores.bins.recency must be 5 as in the segment map, got 4. Score with the bins of the map",
    );
  });

  it("refuses scores outside their bins, and columns that do not match", () => {
    expect(() => segmentRfm(scoresOf(["555", "560"]), RFM_SEGMENT_MAP)).toThrow(
      "scores.frequency[1] must be from 1 to 5, got 6",
    );
    const ragged = { ...scoresOf(["555"]), monetary: new Uint8Array(2) };
    expect(() => segmentRfm(ragged, RFM_SEGMENT_MAP)).toThrow(
      expect.objectContaining({ code: "LENGTH_MISMATCH" }),
    );
    for (const scores of [undefined, null, {}, { ...ragged, recency: undefined }]) {
      expect(() => segmentRfm(scores as never, RFM_SEGMENT_MAP)).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT" }),
      );
    }
  });
});
