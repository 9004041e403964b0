import {
  expectedResidualTransactions,
  expectedTransactions,
  type PurchaseHistories,
  probabilityAlive,
} from "../../../clv/index.js";
import { accept, type Outcome, refuse } from "../../../core/outcome.js";
import type { CustomerSummaries } from "../../../transactions/types.js";
import { concentration } from "../../../value/concentration.js";
import type { ScoredCustomers } from "../../types.js";
import type { ExpectedValue, ValuedCustomers, ValueRefusal, ValueRule } from "../../value-types.js";
import { aliveGrid } from "./alive-grid.js";
import { checkEvidence } from "./check-evidence.js";
import { type FittedPurchaseModel, rankModels } from "./choose-model.js";
import { orderSpend } from "./order-spend.js";
import { riskList } from "./risk-list.js";
import { sampleRows } from "./sample-rows.js";
import { cohortIndex, valueGroups } from "./value-groups.js";
import { valueHistogram } from "./value-histogram.js";

const DAYS_PER_WEEK = 7;

/** What else is known of the customers. */
export interface ValueContext {
  readonly customers: ScoredCustomers;
  /** How many segments there are. */
  readonly segments: number;
  /** The first days of the cohorts, ascending. */
  readonly cohorts: readonly string[];
}

/**
 * What customers are expected to do within a horizon: models fitted, the best taken, every customer
 * scored, and the scores summed up.
 *
 * @param summaries - in days; at least one customer
 * @returns a refusal where there is too little to learn from
 */
export function expectedValue(
  summaries: CustomerSummaries,
  { customers, segments, cohorts }: ValueContext,
  rule: ValueRule,
): Outcome<ExpectedValue, ValueRefusal> {
  const histories = inWeeks(summaries);
  const lack = checkEvidence(histories.repeatCount, histories.age);
  if (lack !== undefined) return lack;

  const rows = sampleRows(summaries.customerIds.length, rule.mostFitted, rule.seed);
  const sample = takeCustomers(histories, rows);
  const models = rankModels(sample);
  const [best] = models;
  if (best === undefined) {
    return refuse("NO_FIT", "no model of purchases could be fitted to these customers");
  }
  const { basis, perOrder } = orderSpend(sample, histories);
  const valued = scoreValue(best, histories, perOrder, rule);
  const cohort = cohortIndex(customers.firstOrderDay, cohorts);
  return accept({
    rule,
    model: {
      kind: best.kind,
      params: best.params,
      candidates: models.map(({ kind, fit }) => ({ kind, aic: fit.aic })),
      fittedCustomers: rows.length,
    },
    spend: basis,
    customers: valued,
    total: valueGroups(valued, 1, () => 0)[0]!,
    concentration: concentration(valued.expectedValue),
    alive: aliveGrid(customers.silentDays, summaries.repeatCount, valued.probabilityAlive),
    histogram: valueHistogram(valued.expectedValue),
    segments: valueGroups(valued, segments, (row) => customers.segment[row] as number),
    cohorts: valueGroups(valued, cohorts.length, (row) => cohort[row] as number),
    risk: riskList(valued, summaries.repeatCount, rule.limit),
  });
}

/** What the models read, and nothing that could weigh on a copy. */
interface WeeklyHistories extends PurchaseHistories {
  readonly repeatCount: Int32Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  readonly meanSpend: Float64Array;
}

function inWeeks({ repeatCount, recency, age, meanSpend }: CustomerSummaries): WeeklyHistories {
  const weeks = (days: Float64Array): Float64Array => days.map((each) => each / DAYS_PER_WEEK);
  return { repeatCount, recency: weeks(recency), age: weeks(age), meanSpend, unit: "week" };
}

function takeCustomers(histories: WeeklyHistories, rows: Int32Array): WeeklyHistories {
  if (rows.length === histories.repeatCount.length) return histories;
  const take = (column: Float64Array): Float64Array =>
    Float64Array.from(rows, (row) => column[row] as number);
  return {
    repeatCount: rows.map((row) => histories.repeatCount[row] as number),
    recency: take(histories.recency),
    age: take(histories.age),
    meanSpend: take(histories.meanSpend),
    unit: histories.unit,
  };
}

function scoreValue(
  model: FittedPurchaseModel,
  histories: PurchaseHistories,
  perOrder: Float64Array,
  { horizonWeeks, annualDiscountRate, margin }: ValueRule,
): ValuedCustomers {
  const horizon = { weeks: horizonWeeks };
  const discounted = expectedResidualTransactions(model, histories, {
    horizon,
    discountRate: { annual: annualDiscountRate },
  });
  return {
    probabilityAlive: probabilityAlive(model, histories),
    expectedOrders: expectedTransactions(model, histories, { horizon }),
    expectedValue: discounted.map((orders, row) => orders * (perOrder[row] as number) * margin),
  };
}
