import { splitHoldout, trackingCurve, validateHoldout } from "../../../clv/index.js";
import type { AsOf } from "../../../core/calendar.js";
import { formatIsoDate } from "../../../core/epoch-day.js";
import type { RefundPolicy } from "../../../transactions/options.js";
import type { CalendarGrain, TransactionLog } from "../../../transactions/types.js";
import type { ForecastKind, Rehearsal, ValueRule } from "../../value-types.js";
import { checkEvidence, EVIDENCE_NEEDED } from "./check-evidence.js";
import { fitModels } from "./fit-models.js";
import type { RehearsalPlan } from "./rehearsal-plan.js";
import { sampleRows } from "./sample-rows.js";
import { inWeeks, takeCustomers } from "./weekly-histories.js";

/** Which orders count. */
export interface CountedOrders {
  readonly asOf: AsOf;
  readonly refunds: RefundPolicy;
}

const STEPS: Readonly<Record<CalendarGrain, string>> = {
  week: "P1W",
  month: "P1M",
  quarter: "P3M",
  year: "P1Y",
};

/**
 * Lets models that were fitted to the first part of a log forecast the rest, and holds each forecast
 * against what happened.
 *
 * @param kinds - of the models to let forecast
 * @returns `undefined` where either part is too short, or holds too little, to tell anything
 */
export function rehearseForecast(
  log: TransactionLog,
  { asOf, refunds }: CountedOrders,
  { grain, from, learntUntil }: RehearsalPlan,
  kinds: readonly ForecastKind[],
  rule: ValueRule,
): Rehearsal | undefined {
  const days = { calibrationEnd: formatIsoDate(learntUntil), to: asOf, refunds };
  const { calibration, holdoutCount, horizon } = splitHoldout(log, days);
  if (horizon.days < 7 * EVIDENCE_NEEDED.weeks) return undefined;
  const rows = sampleRows(calibration.customerIds.length, rule.mostFitted, rule.seed);
  const histories = takeCustomers(inWeeks(calibration), rows);
  if (checkEvidence(histories.repeatCount, histories.age) !== undefined) return undefined;
  const actual = rows.map((row) => holdoutCount[row] as number);
  if (actual.reduce((sum, count) => sum + count, 0) < EVIDENCE_NEEDED.repeatCustomers) {
    return undefined;
  }
  const judged = fitModels(histories, kinds).map((model) => ({
    model,
    outcome: validateHoldout(model, histories, actual, { horizon }),
  }));
  // Forecasts are means, and means are judged by their squared errors (Gneiting, 2011).
  judged.sort((a, b) => a.outcome.rootMeanSquareError - b.outcome.rootMeanSquareError);
  const [nearest] = judged;
  if (nearest === undefined) return undefined;
  const { customers, naive } = nearest.outcome;
  return {
    learntUntil: calibration.asOf,
    weeks: horizon.days / 7,
    customers,
    purchases: nearest.outcome.actual,
    forecasts: judged.map(({ model, outcome }) => ({
      kind: model.kind,
      purchases: outcome.expected,
      error: outcome.rootMeanSquareError,
    })),
    ownRate: {
      purchases: nearest.outcome.actual + naive.bias * customers,
      error: naive.rootMeanSquareError,
    },
    grain,
    periods: trackingCurve(nearest.model, log, {
      ...days,
      from: formatIsoDate(from),
      step: STEPS[grain],
    }).periods,
  };
}
