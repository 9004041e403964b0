import { expectedTransactions, splitHoldout, trackingCurve } from "../../../clv/index.js";
import type { AsOf } from "../../../core/calendar.js";
import { formatIsoDate } from "../../../core/epoch-day.js";
import type { RefundPolicy } from "../../../transactions/options.js";
import type { CalendarGrain, TransactionLog } from "../../../transactions/types.js";
import type { ForecastKind, Rehearsal, ValueRule } from "../../value-types.js";
import { checkEvidence, EVIDENCE_NEEDED } from "./check-evidence.js";
import { forecastError, rankForecasts } from "./choose-forecast.js";
import { fitModels } from "./fit-models.js";
import type { RehearsalPlan } from "./rehearsal-plan.js";
import { sampleRows } from "./sample-rows.js";
import { inWeeks, takeCustomers, type WeeklyHistories } from "./weekly-histories.js";

/** Which orders count. */
export interface CountedOrders {
  readonly asOf: AsOf;
  readonly refunds: RefundPolicy;
}

const DAYS_PER_WEEK = 7;

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
  const weeks = horizon.days / DAYS_PER_WEEK;
  if (weeks < EVIDENCE_NEEDED.weeks) return undefined;
  const rows = sampleRows(calibration.customerIds.length, rule.mostFitted, rule.seed);
  const histories = takeCustomers(inWeeks(calibration), rows);
  if (checkEvidence(histories.repeatCount, histories.age) !== undefined) return undefined;
  const actual = rows.map((row) => holdoutCount[row] as number);
  const purchases = sumOf(actual);
  if (purchases < EVIDENCE_NEEDED.repeatCustomers) return undefined;

  const models = fitModels(histories, kinds);
  if (models.length === 0) return undefined;
  const forecasts = rankForecasts(
    models.map((model) => {
      const expected = expectedTransactions(model, histories, { horizon });
      const error = forecastError(actual, expected);
      return { kind: model.kind, purchases: sumOf(expected), error };
    }),
  );
  const used = models.find(({ kind }) => kind === forecasts[0]?.kind) ?? models[0]!;
  const steps = { ...days, from: formatIsoDate(from), step: STEPS[grain] };
  return {
    learntUntil: calibration.asOf,
    weeks,
    customers: rows.length,
    purchases,
    forecasts,
    atOwnRate: purchasesPerWeek(histories) * weeks,
    grain,
    periods: trackingCurve(used, log, steps).periods,
  };
}

function sumOf(column: Int32Array | Float64Array): number {
  let sum = 0;
  for (const value of column) sum += value;
  return sum;
}

/** Of all customers, if each went on to buy as often as so far. */
function purchasesPerWeek({ repeatCount, age }: WeeklyHistories): number {
  return sumOf(
    age.map((weeks, row) => {
      const repeats = repeatCount[row] as number;
      return repeats === 0 ? 0 : repeats / weeks;
    }),
  );
}
