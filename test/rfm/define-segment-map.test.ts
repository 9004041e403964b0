import { describe, expect, it } from "vitest";
import { ClienteleError } from "../../src/core/errors.js";
import {
  defineSegmentMap,
  OCTANT_SEGMENT_MAP,
  RF_SEGMENT_MAP,
  RFM_SEGMENT_MAP,
  type ScoreRange,
  type SegmentMap,
} from "../../src/rfm/index.js";
import { segmentOf, smallMap } from "./support/segments.js";

const MAPS = { RFM_SEGMENT_MAP, RF_SEGMENT_MAP, OCTANT_SEGMENT_MAP };

describe("the default segment maps", () => {
  for (const [name, map] of Object.entries(MAPS)) {
    it(`${name} gives every combination of scores to exactly one segment`, () => {
      const owners = scores(map.bins.recency).flatMap((r) =>
        scores(map.bins.frequency).flatMap((f) =>
          scores(map.bins.monetary ?? 1).map((m) => ownersOf(map, r, f, m)),
        ),
      );
      expect(owners).toHaveLength(map.bins.recency * map.bins.frequency * (map.bins.monetary ?? 1));
      expect(owners.filter((each) => each !== 1)).toEqual([]);
    });

    it(`${name} says everything in English and in Chinese`, () => {
      for (const { label, meaning, action } of map.segments) {
        for (const text of [label, meaning, action]) {
          expect(text.en).toMatch(/^[A-Z][\x20-\x7e]+$/);
          expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
          expect(text.zh).not.toMatch(/[A-Za-z]/);
        }
        expect(meaning.en).toMatch(/\.$/);
        expect(action.zh).toMatch(/。$/);
      }
    });

    it(`${name} survives a round trip through JSON`, () => {
      expect(defineSegmentMap(JSON.parse(JSON.stringify(map)))).toEqual(map);
    });
  }

  it("names the eleven segments that practitioners know", () => {
    expect(RFM_SEGMENT_MAP.segments.map(({ label }) => label.en)).toEqual([
      "Champions",
      "Loyal",
      "Potential Loyalist",
      "New",
      "Promising",
      "Need Attention",
      "About To Sleep",
      "At Risk",
      "Can't Lose Them",
      "Hibernating",
      "Lost",
    ]);
  });
});

describe("defineSegmentMap", () => {
  it("accepts a block that leaves measures out as all of their scores", () => {
    const map = smallMap([
      segmentOf("active", [{ recency: [2, 2] }]),
      segmentOf("away", [{ recency: [1, 1] }]),
    ]);
    expect(defineSegmentMap(map)).toBe(map);
  });

  it("accepts blocks of one segment that overlap each other", () => {
    const map = smallMap([segmentOf("all", [{}, { recency: [1, 1] }])]);
    expect(defineSegmentMap(map)).toBe(map);
  });

  it("names the codes without a segment", () => {
    const map = smallMap([segmentOf("active", [{ recency: [2, 2] }])]);
    expect(errorOf(map)).toMatchObject({
      code: "INVALID_DATA",
      message:
        "the segment map must give each of its 4 codes to one segment: no segment has 11, 12",
      details: { gaps: ["11", "12"], overlaps: [] },
    });
  });

  it("names the codes with several segments, and these segments", () => {
    const map = smallMap([
      segmentOf("all", [{}]),
      segmentOf("best", [{ recency: [2, 2], frequency: [2, 2] }]),
    ]);
    expect(errorOf(map)).toMatchObject({
      code: "INVALID_DATA",
      message:
        "the segment map must give each of its 4 codes to one segment: several segments have 22 (all, best)",
      details: { gaps: [], overlaps: [{ code: "22", segments: ["all", "best"] }] },
    });
  });

  it("shortens a long list in the message, not in the details", () => {
    const map = { ...RFM_SEGMENT_MAP, bins: { recency: 10, frequency: 10, monetary: 10 } };
    const error = errorOf(map);
    expect(error.message).toContain("no segment has 1-1-6, 1-1-7");
    expect(error.message).toContain(" more");
    expect(error.message.length).toBeLessThan(500);
    expect(error.details).toMatchObject({ gaps: expect.arrayContaining(["10-10-10"]) });
  });

  const broken: Readonly<Record<string, readonly [unknown, string]>> = {
    nothing: [undefined, "map must be a segment map, got undefined"],
    "another kind": [{ ...RF_SEGMENT_MAP, kind: "rfmCuts" }, "map.kind"],
    "no bins": [{ ...RF_SEGMENT_MAP, bins: null }, "map.bins"],
    "one bin": [{ ...RF_SEGMENT_MAP, bins: { recency: 1, frequency: 5 } }, "map.bins.recency"],
    "no segments": [smallMap([]), "map.segments"],
    "256 segments": [
      smallMap(Array.from({ length: 256 }, (_, index) => segmentOf(`s${index}`, []))),
      "map.segments",
    ],
    "an id twice": [smallMap([segmentOf("a", [{}]), segmentOf("a", [])]), "map.segments[1].id"],
    "a missing translation": [
      smallMap([{ ...segmentOf("a", [{}]), label: { en: "A" } as never }]),
      "map.segments[0].label",
    ],
    "a range beyond the bins": [
      smallMap([segmentOf("a", [{ recency: [1, 3] }])]),
      "map.segments[0].cells[0].recency",
    ],
    "a range backwards": [
      smallMap([segmentOf("a", [{ frequency: [2, 1] }])]),
      "map.segments[0].cells[0].frequency",
    ],
    "a fractional score": [
      smallMap([segmentOf("a", [{ frequency: [1, 1.5] }])]),
      "map.segments[0].cells[0].frequency",
    ],
    "a list for a block": [
      smallMap([segmentOf("a", [[] as never])]),
      "map.segments[0].cells[0] must be a block",
    ],
    "money on a map without it": [
      smallMap([segmentOf("a", [{ monetary: [1, 2] }])]),
      "map.segments[0].cells[0].monetary",
    ],
  };
  for (const [name, [map, where]] of Object.entries(broken)) {
    it(`refuses ${name}`, () => {
      const error = errorOf(map as SegmentMap);
      expect(error.code).toBe("INVALID_ARGUMENT");
      expect(error.message).toContain(where);
    });
  }

  it("refuses a version from the future", () => {
    expect(errorOf({ ...RF_SEGMENT_MAP, version: 2 as 1 }).code).toBe("UNSUPPORTED_VERSION");
  });
});

function scores(bins: number): number[] {
  return Array.from({ length: bins }, (_, index) => index + 1);
}

/** How many segments claim a combination of scores, read off the map itself. */
function ownersOf(map: SegmentMap, r: number, f: number, m: number): number {
  const holds = (range: ScoreRange | undefined, score: number) =>
    range === undefined || (range[0] <= score && score <= range[1]);
  return map.segments.filter(({ cells }) =>
    cells.some((c) => holds(c.recency, r) && holds(c.frequency, f) && holds(c.monetary, m)),
  ).length;
}

function errorOf(map: SegmentMap): ClienteleError {
  try {
    defineSegmentMap(map);
  } catch (error) {
    if (error instanceof ClienteleError) return error;
    throw error;
  }
  throw new Error("the map was accepted");
}
