/**
 * How long until something happens, when for many it has not happened yet: survival curves,
 * hazards, competing events and the comparison of groups, without assuming a distribution.
 *
 * @module
 */
export { aalenJohansen } from "./aalen-johansen.js";
export { incidenceAt } from "./incidence-at.js";
export { kaplanMeier } from "./kaplan-meier.js";
export { kaplanMeierByGroup } from "./kaplan-meier-by-group.js";
export { logRankTest } from "./log-rank-test.js";
export { nelsonAalen } from "./nelson-aalen.js";
export * from "./options.js";
export { restrictedMean } from "./restricted-mean.js";
export { survivalAt } from "./survival-at.js";
export { survivalQuantile } from "./survival-quantile.js";
export type * from "./types.js";
