import { accept, type Outcome, refuse } from "../../../core/outcome.js";
import type { CustomerSummaries, TransactionLog } from "../../../transactions/types.js";
import { concentration } from "../../../value/concentration.js";
import type { ScoredCustomers } from "../../types.js";
import type { ExpectedValue, ValueRefusal, ValueRule } from "../../value-types.js";
import { aliveGrid } from "./alive-grid.js";
import { checkEvidence } from "./check-evidence.js";
import { chooseModel } from "./choose-model.js";
import { planRehearsal } from "./rehearsal-plan.js";
import { type CountedOrders, rehearseForecast } from "./rehearse-forecast.js";
import { riskList } from "./risk-list.js";
import { sampleRows } from "./sample-rows.js";
import { valueCustomers } from "./value-customers.js";
import { cohortIndex, valueGroups } from "./value-groups.js";
import { valueHistogram } from "./value-histogram.js";
import { inWeeks, takeCustomers } from "./weekly-histories.js";

/** What else is known of the customers. */
export interface ValueContext extends CountedOrders {
  readonly log: TransactionLog;
  readonly customers: ScoredCustomers;
  /** How many segments there are. */
  readonly segments: number;
  /** The first days of the cohorts, ascending. */
  readonly cohorts: readonly string[];
}

/**
 * What customers are expected to do within a horizon: models fitted and rehearsed, the best taken,
 * every customer scored, and the scores summed up.
 *
 * @param summaries - in days; at least one customer
 * @returns a refusal where there is too little to learn from
 */
export function expectedValue(
  summaries: CustomerSummaries,
  { log, customers, segments, cohorts, ...counted }: ValueContext,
  rule: ValueRule,
): Outcome<ExpectedValue, ValueRefusal> {
  const histories = inWeeks(summaries);
  const lack = checkEvidence(histories.repeatCount, histories.age);
  if (lack !== undefined) return lack;

  const rows = sampleRows(summaries.customerIds.length, rule.mostFitted, rule.seed);
  const sample = takeCustomers(histories, rows);
  const firstDay = customers.firstOrderDay.reduce((least, day) => Math.min(least, day));
  const plan = planRehearsal(firstDay, summaries.asOf, 7 * rule.horizonWeeks);
  const chosen = chooseModel(sample, (kinds) => rehearseForecast(log, counted, plan, kinds, rule));
  if (chosen === undefined) {
    return refuse("NO_FIT", "no model of purchases could be fitted to these customers");
  }
  const { spend, customers: valued } = valueCustomers(chosen.model, sample, histories, rule);
  const cohort = cohortIndex(customers.firstOrderDay, cohorts);
  return accept({
    rule,
    model: chosen.choice,
    spend,
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
