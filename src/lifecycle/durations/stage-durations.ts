import { checkNumber, checkOneOf } from "../../core/column.js";
import { invalid } from "../../core/errors.js";
import { withDefaults } from "../../core/options.js";
import {
  aalenJohansen,
  kaplanMeier,
  type RestrictedMean,
  restrictedMean,
  type SurvivalCurve,
  survivalQuantile,
} from "../../survival/index.js";
import { checkLevel } from "./check-level.js";
import { type ObservedVisit, observeVisits, splitOptions } from "./observe-visits.js";
import {
  STAGE_DURATION_DEFAULTS,
  type StageDurationOptions,
  type StageDurationOptionsInput,
} from "./options.js";
import type {
  DaysQuantile,
  MeanDays,
  StageDuration,
  StageDurations,
  StageExit,
  StageVisit,
} from "./types.js";

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
  if (!Array.isArray(names)) throw invalid("options.stages", "a list of stages", names);
  const byStage = new Map(names.map((stage: string) => [stage, [] as ObservedVisit[]]));
  for (const one of observed) byStage.get(one.visit.stage)?.push(one);
  return byStage;
}

function describeStage(
  stage: string,
  observed: readonly ObservedVisit[],
  options: StageDurationOptions,
): StageDuration {
  const { interval, level } = options;
  const followUp = {
    times: observed.map(({ untilDays }) => untilDays),
    entries: observed.map(({ fromDays }) => fromDays),
  };
  const events = observed.map(({ end }) => end === "left");
  const curve = kaplanMeier({ ...followUp, events }, { interval, level });
  const causes = observed.map(({ visit, end }) =>
    end === "left" ? exitOf(visit, options.exits) : undefined,
  );
  const exitCurves = aalenJohansen({ ...followUp, causes }, { interval, level });
  const count = (kind: ObservedVisit["end"]): number =>
    observed.reduce((sum, { end }) => sum + (end === kind ? 1 : 0), 0);
  return {
    stage,
    visits: observed.length,
    left: count("left"),
    open: count("open"),
    cutOff: count("cutOff"),
    curve,
    medianDays: estimateDays(curve, 0.5),
    quantileDays: options.shares.map((share) => ({ share, ...estimateDays(curve, share) })),
    meanDays: inDays(restrictedMean(curve, { horizon: options.horizonDays })),
    exits: exitCurves.causes.map(
      ({ cause, events: ended, incidence, standardErrors, lower, upper }): StageExit => ({
        to: cause,
        visits: ended.reduce((sum, visits) => sum + visits, 0),
        share: {
          share: incidence.at(-1)!,
          standardError: standardErrors.at(-1)!,
          lower: lower.at(-1)!,
          upper: upper.at(-1)!,
        },
      }),
    ),
    exitCurves,
  };
}

function exitOf(visit: StageVisit, exits: StageDurationOptions["exits"]): string {
  if (exits === "stage") return visit.next!;
  if (visit.move !== undefined) return visit.move;
  throw invalid("visits[].move", 'the id of a move, as options.exits "move" needs it', visit.move);
}

function estimateDays(curve: SurvivalCurve, share: number): Omit<DaysQuantile, "share"> {
  const { time: days, lower, upper } = survivalQuantile(curve, share);
  return { days, lower, upper };
}

function inDays(mean: RestrictedMean | undefined): MeanDays | undefined {
  if (mean === undefined) return undefined;
  const { horizon, mean: days, standardError, lower, upper } = mean;
  return { horizonDays: horizon, days, standardError, lower, upper };
}
