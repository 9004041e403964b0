import type { Segment, SegmentCells, SegmentMap } from "../../../src/rfm/index.js";

/** A segment with plain texts. */
export function segmentOf(id: string, cells: readonly SegmentCells[]): Segment {
  const text = { en: id, zh: id };
  return { id, label: text, meaning: text, action: text, cells };
}

/** A map of 2 x 2 recency and frequency scores. */
export function smallMap(segments: readonly Segment[]): SegmentMap {
  return { kind: "segmentMap", version: 1, bins: { recency: 2, frequency: 2 }, segments };
}
