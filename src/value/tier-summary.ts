import type { Accumulator } from "../core/accumulator.js";
import { checkColumn, checkNumber, type NumberColumn } from "../core/column.js";
import { type ExactSum, exactSum } from "../core/math/exact-sum.js";
import { withDefaults } from "../core/options.js";
import { checkState, checkStateList } from "./check-state.js";
import { checkParts } from "./check-table.js";
import { checkTierCount, checkTiers, MOST_TIERS } from "./check-tiers.js";
import { TIER_COUNT_DEFAULTS, type TierCountOptionsInput } from "./options.js";
import type { TieredValues, TierSummaryRow, TierSummaryState } from "./types.js";

/**
 * The ABC table: customers and value by tier, each with its share. The rows add up to all customers
 * and to all value, negative values included; so under `tierByShare`, whose total leaves these out,
 * the share of A can exceed its cut.
 *
 * @param tiers - the number of each customer's tier, from the best, 0
 * @param values - each customer's value
 * @param options - `tierCount`: how many rows; without it, up to the last tier that occurs
 * @returns one row per tier, best first, empty tiers included
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, UNKNOWN_OPTION; OUT_OF_RANGE for values too large to be added
 * @example
 * tierSummary([0, 1], [75, 25])[0] //=> { tier: 0, customers: 1, customerShare: 0.5, value: 75, valueShare: 0.75 }
 */
export function tierSummary(
  tiers: NumberColumn,
  values: NumberColumn,
  options: TierCountOptionsInput = {},
): TierSummaryRow[] {
  const summary = tierSummaryAccumulator(options);
  summary.add({ tiers, values });
  return summary.value();
}

/**
 * A {@link tierSummary} that grows by batches of customers and merges; sums are exact, so that
 * neither order nor sharding changes a digit.
 *
 * @param options - `tierCount`: how many rows; without it, up to the last tier that occurs
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION
 */
export function tierSummaryAccumulator(
  options: TierCountOptionsInput = {},
): Accumulator<TieredValues, TierSummaryState, TierSummaryRow[]> {
  const { tierCount } = withDefaults(TIER_COUNT_DEFAULTS, options);
  checkTierCount(tierCount);
  const rows: RunningRow[] = [];
  const rowOf = (tier: number): RunningRow => {
    while (rows.length <= tier) rows.push({ customers: 0, sum: exactSum() });
    return rows[tier]!;
  };
  if (tierCount !== undefined) rowOf(tierCount - 1);

  return {
    add(batch) {
      checkParts(batch, "batch", ["tiers", "values"]);
      const { tiers, values } = batch;
      checkTiers(tiers, "tiers", tierCount);
      checkColumn(values, "values", "finite", tiers.length);
      for (let index = 0; index < tiers.length; index++) {
        const row = rowOf(tiers[index] as number);
        row.customers++;
        row.sum.add(values[index] as number);
      }
    },
    merge(other) {
      checkSummaryState(other, tierCount);
      other.tiers.forEach(({ customers, parts }, tier) => {
        const row = rowOf(tier);
        row.customers += customers;
        for (const part of parts) row.sum.add(part);
      });
    },
    state: () => ({
      kind: "tierSummary",
      version: 1,
      tiers: rows.map(({ customers, sum }) => ({ customers, parts: sum.parts() })),
    }),
    value: () => writeRows(rows),
  };
}

interface RunningRow {
  customers: number;
  readonly sum: ExactSum;
}

function checkSummaryState(state: TierSummaryState, tierCount: number | undefined): void {
  checkState(state, "tierSummary");
  checkStateList(state.tiers, "state.tiers", tierCount ?? MOST_TIERS);
  state.tiers.forEach((row, tier) => {
    checkNumber(row?.customers, `state.tiers[${tier}].customers`, "count");
    checkColumn(row.parts, `state.tiers[${tier}].parts`);
  });
}

function writeRows(rows: readonly RunningRow[]): TierSummaryRow[] {
  const values = rows.map(({ sum }) => sum.value());
  const total = exactSum();
  for (const { sum } of rows) for (const part of sum.parts()) total.add(part);
  const allValue = total.value();
  const allCustomers = rows.reduce((count, { customers }) => count + customers, 0);
  return rows.map(({ customers }, tier) => {
    const value = values[tier]!;
    return {
      tier,
      customers,
      customerShare: allCustomers > 0 ? customers / allCustomers : undefined,
      value,
      valueShare: allValue > 0 ? value / allValue : undefined,
    };
  });
}
