/**
 * Scores customers by recency, frequency and money, and sorts them into segments that say what to
 * do next.
 *
 * @module
 */
export * from "./apply-rfm-cuts.js";
export { defineSegmentMap } from "./define-segment-map.js";
export * from "./describe-segments.js";
export * from "./maps/octant-segment-map.js";
export * from "./maps/rf-segment-map.js";
export * from "./maps/rfm-segment-map.js";
export * from "./options.js";
export { rfmCode } from "./rfm-code.js";
export * from "./rfm-grid.js";
export * from "./schema.js";
export * from "./score-rfm.js";
export * from "./segment-rfm.js";
export * from "./types.js";
export * from "./weigh-rfm.js";
