import { defineSegmentMap } from "../define-segment-map.js";
import type { SegmentMap } from "../types.js";
import { SEGMENT_TEXTS as TEXTS } from "./segment-texts.js";

/**
 * Eleven segments on the grid of 5 x 5 x 5 scores: recency tells how alive a customer is, frequency
 * and money tell what is at stake.
 */
export const RFM_SEGMENT_MAP: SegmentMap = defineSegmentMap({
  kind: "segmentMap",
  version: 1,
  bins: { recency: 5, frequency: 5, monetary: 5 },
  segments: [
    {
      ...TEXTS.champions,
      cells: [{ recency: [4, 5], frequency: [4, 5], monetary: [4, 5] }],
    },
    {
      ...TEXTS.loyal,
      cells: [
        { recency: [4, 5], frequency: [4, 5], monetary: [1, 3] },
        { recency: [3, 3], frequency: [4, 5] },
      ],
    },
    {
      ...TEXTS.potentialLoyalist,
      cells: [{ recency: [4, 5], frequency: [2, 3] }],
    },
    {
      ...TEXTS.new,
      cells: [{ recency: [5, 5], frequency: [1, 1] }],
    },
    {
      ...TEXTS.promising,
      cells: [{ recency: [4, 4], frequency: [1, 1] }],
    },
    {
      ...TEXTS.needAttention,
      cells: [
        { recency: [3, 3], frequency: [3, 3] },
        { recency: [3, 3], frequency: [1, 2], monetary: [4, 5] },
      ],
    },
    {
      ...TEXTS.aboutToSleep,
      cells: [{ recency: [3, 3], frequency: [1, 2], monetary: [1, 3] }],
    },
    {
      ...TEXTS.atRisk,
      cells: [
        { recency: [1, 2], frequency: [4, 5], monetary: [1, 3] },
        { recency: [1, 2], frequency: [3, 3] },
        { recency: [1, 2], frequency: [1, 2], monetary: [4, 5] },
      ],
    },
    {
      ...TEXTS.cantLose,
      cells: [{ recency: [1, 2], frequency: [4, 5], monetary: [4, 5] }],
    },
    {
      ...TEXTS.hibernating,
      cells: [{ recency: [2, 2], frequency: [1, 2], monetary: [1, 3] }],
    },
    {
      ...TEXTS.lost,
      cells: [{ recency: [1, 1], frequency: [1, 2], monetary: [1, 3] }],
    },
  ],
});
