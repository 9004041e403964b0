import { checkLevel } from "../../core/check-level.js";
import { checkColumn, checkNumber, checkOneOf } from "../../core/column.js";
import { withDefaults } from "../../core/options.js";
import { checkStages } from "./check-stages.js";
import { describeStage } from "./describe-stage.js";
import { type ObservedVisit, observeVisits, splitOptions } from "./observe-visits.js";
import { STAGE_DURATION_DEFAULTS, type StageDurationOptionsInput } from "./options.js";
import type { StageDurations, StageVisit } from "./types.js";

/**
 * How long customers stay in each stage and where they go, visits that still go on included: the
 * curves of Kaplan and Meier, and of Aalen and Johansen for the ways out. The mean of the visits that
 * have ended would be too short, because long ones have not.
 *
 * Every visit counts, also several of one customer, as if they were independent; for one visit per
 * customer, filter the visits first. Time before an `observedFrom` is not counted.
 *
 * @param visits - from `listVisits`, or your own; in any order
 * @param options - `asOf` is required
 * @returns one row per stage; a stage without visits has an empty curve and no answers
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION; INVALID_DATA for a visit that ends before it
 * begins
 * @example
 * stageDurations(listVisits(paths), { asOf: "2026-06-30", zone: "UTC" }).stages[0]?.medianDays.days //=> 12.5
 */
export function stageDurations(
  visits: readonly StageVisit[],
  options: StageDurationOptionsInput,
): StageDurations {
  const { span, others } = splitOptions(options);
  const read = withDefaults(STAGE_DURATION_DEFAULTS, others);
  checkOneOf(read.exits, "options.exits", ["stage", "move"]);
  checkLevel(read.level);
  if (read.horizonDays !== undefined) {
    checkNumber(read.horizonDays, "options.horizonDays", "positive");
  }
  checkColumn(read.shares, "options.shares", "positive");
  if (read.stages !== undefined) checkStages(read.stages, "options.stages");
  const byStage = groupByStage(observeVisits(visits, span), read.stages);
  return {
    asOfMs: span.untilMs,
    level: read.level,
    stages: Array.from(byStage, ([stage, observed]) => describeStage(stage, observed, read)),
  };
}

function groupByStage(
  observed: readonly ObservedVisit[],
  stages: readonly string[] | undefined,
): Map<string, ObservedVisit[]> {
  const names = stages ?? [...new Set(observed.map(({ visit }) => visit.stage))].sort();
  const byStage = new Map(names.map((stage: string) => [stage, [] as ObservedVisit[]]));
  for (const one of observed) byStage.get(one.visit.stage)?.push(one);
  return byStage;
}
