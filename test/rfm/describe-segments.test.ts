import { describe, expect, it } from "vitest";
import { describeSegments, segmentRfm } from "../../src/rfm/index.js";
import { scoresOf } from "./support/scores.js";
import { segmentOf, smallMap } from "./support/segments.js";
import { summariesOf } from "./support/summaries.js";

describe("describeSegments", () => {
  const map = smallMap([
    segmentOf("active", [{ recency: [2, 2] }]),
    segmentOf("away", [{ recency: [1, 1], frequency: [1, 1] }]),
    segmentOf("missed", [{ recency: [1, 1], frequency: [2, 2] }]),
  ]);
  const scores = scoresOf(["212", "111", "221"], 2);

  it("adds up customers, orders and spend, and their shares", () => {
    const summaries = summariesOf({ since: [1, 30, 4], orders: [1, 2, 5], spend: [25, 50, 25] });
    expect(describeSegments(segmentRfm(scores, map), summaries)).toEqual([
      {
        segment: map.segments[0],
        customers: 2,
        customerShare: 2 / 3,
        orders: 6,
        spend: 50,
        spendShare: 0.5,
        meanRecency: 2.5,
      },
      {
        segment: map.segments[1],
        customers: 1,
        customerShare: 1 / 3,
        orders: 2,
        spend: 50,
        spendShare: 0.5,
        meanRecency: 30,
      },
      {
        segment: map.segments[2],
        customers: 0,
        customerShare: 0,
        orders: 0,
        spend: 0,
        spendShare: 0,
        meanRecency: undefined,
      },
    ]);
  });

  it("knows no share of a spend that is not positive", () => {
    const summaries = summariesOf({ since: [1, 2, 3], spend: [10, -10, -5] });
    const described = describeSegments(segmentRfm(scores, map), summaries);
    expect(described.map(({ spendShare }) => spendShare)).toEqual(Array(3).fill(undefined));
  });

  it("knows no share of no customers", () => {
    const described = describeSegments(
      segmentRfm(scoresOf([], 2), map),
      summariesOf({ since: [] }),
    );
    expect(described.map(({ customerShare }) => customerShare)).toEqual(Array(3).fill(undefined));
  });

  it("sums amounts of very different size without loss", () => {
    const summaries = summariesOf({ since: [1, 1, 1], spend: [1e16, 1, -1e16] });
    const all = segmentRfm(scoresOf(["222", "222", "222"], 2), map);
    expect(describeSegments(all, summaries)[0]?.spend).toBe(1);
  });

  it("refuses a segmentation of other customers, or of unknown segments", () => {
    const summaries = summariesOf({ since: [1, 2] });
    expect(() => describeSegments(segmentRfm(scores, map), summaries)).toThrow(
      expect.objectContaining({ code: "LENGTH_MISMATCH" }),
    );
    const unknown = { segment: Uint8Array.of(0, 3), segments: map.segments };
    expect(() => describeSegments(unknown, summaries)).toThrow(
      "segmentation.segment[1] must be below 3, got 3",
    );
  });
});
