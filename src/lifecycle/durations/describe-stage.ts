import { invalid } from "../../core/errors.js";
import {
  aalenJohansen,
  type IncidenceCurve,
  kaplanMeier,
  type RestrictedMean,
  restrictedMean,
  type SurvivalCurve,
  survivalQuantile,
} from "../../survival/index.js";
import type { ObservedVisit } from "./observe-visits.js";
import type { StageDurationOptions } from "./options.js";
import type { DaysQuantile, MeanDays, StageDuration, StageExit, StageVisit } from "./types.js";

/** The curves of one stage and what they say. */
export function describeStage(
  stage: string,
  observed: readonly ObservedVisit[],
  options: StageDurationOptions,
): StageDuration {
  const { interval, level } = options;
  const isLate = observed.some(({ fromDays }) => fromDays > 0);
  const followUp = {
    times: observed.map(({ untilDays }) => untilDays),
    entries: isLate ? observed.map(({ fromDays }) => fromDays) : undefined,
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
    exits: exitCurves.causes.map(describeExit),
    exitCurves,
  };
}

function describeExit(curve: IncidenceCurve): StageExit {
  const { cause, events, incidence, standardErrors, lower, upper } = curve;
  return {
    to: cause,
    visits: events.reduce((sum, visits) => sum + visits, 0),
    share: {
      share: incidence.at(-1)!,
      standardError: standardErrors.at(-1)!,
      lower: lower.at(-1)!,
      upper: upper.at(-1)!,
    },
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
