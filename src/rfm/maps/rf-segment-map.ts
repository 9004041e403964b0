import { defineSegmentMap } from "../define-segment-map.js";
import type { SegmentMap } from "../types.js";
import { SEGMENT_TEXTS as TEXTS } from "./segment-texts.js";

/** The same eleven segments on the grid of 5 x 5 recency and frequency scores; money is not asked. */
export const RF_SEGMENT_MAP: SegmentMap = defineSegmentMap({
  kind: "segmentMap",
  version: 1,
  bins: { recency: 5, frequency: 5 },
  segments: [
    { ...TEXTS.champions, cells: [{ recency: [5, 5], frequency: [4, 5] }] },
    { ...TEXTS.loyal, cells: [{ recency: [3, 4], frequency: [4, 5] }] },
    { ...TEXTS.potentialLoyalist, cells: [{ recency: [4, 5], frequency: [2, 3] }] },
    { ...TEXTS.new, cells: [{ recency: [5, 5], frequency: [1, 1] }] },
    { ...TEXTS.promising, cells: [{ recency: [4, 4], frequency: [1, 1] }] },
    { ...TEXTS.needAttention, cells: [{ recency: [3, 3], frequency: [3, 3] }] },
    { ...TEXTS.aboutToSleep, cells: [{ recency: [3, 3], frequency: [1, 2] }] },
    { ...TEXTS.atRisk, cells: [{ recency: [1, 2], frequency: [3, 4] }] },
    { ...TEXTS.cantLose, cells: [{ recency: [1, 2], frequency: [5, 5] }] },
    { ...TEXTS.hibernating, cells: [{ recency: [2, 2], frequency: [1, 2] }] },
    { ...TEXTS.lost, cells: [{ recency: [1, 1], frequency: [1, 2] }] },
  ],
});
