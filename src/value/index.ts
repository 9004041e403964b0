/**
 * What customers are worth so far: tiers by share, quantile or threshold, tiers that do not flap,
 * how concentrated the value is, and who moved between tiers.
 *
 * @module
 */
export { concentration } from "./concentration.js";
export { historicValue, type ValuedSummaries } from "./historic-value.js";
export { migrationAccumulator, migrationMatrix } from "./migration-matrix.js";
export * from "./options.js";
export { reviewTiers } from "./review-tiers.js";
export { thresholdsByQuantile, tierByQuantile } from "./tier-by-quantile.js";
export { thresholdsByShare, tierByShare } from "./tier-by-share.js";
export { tierByThreshold } from "./tier-by-threshold.js";
export { tierLabels } from "./tier-labels.js";
export { tierSummary, tierSummaryAccumulator } from "./tier-summary.js";
export type * from "./types.js";
